import { normalizeText, oneLine } from '../../ingest/normalize-text.ts';
import { endsLikeSentence } from '../../ingest/sentence-end.ts';

/** Text up to a line break of the page. */
export interface Line {
  readonly text: string;
  /** Characters of it that stand in links. */
  readonly linkChars: number;
  /** Characters of it in links that say of themselves that they are paid for or no recommendation. */
  readonly promotedChars: number;
}

/**
 * Lines of one block made paragraphs: an empty line parts them, and so does a single break unless the
 * sentence runs on over it. Each is one line, never empty.
 */
export function paragraphsOf(lines: readonly Line[]): Line[] {
  const paragraphs: Line[][] = [];
  let before = '';
  for (const { text, ...chars } of lines) {
    const line = { text: oneLine(normalizeText(text)), ...chars };
    if (line.text !== '') {
      if (before !== '' && runsOn(before, line.text)) paragraphs.at(-1)?.push(line);
      else paragraphs.push([line]);
    }
    before = line.text;
  }
  return paragraphs.map(joined);
}

function joined(lines: readonly Line[]): Line {
  return {
    text: lines.map(({ text }) => text).join(' '),
    linkChars: lines.reduce((sum, { linkChars }) => sum + linkChars, 0),
    promotedChars: lines.reduce((sum, { promotedChars }) => sum + promotedChars, 0),
  };
}

const runsOn = (before: string, after: string) => /^\p{Ll}/u.test(after) && !endsLikeSentence(before);
