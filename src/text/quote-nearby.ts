import type { Span } from '../domain/span.ts';

/** UTF-16 units in which the marks of a quotation of several paragraphs stand. */
const REACH = 1_500;

// A mark of either side; single marks only where no apostrophe stands.
const OPENING = /[“„«‹]|(?<![^\s([{—–\-/>*_])["‘`'](?=[\p{L}\p{N}[(.…“"])/gu;
const CLOSING = /[”»›]|["](?![\p{L}\p{N}])|(?<=[,.!?…\p{L}])["]|(?<=[,.!?…])[’'](?!\p{L})/gu;

/**
 * True where a span may stand in quotation marks, whatever is wrong with them: before it the last mark
 * opens one, or after it the first one closes one. False only where nothing near it tells of a quotation.
 */
export function mayBeQuoted(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - REACH), start + 1);
  const after = text.slice(Math.max(0, end - 1), end + REACH);
  const lastOpening = lastIndex(before, OPENING);
  if (lastOpening > -1 && lastOpening >= lastIndex(before, CLOSING)) return true;
  const firstClosing = after.search(new RegExp(CLOSING.source, 'u'));
  const firstOpening = after.search(new RegExp(OPENING.source, 'u'));
  return firstClosing > -1 && (firstOpening === -1 || firstClosing < firstOpening);
}

function lastIndex(text: string, marks: RegExp): number {
  let at = -1;
  for (const { index } of text.matchAll(marks)) at = index;
  return at;
}
