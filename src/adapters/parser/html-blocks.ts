import { assertBlockCount, type PageSignals, type RawBlock } from '../../ingest/raw-block.ts';
import { type Attributes, type Frame, frameOf, ROOT_FRAME } from './html-frame.ts';
import { type Line, paragraphsOf } from './html-lines.ts';
import { isBlockTag, VOID } from './html-tags.ts';

/** A row of data has at most one short text a cell; a table that lays out a page holds prose. */
const MAX_CELL_CHARS = 200;

/**
 * Blocks of a page out of the events of its parser, furniture and all, in reading order. Work and
 * memory are linear in the page's length.
 */
export class HtmlBlockBuilder {
  readonly #blocks: RawBlock[] = [];
  readonly #frames: Frame[] = [];
  /** For each open table row the number of blocks before it and of its cells. */
  readonly #rows: { readonly first: number; cells: number }[] = [];
  #lines: Line[] = [];
  #text = '';
  #linkChars = 0;

  get #frame(): Frame {
    return this.#frames.at(-1) ?? ROOT_FRAME;
  }

  /** Elements open now. */
  get depth(): number {
    return this.#frames.length;
  }

  open(tag: string, attributes: Attributes): void {
    const outer = this.#frame;
    if (tag === 'br') this.#endLine();
    if (VOID.has(tag)) return;
    if (isBlockTag(tag)) this.#flush();
    if (tag === 'tr') this.#rows.push({ first: this.#blocks.length, cells: 0 });
    const row = this.#rows.at(-1);
    if (row !== undefined && (tag === 'td' || tag === 'th')) row.cells++;
    this.#frames.push(frameOf(tag, attributes, outer));
  }

  close(tag: string): void {
    if (VOID.has(tag) || this.#frame.tag !== tag) return;
    if (isBlockTag(tag)) this.#flush();
    this.#frames.pop();
    if (tag === 'tr') this.#closeRow();
  }

  text(text: string): void {
    const { skipped, inLink, preformatted } = this.#frame;
    if (skipped) return;
    const [first = '', ...rest] = preformatted ? text.split('\n') : [text];
    this.#append(first, inLink);
    for (const line of rest) {
      this.#endLine();
      this.#append(line, inLink);
    }
  }

  finish(): RawBlock[] {
    this.#flush();
    return this.#blocks;
  }

  #append(text: string, inLink: boolean): void {
    if (inLink) this.#linkChars += text.trim().length;
    this.#text += text;
  }

  #endLine(): void {
    this.#lines.push({ text: this.#text, linkChars: this.#linkChars });
    this.#text = '';
    this.#linkChars = 0;
  }

  #flush(): void {
    if (this.#text === '' && this.#lines.length === 0) return;
    this.#endLine();
    const frame = this.#frame;
    for (const { text, linkChars } of paragraphsOf(this.#lines)) {
      const page = signalsOf(frame, Math.min(1, linkChars / text.length));
      this.#blocks.push({ kind: frame.kind ?? 'paragraph', text, page });
    }
    this.#lines = [];
    assertBlockCount(this.#blocks.length);
  }

  #closeRow(): void {
    const row = this.#rows.pop();
    if (row === undefined) return;
    const cells = this.#blocks.slice(row.first);
    const [head] = cells;
    const isData = cells.length > 1 && cells.length <= row.cells && cells.every(isShort);
    if (!isData || head === undefined) return;
    this.#blocks.length = row.first;
    this.#blocks.push({ ...head, kind: 'table-row', text: cells.map(({ text }) => text).join(' · ') });
  }
}

const isShort = ({ text }: RawBlock) => text.length <= MAX_CELL_CHARS;

function signalsOf(frame: Frame, linkShare: number): PageSignals {
  return {
    linkShare,
    inFurnitureRegion: frame.furniture,
    inMainRegion: frame.main,
    furnitureNames: frame.furnitureNames,
    contentNames: frame.contentNames,
    container: frame.container,
  };
}
