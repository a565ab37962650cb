import type { ReasonCode } from '../../../src/domain/verdict.ts';

/** Reasons as a reader is told them: fewer than an editor is, for whom the server's own words are. */
export type ReasonKind = 'differs' | 'missing' | 'elsewhere' | 'speaker' | 'later';

// A record, so that the compiler asks for a code that is added to the domain.
const KINDS: Readonly<Record<ReasonCode, ReasonKind>> = {
  'number-mismatch': 'differs',
  'date-mismatch': 'differs',
  'name-mismatch': 'differs',
  'negation-mismatch': 'differs',
  'quote-altered': 'differs',
  'quote-misattributed': 'speaker',
  'quote-not-found': 'missing',
  'wrong-source': 'elsewhere',
  'missing-detail': 'missing',
  'no-evidence': 'missing',
  'sources-disagree': 'differs',
  superseded: 'later',
  'not-a-claim': 'missing',
};

/** False for a code that this page does not know, of a newer server. */
export const isReasonCode = (value: string | null): value is ReasonCode =>
  value !== null && Object.hasOwn(KINDS, value);

export const reasonKind = (code: ReasonCode): ReasonKind => KINDS[code];
