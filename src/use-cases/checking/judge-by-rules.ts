import type { Document } from '../../domain/document.ts';
import type { Span } from '../../domain/span.ts';
import type { Judgement } from '../../verification/judgement.ts';
import { type Reading, readStatement, type WeighWord } from '../../verification/reading.ts';
import { factsOf } from '../../verification/statement.ts';
import { judgeStatement } from '../../verification/verdicts.ts';

/** What one article says of a statement, by rules alone; the spans of its reasons count in `text`. */
export function judgeByRules(
  text: string,
  { document, spans }: { readonly document: Document; readonly spans: readonly Span[] },
  weigh: WeighWord,
): Judgement {
  const claim = factsOf(text);
  const readings = spans.map((span, at): Reading => {
    const [first, last] = [spans[at - 1] ?? span, spans[at + 1] ?? span];
    const context = { start: first.start, end: last.end };
    return readStatement(claim, { document, span, context }, weigh);
  });
  const whole = { start: 0, end: text.length, text, readAs: text, filledIn: [], asserts: text };
  return judgeStatement({ ...whole, kind: 'statement' }, readings, text);
}
