import { Parser } from 'htmlparser2';
import { type Draft, plainDraft } from '../../domain/draft.ts';
import { DraftText } from './draft-text.ts';
import type { Attributes } from './html-frame.ts';
import { HtmlHeadReader } from './html-head.ts';
import { htmlMetadata } from './html-metadata.ts';
import { htmlText } from './html-page.ts';
import { FURNITURE_REGION, isBlockTag, isHidden, SKIPPED, VOID } from './html-tags.ts';

/** A draft deeper than browsers nest a page is read as its bare words: the parser's work grows with the square of the depth. */
const MAX_DEPTH = 512;

/**
 * The words of a draft in HTML, with its links, the places that they lead to and its numbered items. A draft
 * is no saved page: only what a page has around an article (menus, forms, what it hides) is left out.
 */
export function readHtmlDraft(html: string): Draft {
  const head = new HtmlHeadReader();
  const body = new DraftHtml();
  const parser = new Parser({
    onopentag(tag, attributes) {
      head.open(tag, attributes);
      body.openTag(tag, attributes);
    },
    onclosetag(tag) {
      head.close(tag);
      body.closeTag(tag);
    },
    ontext(text) {
      head.text(text);
      body.words(text);
    },
  });
  const chars = 16_384;
  for (let from = 0; from < html.length && body.depth <= MAX_DEPTH; from += chars)
    parser.write(html.slice(from, from + chars));
  if (body.depth > MAX_DEPTH) return plainDraft(htmlText(html.replace(/<[^<>]*>/g, '\n\n')).trim());
  parser.end();
  return { ...body.finish(), publishedAt: htmlMetadata(head.finish()).publishedAt };
}

interface Element {
  readonly tag: string;
  readonly isSkipped: boolean;
  readonly isArticle: boolean;
  readonly keepsLines: boolean;
  /** Where its link leads; of the innermost link. */
  readonly href: string | null;
  readonly isRaised: boolean;
  /** What is told once it closes. */
  readonly onClose: readonly (() => void)[];
  /** Number of the next item of this list. */
  nextItem: number | null;
}

const ROOT: Element = {
  tag: '',
  isSkipped: false,
  isArticle: false,
  keepsLines: false,
  href: null,
  isRaised: false,
  onClose: [],
  nextItem: null,
};

// Links from a note back to its place in the text.
const BACK_LINK = /^(?:[↩↑^⤴]\ufe0e?\ufe0f?\s*)+$/u;

class DraftHtml {
  readonly #text = new DraftText();
  readonly #elements: Element[] = [];

  get depth(): number {
    return this.#elements.length;
  }

  openTag(tag: string, attributes: Attributes): void {
    const outer = this.#outer;
    if (tag === 'br') this.#text.lineBreak();
    if (VOID.has(tag)) return;
    if (tag === 'td' || tag === 'th') this.#text.words(' ');
    else if (isBlockTag(tag)) this.#text.paragraphBreak();
    const href = tag === 'a' ? (attributes['href'] ?? outer.href) : outer.href;
    this.#elements.push({
      tag,
      isSkipped:
        outer.isSkipped ||
        tag === 'head' ||
        SKIPPED.has(tag) ||
        isHidden(attributes) ||
        isFurniture(tag, attributes, outer),
      isArticle: outer.isArticle || tag === 'article' || tag === 'main',
      keepsLines: outer.keepsLines || tag === 'pre',
      href,
      isRaised: outer.isRaised || tag === 'sup',
      onClose: this.#spansOf(tag, attributes, outer),
      nextItem: tag === 'ol' ? Number.parseInt(attributes['start'] ?? '1', 10) || 1 : null,
    });
  }

  closeTag(tag: string): void {
    if (VOID.has(tag) || this.#outer.tag !== tag) return;
    for (const tell of this.#elements.pop()?.onClose ?? []) tell();
    if (isBlockTag(tag) && tag !== 'td' && tag !== 'th') this.#text.paragraphBreak();
  }

  words(text: string): void {
    const { isSkipped, isRaised, href, keepsLines } = this.#outer;
    if (isSkipped) return;
    const isNoteLink = href?.startsWith('#') === true;
    if (isNoteLink && BACK_LINK.test(text.trim())) return;
    // A bare raised figure would run into the word before it.
    const isMark = isNoteLink && isRaised && /^\s*\d{1,3}\s*$/.test(text);
    this.#text.words(isMark ? `[${text.trim()}]` : text, keepsLines);
  }

  finish(): Omit<Draft, 'publishedAt'> {
    while (this.#elements.length > 0) this.closeTag(this.#outer.tag);
    const byStart = <T extends { readonly start: number }>(list: T[]) =>
      list.sort((a, b) => a.start - b.start);
    const { links, anchors, items } = this.#text;
    return {
      text: this.#text.toString(),
      links: byStart(links),
      anchors: byStart(anchors),
      items: byStart(items),
    };
  }

  get #outer(): Element {
    return this.#elements.at(-1) ?? ROOT;
  }

  #spansOf(tag: string, attributes: Attributes, outer: Element): (() => void)[] {
    const { links, anchors, items } = this.#text;
    const told: (() => void)[] = [];
    const { href, id } = attributes;
    if (tag === 'a' && href !== undefined)
      told.push(this.#spanTo((span) => links.push({ ...span, target: href.trim() })));
    if (id !== undefined) told.push(this.#spanTo((span) => anchors.push({ ...span, name: id })));
    if (tag === 'li' && outer.nextItem !== null) {
      const number = outer.nextItem++;
      told.push(this.#spanTo((span) => items.push({ ...span, number })));
    }
    return told;
  }

  #spanTo(found: (span: { readonly start: number; readonly end: number }) => void): () => void {
    const opened = this.#text.open();
    return () => {
      const span = this.#text.close(opened);
      if (span !== null) found(span);
    };
  }
}

// Notes stand in a footer or an aside of the text's own.
function isFurniture(tag: string, attributes: Attributes, { isArticle }: Element): boolean {
  const role = attributes['role'] ?? '';
  const names = `${role} ${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`;
  if (/note|reference|source|endnote/i.test(names)) return false;
  if (isArticle && tag !== 'nav' && tag !== 'dialog') return false;
  return FURNITURE_REGION.has(tag) || FURNITURE_REGION.has(role) || tag === 'form';
}
