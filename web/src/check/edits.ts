import type { CheckedClaim } from '../../../src/domain/check.ts';
import type { Span } from '../../../src/domain/span.ts';
import type { Reason, ReasonCode } from '../../../src/domain/verdict.ts';
import { spanContains, spansOverlap } from '../text/spans.ts';

/** Words that take the place of a span of the checked text. */
export interface Edit extends Span {
  readonly words: string;
}

/** Reasons whose place in the draft can hold the source's words as they are. */
const VALUE_REASONS: readonly ReasonCode[] = [
  'number-mismatch',
  'date-mismatch',
  'name-mismatch',
  'superseded',
  'quote-misattributed',
];

/**
 * What taking over the source's wording does to the draft: for a quotation its words as the source has
 * them, for another value that value, else the sentence of the source. None where no source says otherwise.
 * The edits do not overlap and stand in order.
 */
export function editsFor(claim: CheckedClaim): readonly Edit[] {
  if (claim.verdict === 'supported' || claim.verdict === 'not-checked') return [];
  const values = withoutOverlaps(claim.reasons.flatMap(valueEdit));
  if (values.length > 0) return values;
  return claim.evidence[0] === undefined ? [] : wordingEdit(claim, claim.evidence[0].quote);
}

function valueEdit({ code, draft, source }: Reason): readonly Edit[] {
  if (!VALUE_REASONS.includes(code) || source === null || source.quote === draft.text) return [];
  return [{ start: draft.start, end: draft.end, words: source.quote }];
}

function withoutOverlaps(edits: readonly Edit[]): readonly Edit[] {
  return edits
    .toSorted((a, b) => a.start - b.start)
    .filter((edit, at, all) => !all.slice(0, at).some((other) => spansOverlap(edit, other)));
}

const END_SIGNS = /[\s,.;:!?…]*$/u;

/** The signs at the end stay the draft's: they belong to the sentence that the words stand in. */
function wordingEdit({ start, end, text }: CheckedClaim, quote: string): readonly Edit[] {
  const kept = END_SIGNS.exec(text)?.[0] ?? '';
  const words = kept === '' ? quote : quote.replace(END_SIGNS, '');
  return words === '' || words === text ? [] : [{ start, end: end - kept.length, words }];
}

/** The text with its edits made. They may come in any order; none overlaps another. */
export function editedText(text: string, edits: readonly Edit[]): string {
  return inOrder(edits).reduceRight(
    (done, { start, end, words }) => done.slice(0, start) + words + done.slice(end),
    text,
  );
}

/** Where a span of the checked text stands in the edited one. One that an edit cuts holds all its new words. */
export function spanAfterEdits(span: Span, edits: readonly Edit[]): Span {
  let [start, end] = [span.start, span.end];
  for (const edit of inOrder(edits)) {
    const grown = edit.words.length - (edit.end - edit.start);
    if (edit.end <= span.start) start += grown;
    else if (edit.start < span.start) start -= span.start - edit.start;
    if (edit.start < span.end) end += grown + Math.max(0, edit.end - span.end);
  }
  return { start, end };
}

const inOrder = (edits: readonly Edit[]) => edits.toSorted((a, b) => a.start - b.start);

/** True where an edit has changed words of the span. */
export function isEdited(span: Span, edits: readonly Edit[]): boolean {
  return edits.some((edit) => spansOverlap(edit, span));
}

/** A text cut at the edits inside it, before and after: what would be struck and what written. */
export type PreviewPiece = {
  readonly kind: 'kept' | 'struck' | 'written';
  readonly text: string;
};

/** How a span would read with these edits, those outside it left out. */
export function previewOf(text: string, span: Span, edits: readonly Edit[]): readonly PreviewPiece[] {
  const pieces: PreviewPiece[] = [];
  let at = span.start;
  for (const edit of inOrder(edits).filter((one) => spanContains(span, one))) {
    pieces.push(
      { kind: 'kept', text: text.slice(at, edit.start) },
      { kind: 'struck', text: text.slice(edit.start, edit.end) },
      { kind: 'written', text: edit.words },
    );
    at = edit.end;
  }
  pieces.push({ kind: 'kept', text: text.slice(at, span.end) });
  return pieces.filter((piece) => piece.text !== '');
}
