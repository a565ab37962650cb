/** What an editor did about a finding: took it as right, set it aside, or put the source's wording into the draft. */
export const DECISION_ACTIONS = ['accepted', 'dismissed', 'taken-over'] as const;

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

const ACTION_WORDS: Readonly<Record<Decision['action'], string>> = {
  accepted: 'Accepted by the editor',
  dismissed: 'Dismissed by the editor',
  'taken-over': 'The source’s wording taken over by the editor',
};

/** `Accepted by the editor`. */
export function decisionWords({ action }: Decision): string {
  return ACTION_WORDS[action];
}
