import type { Document } from '../../domain/document.ts';
import type { Reason } from '../../domain/verdict.ts';
import { words } from '../../text/tokens.ts';
import type { Judgement } from '../../verification/judgement.ts';
import { sourceName } from '../../verification/reasons.ts';
import type { ArchiveReader } from './archive-reader.ts';
import type { Attribution } from './citing/attributions.ts';
import { isSameOutlet } from './citing/source-directory.ts';
import type { ClaimPlace } from './weigh-sources.ts';

interface OutletCheck {
  readonly reader: Pick<ArchiveReader, 'document'>;
  /** Outlets to which the claim's sentence is given. */
  readonly outlets: readonly Attribution[];
  readonly place: ClaimPlace;
}

/** A claim that is borne out, but not where the draft says, is so in part. */
const MOST_PARTIAL = 0.49;

/**
 * A supported claim that the draft gives to an outlet is partially supported where every article that bears
 * it out says that it is another outlet's and does not name the draft's: an agency's report may stand in any
 * paper. An article that does not tell whose it is tells nothing here.
 */
export async function heldToOutlet(judgement: Judgement, check: OutletCheck): Promise<Judgement> {
  const { reader, outlets, place } = check;
  const [outlet] = outlets;
  const [first] = judgement.evidence;
  if (judgement.verdict !== 'supported' || outlet === undefined || first === undefined) return judgement;
  const ids = [...new Set(judgement.evidence.map(({ documentId }) => documentId))];
  const articles = await Promise.all(ids.map((id) => reader.document(id)));
  const isAnothers = articles.every((article) => outlets.every((one) => isOfAnother(article, one)));
  if (!isAnothers) return judgement;
  const { claim, draft } = place;
  const reason: Reason = {
    code: 'wrong-source',
    words: `The draft gives this to “${outlet.outlet}”; the article that says so is of “${articles[0]?.publisher ?? ''}” (${sourceName(first)}).`,
    draft: { start: claim.start, end: claim.end, text: draft.slice(claim.start, claim.end) },
    source: first,
  };
  return {
    ...judgement,
    verdict: 'partially-supported',
    score: judgement.score * MOST_PARTIAL,
    reasons: [reason, ...judgement.reasons],
  };
}

function isOfAnother({ id, publisher, text }: Document, { outlet, documentIds }: Attribution): boolean {
  if (publisher === undefined || documentIds.has(id) || isSameOutlet(publisher, outlet)) return false;
  const named = new Set(words(text).map(({ norm }) => norm));
  return !words(outlet).every(({ norm }) => named.has(norm));
}
