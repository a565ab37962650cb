import type { CheckedClaim } from '../../../src/domain/check.ts';
import type { Ref } from '../../../src/domain/document.ts';
import type { Failure } from '../stream/turn.ts';
import type { CheckEvent } from './check-events.ts';

/** A claim of the draft with what was found, under its place in the check. */
export interface Finding {
  /** 0-based, in draft order. */
  readonly index: number;
  readonly claim: CheckedClaim;
}

/** `sending`: nothing came yet; `checking`: claims are coming. Then one of the others, for good. */
type CheckPhase = 'sending' | 'checking' | 'checked' | 'stopped' | 'failed';

/** One check of a draft and all that is known of it. All spans count in `text`, which never changes. */
export interface CheckState {
  readonly phase: CheckPhase;
  /** The draft made text by the server; empty until it says so. */
  readonly text: string;
  /** Claims that the draft holds; judged or not. */
  readonly claimCount: number;
  /** In draft order. */
  readonly findings: readonly Finding[];
  /** Articles that are the draft itself. */
  readonly ownCopies: readonly Ref[];
  readonly failure: Failure | null;
}

/** What the stream says, and what happens to the request around it. */
export type CheckHappening =
  | CheckEvent
  | { readonly type: 'request-failed'; readonly failure: Failure }
  /** The body ended, whether or not the check did. */
  | { readonly type: 'connection-ended' }
  | { readonly type: 'check-stopped' };

export const NEW_CHECK: CheckState = {
  ...{ phase: 'sending', text: '', claimCount: 0, findings: [], ownCopies: [], failure: null },
};

/** True while findings may still come. */
export function isUnderWay({ phase }: CheckState): boolean {
  return phase === 'sending' || phase === 'checking';
}

/**
 * The check after an event. Pure, and total: events in any order and number give a check that can be shown.
 * One that has ended stays as it is.
 */
export function reduceCheck(state: CheckState, event: CheckHappening): CheckState {
  if (!isUnderWay(state)) return state;
  switch (event.type) {
    case 'check-started':
      return { ...NEW_CHECK, phase: 'checking', text: event.text, claimCount: event.claimCount };
    case 'claim-checked':
      return withFinding(state, event);
    case 'check-finished':
      return { ...state, phase: 'checked', ownCopies: event.ownCopies };
    case 'check-failed':
    case 'request-failed':
      return { ...state, phase: 'failed', failure: event.failure };
    case 'connection-ended':
      return { ...state, phase: 'failed', failure: { kind: 'interrupted', title: '', detail: '' } };
    case 'check-stopped':
      return { ...state, phase: 'stopped' };
    default:
      return event satisfies never;
  }
}

/** A claim whose span does not hold its words could be marked at the wrong place: it is left out. */
function withFinding(state: CheckState, { index, claim }: Finding): CheckState {
  if (state.text.slice(claim.start, claim.end) !== claim.text) return state;
  const { findings } = state;
  const finding = { index, claim };
  const isNext = index > (findings.at(-1)?.index ?? -1);
  const others = isNext ? findings : findings.filter((other) => other.index !== index);
  const all = [...others, finding];
  return { ...state, findings: isNext ? all : all.sort((a, b) => a.index - b.index) };
}
