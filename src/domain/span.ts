/**
 * A half-open range `[start, end)` in UTF-16 code units of a text, `0 <= start <= end <= text.length`.
 * `text.slice(span.start, span.end)` is the text it names.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The text that a span names. */
export function sliceSpan(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** The same span, `offset` code units further on. */
export function shiftSpan<T extends Span>(span: T, offset: number): T {
  return { ...span, start: span.start + offset, end: span.end + offset };
}

/** True when the two spans share at least one code unit. */
export function spansOverlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** True when `inner` lies wholly inside `outer`. */
export function spanContains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
