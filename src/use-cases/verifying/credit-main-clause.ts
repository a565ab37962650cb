import type { Judgement } from '../../verification/judgement.ts';
import { partClaim } from '../../verification/main-clause.ts';
import { sourceName } from '../../verification/reasons.ts';

/** Judges a text against some of the sources, by their places; one judgement each, in order. */
export type JudgeText = (text: string, places: readonly number[]) => Promise<readonly Judgement[]>;

/**
 * Where a source tells a sentence but for the clause that ends it ("…, which a panel is investigating"), the
 * claim is partially supported there, not unsupported: the main clause is judged alone. The others come back
 * as they are, all in their order.
 */
export async function creditMainClause(
  text: string,
  all: readonly Judgement[],
  judge: JudgeText,
): Promise<Judgement[]> {
  const parted = partClaim(text);
  const places = all.flatMap(({ verdict }, place) => (verdict === 'unsupported' ? [place] : []));
  if (parted === null || places.length === 0) return [...all];
  const mains = await judge(`${text.slice(parted.main.start, parted.main.end)}.`, places);
  const { start, end } = parted.added;
  const draft = { start, end, text: text.slice(start, end) };
  return all.map((one, place) => {
    const main = mains[places.indexOf(place)];
    const source = main?.verdict === 'supported' ? main.evidence[0] : undefined;
    if (main === undefined || source === undefined) return one;
    const words = `Not in the source: ${draft.text} (${sourceName(source)}).`;
    const reasons = [{ code: 'missing-detail' as const, words, draft, source }];
    return { ...one, verdict: 'partially-supported', reasons, evidence: main.evidence };
  });
}
