import type { DocumentId } from '../../domain/document.ts';
import type { QuoteClaim } from '../../verification/claims.ts';
import type { Judgement } from '../../verification/judgement.ts';
import { sourceName } from '../../verification/reasons.ts';

interface CitedQuote {
  readonly claim: QuoteClaim;
  readonly draft: string;
  readonly cited: ReadonlySet<DocumentId>;
}

/**
 * The verdict on a quotation for which the draft names an article: one that stands word for word only in
 * another article is partially supported, as a statement would be.
 */
export function judgeCitedQuote(judgement: Judgement, { claim, draft, cited }: CitedQuote): Judgement {
  const [first] = judgement.evidence;
  if (judgement.verdict !== 'supported' || cited.size === 0 || first === undefined) return judgement;
  const own = judgement.evidence.filter(({ documentId }) => cited.has(documentId));
  const others = judgement.evidence.filter(({ documentId }) => !cited.has(documentId));
  if (own.length > 0) return { ...judgement, evidence: [...own, ...others] };
  const words = `The draft cites another article, which does not have this; it stands in ${sourceName(first)}.`;
  const { start, end } = claim;
  const reason = {
    code: 'wrong-source',
    words,
    draft: { start, end, text: draft.slice(start, end) },
    source: first,
  } as const;
  return { ...judgement, verdict: 'partially-supported', score: 0.49, reasons: [reason] };
}
