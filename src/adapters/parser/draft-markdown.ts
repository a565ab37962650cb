import { Marked, type MarkedExtension, type TokenizerAndRendererExtension, type Tokens } from 'marked';
import { type Draft, plainDraft } from '../../domain/draft.ts';
import { isoDate } from '../../ingest/iso-date.ts';
import { readHtmlDraft } from './draft-html.ts';
import { splitFrontMatter } from './front-matter.ts';

/** The words of a draft in Markdown, with footnotes as `[1]` and their texts where they stand. */
export function readMarkdownDraft(markdown: string): Draft {
  const { fields, body } = splitFrontMatter(markdown);
  const stated = fields['date'] ?? fields['published'] ?? fields['publishedat'];
  const publishedAt = typeof stated === 'string' ? isoDate(stated) : null;
  const html = render(body);
  return { ...(html === null ? plainDraft(body) : readHtmlDraft(html)), publishedAt };
}

// The renderer calls itself for every level: null where a draft is nested too deep for it.
function render(markdown: string): string | null {
  try {
    return new Marked(footnotes()).parse(markdown, { async: false, gfm: true });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

interface NoteToken extends Tokens.Generic {
  readonly label: string;
}

const LABEL = String.raw`\[\^([^\]\s]{1,80})\]`;

/** `[^label]` and `[^label]: text`, which CommonMark leaves out, numbered as they come. */
function footnotes(): MarkedExtension {
  const numbers = new Map<string, number>();
  const numberOf = (label: string) => {
    const known = numbers.get(label) ?? numbers.size + 1;
    numbers.set(label, known);
    return known;
  };
  const mark: TokenizerAndRendererExtension = {
    name: 'noteMark',
    level: 'inline',
    start: (source) => source.indexOf('[^'),
    tokenizer(source) {
      const match = new RegExp(`^${LABEL}`).exec(source);
      return match === null ? undefined : { type: 'noteMark', raw: match[0], label: match[1] ?? '' };
    },
    renderer: ({ label }) => `<sup><a href="#note-${escapeHtml(label)}">${numberOf(label)}</a></sup>`,
  };
  const note: TokenizerAndRendererExtension = {
    name: 'note',
    level: 'block',
    start: (source) => /^\[\^/m.exec(source)?.index,
    tokenizer(source) {
      const match = new RegExp(`^ {0,3}${LABEL}:[ \\t]*([^\\n]*(?:\\n[ \\t]{2,}\\S[^\\n]*)*)(?:\\n+|$)`).exec(
        source,
      );
      if (match === null) return undefined;
      const tokens = this.lexer.inlineTokens((match[2] ?? '').replace(/\n[ \t]+/g, ' '), []);
      return { type: 'note', raw: match[0], label: match[1] ?? '', tokens };
    },
    renderer(token) {
      // The tokenizer above made it.
      const { label, tokens = [] } = token as NoteToken;
      return `<p id="note-${escapeHtml(label)}">[${numberOf(label)}] ${this.parser.parseInline(tokens)}</p>\n`;
    },
  };
  return { extensions: [mark, note] };
}

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
