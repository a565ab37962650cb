/** What an editor did about a claim: took it as it stands, or set its verdict aside. */
export const DECISION_ACTIONS = ['accepted', 'dismissed'] as const;

/** An editor's mark on a claim of a report. */
export interface Decision {
  /** 0-based place of the claim in the report. */
  readonly claim: number;
  readonly action: (typeof DECISION_ACTIONS)[number];
  /** In the editor's words. */
  readonly note?: string;
}

/** By claim; of several on one claim the last. */
export function decisionsByClaim(decisions: readonly Decision[]): ReadonlyMap<number, Decision> {
  return new Map(decisions.map((decision) => [decision.claim, decision]));
}

/** `Accepted by the editor`. */
export function decisionWords({ action }: Decision): string {
  return action === 'accepted' ? 'Accepted by the editor' : 'Dismissed by the editor';
}
