import type { Cite } from './document.ts';
import type { Span } from './span.ts';

export const VERDICTS = [
  'supported',
  'partially-supported',
  'contradicted',
  'unsupported',
  'not-checked',
] as const;
export type Verdict = (typeof VERDICTS)[number];

export const REASON_CODES = [
  'number-mismatch',
  'date-mismatch',
  'name-mismatch',
  'negation-mismatch',
  'quote-altered',
  'quote-misattributed',
  'quote-not-found',
  'wrong-source',
  'missing-detail',
  'no-evidence',
  'sources-disagree',
  'superseded',
  'not-a-claim',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/** Why a verdict is what it is: in a person's words, with the place in the draft and in the source. */
export interface Reason {
  readonly code: ReasonCode;
  /** One sentence that names both values, such as `draft: 54 aircraft; source: 45 aircraft`. */
  readonly words: string;
  readonly draft: Span & { readonly text: string };
  readonly source: Cite | null;
}
