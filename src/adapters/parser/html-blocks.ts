import { assertBlockCount, type PageSignals, type RawBlock } from '../../ingest/raw-block.ts';
import { endsLikeSentence } from '../../ingest/sentence-end.ts';
import { CardFilter } from './html-cards.ts';
import { type Attributes, type Frame, frameOf, ROOT_FRAME } from './html-frame.ts';
import { LineBuffer } from './html-line-buffer.ts';
import { paragraphsOf } from './html-lines.ts';
import { namesOverlay } from './html-names.ts';
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
  readonly #buffer = new LineBuffer();
  readonly #cards = new CardFilter(this.#buffer);

  get #frame(): Frame {
    return this.#frames.at(-1) ?? ROOT_FRAME;
  }

  /** Elements open now. */
  get depth(): number {
    return this.#frames.length;
  }

  open(tag: string, attributes: Attributes): void {
    const outer = this.#frame;
    if (VOID.has(tag)) {
      this.#openVoid(tag, outer);
      return;
    }
    const own = frameOf(tag, attributes, outer);
    const frame = own.skipped || !this.#isOverlay(tag, attributes) ? own : { ...own, skipped: true };
    if (!frame.skipped) this.#openShown(frame);
    else if (!outer.skipped && isBlockTag(tag)) this.#buffer.append(' ', outer);
    this.#frames.push(frame);
  }

  close(tag: string): void {
    const frame = this.#frame;
    if (VOID.has(tag) || frame.tag !== tag) return;
    if (!frame.skipped) this.#closeShown(frame);
    this.#frames.pop();
    if (tag === 'tr' && !frame.skipped) this.#closeRow();
  }

  text(text: string): void {
    const frame = this.#frame;
    if (frame.skipped) return;
    const [first = '', ...rest] = frame.preformatted ? text.split('\n') : [text];
    this.#buffer.append(first, frame);
    for (const line of rest) {
      this.#buffer.endLine();
      this.#buffer.append(line, frame);
    }
  }

  finish(): RawBlock[] {
    this.#flush();
    return this.#blocks;
  }

  #openVoid(tag: string, { skipped }: Frame): void {
    if (skipped) return;
    if (tag === 'br') this.#buffer.endLine();
    if (tag === 'img') this.#buffer.image();
    // A rule parts what stands before it from what follows.
    if (tag === 'hr') this.#flush();
  }

  #openShown({ tag, ownLine }: Frame): void {
    if (isBlockTag(tag)) this.#flush();
    else if (tag === 'a') this.#buffer.openLink();
    else this.#cards.open();
    if (ownLine) this.#buffer.endLine();
    if (tag === 'tr') this.#rows.push({ first: this.#blocks.length, cells: 0 });
    const row = this.#rows.at(-1);
    if (row !== undefined && (tag === 'td' || tag === 'th')) row.cells++;
  }

  #closeShown({ tag, ownLine }: Frame): void {
    if (ownLine) this.#buffer.endLine();
    if (isBlockTag(tag)) this.#flush();
    else if (tag === 'a') this.#buffer.closeLink();
    else this.#cards.close();
  }

  /** True for what a page shows over the words of a sentence that is still open. */
  #isOverlay(tag: string, attributes: Attributes): boolean {
    const { last } = this.#buffer;
    if (last.trim() === '' || endsLikeSentence(last.trimEnd())) return false;
    const { overlay } = this.#frame;
    const isBlock = isBlockTag(tag);
    if (!isBlock && !overlay) return false;
    return (isBlock && overlay) || namesOverlay(`${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`);
  }

  #flush(): void {
    if (this.#buffer.isEmpty) return;
    const frame = this.#frame;
    for (const { text, linkChars, promotedChars } of paragraphsOf(this.#buffer.take())) {
      const page = signalsOf(frame, {
        linkShare: Math.min(1, linkChars / text.length),
        promotedShare: Math.min(1, promotedChars / text.length),
      });
      this.#blocks.push({ kind: frame.kind ?? 'paragraph', text, page });
    }
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

function signalsOf(frame: Frame, shares: Pick<PageSignals, 'linkShare' | 'promotedShare'>): PageSignals {
  return {
    ...shares,
    inFurnitureRegion: frame.furniture,
    inMainRegion: frame.main,
    furnitureNames: frame.furnitureNames,
    contentNames: frame.contentNames,
    container: frame.container,
  };
}
