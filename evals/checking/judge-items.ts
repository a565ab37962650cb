import type { CheckedClaim } from '../../src/domain/check.ts';
import { type CheckDeps, checkDraft } from '../../src/use-cases/check-draft.ts';
import type { PlantedItem } from './planted-items.ts';

/** Sentences of one draft: what a person would hand in. */
const DRAFT_SENTENCES = 50;

/** An item with the claims that the checker made of it. */
export interface JudgedItem {
  readonly item: PlantedItem;
  readonly claims: readonly CheckedClaim[];
}

/** Checks the items in drafts of some fifty sentences, a paragraph each. */
export async function judgeItems(deps: CheckDeps, items: readonly PlantedItem[]): Promise<JudgedItem[]> {
  const judged: JudgedItem[] = [];
  for (let from = 0; from < items.length; from += DRAFT_SENTENCES) {
    const part = items.slice(from, from + DRAFT_SENTENCES);
    const claims = await checkedClaims(deps, part.map(({ text }) => text).join('\n\n'));
    let start = 0;
    for (const item of part) {
      const end = start + item.text.length;
      judged.push({ item, claims: claims.filter((claim) => claim.start >= start && claim.end <= end) });
      start = end + 2;
    }
  }
  return judged;
}

async function checkedClaims(deps: CheckDeps, draft: string): Promise<readonly CheckedClaim[]> {
  for await (const event of checkDraft(deps, { draft })) {
    if (event.type === 'check-finished') return event.report.claims;
  }
  throw new Error('The check ended without a report.');
}
