import type { Line } from './html-lines.ts';

/** How a text is linked. */
export interface LinkState {
  readonly inLink: boolean;
  /** The link says of itself that it is paid for or no recommendation of the page. */
  readonly promoted: boolean;
}

/** Counts of what stands in a block so far. */
interface Counts {
  /** Pieces of text on the line that is open. */
  readonly parts: number;
  readonly linkChars: number;
  readonly promotedChars: number;
  readonly plainChars: number;
  /** Links that say something, and those of a headline's length. */
  readonly links: number;
  readonly headlines: number;
  readonly images: number;
}

/** A place in the text of a block that is still open. */
export interface TextMark extends Counts {
  /** Counts lines of the page: a mark on an earlier one can no longer be gone back to. */
  readonly line: number;
}

const NOTHING: Counts = {
  parts: 0,
  linkChars: 0,
  promotedChars: 0,
  plainChars: 0,
  links: 0,
  headlines: 0,
  images: 0,
};

// Names of people and places hardly reach it, headlines rarely fall short of it.
const HEADLINE_CHARS = 30;

/** The lines of the block that is open, with what of them stands in links. */
export class LineBuffer {
  #lines: Line[] = [];
  #parts: string[] = [];
  #line = 0;
  #now: { -readonly [Name in keyof Counts]: Counts[Name] } = { ...NOTHING };
  #linkStart = 0;
  #last = '';

  get isEmpty(): boolean {
    return this.#parts.length === 0 && this.#lines.length === 0;
  }

  /** The last piece of text that is not blank; empty at the start of a block. */
  get last(): string {
    return this.#last;
  }

  append(text: string, { inLink, promoted }: LinkState): void {
    if (text === '') return;
    const chars = text.trim().length;
    if (inLink) this.#now.linkChars += chars;
    else this.#now.plainChars += chars;
    if (promoted) this.#now.promotedChars += chars;
    this.#parts.push(text);
    if (chars > 0) this.#last = text;
  }

  image(): void {
    this.#now.images++;
  }

  openLink(): void {
    this.#linkStart = this.#now.linkChars;
  }

  closeLink(): void {
    const chars = this.#now.linkChars - this.#linkStart;
    if (chars > 0) this.#now.links++;
    if (chars >= HEADLINE_CHARS) this.#now.headlines++;
  }

  endLine(): void {
    const { linkChars, promotedChars } = this.#now;
    this.#lines.push({ text: this.#parts.join(''), linkChars, promotedChars });
    this.#parts = [];
    this.#now = { ...NOTHING };
    this.#linkStart = 0;
    this.#line++;
  }

  /** The lines of the block, which ends here. */
  take(): Line[] {
    this.endLine();
    const lines = this.#lines;
    this.#lines = [];
    this.#last = '';
    return lines;
  }

  mark(): TextMark {
    return { ...this.#now, line: this.#line, parts: this.#parts.length };
  }

  /** What came since the mark; null where the line that it is on has ended. */
  since(mark: TextMark): Counts | null {
    if (mark.line !== this.#line) return null;
    const now = this.mark();
    return {
      parts: now.parts - mark.parts,
      linkChars: now.linkChars - mark.linkChars,
      promotedChars: now.promotedChars - mark.promotedChars,
      plainChars: now.plainChars - mark.plainChars,
      links: now.links - mark.links,
      headlines: now.headlines - mark.headlines,
      images: now.images - mark.images,
    };
  }

  /** Takes back all text since the mark, which must be on the line that is open. */
  rewind({ line: _, ...counts }: TextMark): void {
    this.#parts.length = counts.parts;
    this.#now = { ...counts };
  }
}
