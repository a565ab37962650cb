import type { OpenIndex } from '../../src/ports/index-store.ts';
import { names } from '../../src/text/names.ts';
import { createArchiveReader } from '../../src/use-cases/checking/archive-reader.ts';
import { findQuotation } from '../../src/use-cases/checking/find-quotation.ts';
import { draftClaims } from '../../src/verification/claims.ts';
import type { Judgement } from '../../src/verification/judgement.ts';
import { judgeQuote } from '../../src/verification/quote-verdict.ts';
import type { PlantedQuotation } from './plant.ts';

/** A planted quotation with the judgements of its parts; an interrupted quotation has several. */
export interface JudgedQuotation {
  readonly planted: PlantedQuotation;
  readonly parts: readonly Judgement[];
}

/** Looks each quotation up in the archive and judges it, as the checker does. */
export async function judgeQuotations(
  index: OpenIndex,
  list: readonly PlantedQuotation[],
): Promise<JudgedQuotation[]> {
  const reader = createArchiveReader(index);
  const judged: JudgedQuotation[] = [];
  for (const planted of list) {
    const { draft } = planted;
    const draftNames = names(draft);
    const parts: Judgement[] = [];
    for (const claim of draftClaims(draft)) {
      if (claim.kind !== 'quote') continue;
      const attributed = { speaker: claim.quotation.speaker, names: draftNames };
      const found = await findQuotation(reader, { claim, draft, attributed, signal: undefined });
      parts.push(judgeQuote(claim, found, draft));
    }
    judged.push({ planted, parts });
  }
  return judged;
}
