import { normalizeText, oneLine } from '../../ingest/normalize-text.ts';
import { endsLikeSentence } from '../../ingest/sentence-end.ts';

/** Text up to a line break of the page. */
export interface Line {
  readonly text: string;
  /** Characters of it that stand in links. */
  readonly linkChars: number;
}

/**
 * Lines of one block made paragraphs: an empty line parts them, and so does a single break unless the
 * sentence runs on over it. Each is one line, never empty.
 */
export function paragraphsOf(lines: readonly Line[]): Line[] {
  const paragraphs: Line[] = [];
  let joins = false;
  for (const line of lines) {
    const text = oneLine(normalizeText(line.text));
    const last = paragraphs.at(-1);
    if (text === '') {
      joins = false;
    } else if (joins && last !== undefined && runsOn(last.text, text)) {
      paragraphs[paragraphs.length - 1] = {
        text: `${last.text} ${text}`,
        linkChars: last.linkChars + line.linkChars,
      };
    } else {
      paragraphs.push({ text, linkChars: line.linkChars });
    }
    joins = text !== '';
  }
  return paragraphs;
}

const runsOn = (before: string, after: string) => /^\p{Ll}/u.test(after) && !endsLikeSentence(before);
