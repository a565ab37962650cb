import type { Block, BlockKind } from '../../../src/domain/document.ts';
import type { Span } from '../../../src/domain/span.ts';

/** `active`: the citation that is open; `other`: a further citation of the same answer. */
type MarkKind = 'active' | 'other';

export interface Piece {
  readonly text: string;
  readonly mark: MarkKind | null;
}

/** A block of a document, cut where marks begin and end; its pieces joined are its text. */
export interface MarkedBlock {
  readonly kind: BlockKind;
  readonly pieces: readonly Piece[];
}

export interface Marks {
  readonly active: Span | null;
  readonly others: readonly Span[];
}

/** The document as it is shown. Text that no block holds becomes a paragraph: nothing is left out. */
export function markedBlocks(text: string, blocks: readonly Block[], marks: Marks): readonly MarkedBlock[] {
  return wholeLayout(text, blocks).map((block) => ({
    kind: block.kind,
    pieces: piecesOf(text, block, marks),
  }));
}

function wholeLayout(text: string, blocks: readonly Block[]): readonly Block[] {
  const layout: Block[] = [];
  let at = 0;
  const fill = (end: number) => {
    if (text.slice(at, end).trim() !== '') layout.push({ kind: 'paragraph', start: at, end });
  };
  for (const block of blocks.toSorted((a, b) => a.start - b.start)) {
    if (block.start < at || block.end > text.length) continue;
    fill(block.start);
    layout.push(block);
    at = block.end;
  }
  fill(text.length);
  return layout;
}

function piecesOf(text: string, block: Span, { active, others }: Marks): readonly Piece[] {
  const pieces: Piece[] = [];
  const cuts = cutsOf(block, active === null ? others : [active, ...others]);
  cuts.slice(1).forEach((end, index) => {
    const start = cuts[index] ?? end;
    const mark = markAt(start, active, others);
    const last = pieces.at(-1);
    const piece = { text: text.slice(start, end), mark };
    if (last !== undefined && last.mark === mark)
      pieces.splice(-1, 1, { text: last.text + piece.text, mark });
    else pieces.push(piece);
  });
  return pieces;
}

/** The block's borders and every mark's border inside it, sorted, each once. */
function cutsOf(block: Span, marks: readonly Span[]): readonly number[] {
  const inside = marks
    .flatMap(({ start, end }) => [start, end])
    .filter((cut) => cut > block.start && cut < block.end);
  return [...new Set([block.start, ...inside, block.end])].sort((a, b) => a - b);
}

function markAt(at: number, active: Span | null, others: readonly Span[]): MarkKind | null {
  const covers = (span: Span) => span.start <= at && at < span.end;
  if (active !== null && covers(active)) return 'active';
  return others.some(covers) ? 'other' : null;
}

/**
 * Where a quotation stands in the text now: at its span if the words there are still the same, else
 * where they occur nearest to it (the article was edited after the answer), else null.
 */
export function locateQuote(text: string, cite: Span & { readonly quote: string }): Span | null {
  const { start, end, quote } = cite;
  if (quote === '') return null;
  if (text.slice(start, end) === quote) return { start, end };
  const before = text.lastIndexOf(quote, start);
  const after = text.indexOf(quote, start);
  const found = [before, after]
    .filter((at) => at >= 0)
    .sort((a, b) => Math.abs(a - start) - Math.abs(b - start));
  const nearest = found[0];
  return nearest === undefined ? null : { start: nearest, end: nearest + quote.length };
}
