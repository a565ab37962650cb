import type { Span } from '../../domain/span.ts';
import { sentences } from '../../text/sentences.ts';
import { type DraftClaim, draftClaims } from '../../verification/claims.ts';
import { type Citation, type CitedDraft, citationsOf } from './citing/citations.ts';

/** A claim of a draft with what the draft cites for it. */
export type CheckableClaim = DraftClaim & { readonly citations: readonly Citation[] };

/**
 * The claims of a draft in draft order. They are read without the marks and addresses of its citations;
 * its list of sources claims nothing.
 */
export function checkableClaims(cited: CitedDraft, draft: string): CheckableClaim[] {
  const lines = sentences(cited.text);
  let line = 0;
  const claims = draftClaims(cited.text).map((claim): CheckableClaim => {
    while (line < lines.length && (lines[line]?.end ?? 0) <= claim.start) line++;
    const around = claim.kind === 'quote' ? claim.sentence : (lines[line] ?? claim);
    return {
      ...claim,
      text: draft.slice(claim.start, claim.end),
      citations: citationsOf(cited, claim, around),
    };
  });
  const sources = cited.notes.map((note) => noClaim(note, draft));
  return [...claims, ...sources].sort((a, b) => a.start - b.start || b.end - a.end);
}

function noClaim({ start, end }: Span, draft: string): CheckableClaim {
  const text = draft.slice(start, end);
  const why = 'It names a source.';
  return { start, end, text, readAs: text, filledIn: [], kind: 'not-a-claim', why, citations: [] };
}
