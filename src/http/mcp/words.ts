import type { CheckedClaim, CheckReport } from '../../domain/check.ts';
import type { Cite } from '../../domain/document.ts';
import type { SearchResult } from '../../domain/passage.ts';
import { type Reason, VERDICTS } from '../../domain/verdict.ts';
import { refWords, verdictWords } from '../cited-text.ts';
import { plainMarkdown } from '../plain-markdown.ts';

/** Passages, best first, each with its document. */
export function searchWords({ passages }: SearchResult): string {
  if (passages.length === 0) return 'No passage was found.';
  return passages
    .map(
      (passage) =>
        `${passage.rank}. ${refWords(passage)} (document ${passage.documentId}, characters ${passage.start} to ${passage.end}): ${quoted(passage.text)}`,
    )
    .join('\n');
}

/** How many claims have which verdict, then each claim with its reasons and evidence. */
export function reportWords({ summary, claims, ownCopies }: CheckReport): string {
  if (claims.length === 0) return 'There is no claim to check.';
  const copies = ownCopies.map((ref) => `Left out as the draft itself: ${refWords(ref)}.`);
  const counts = VERDICTS.filter((verdict) => summary[verdict] > 0).map(
    (verdict) => `${summary[verdict]} ${verdictWords(verdict)}`,
  );
  const items = claims.map((claim, index) => `${index + 1}. ${claimWords(claim)}`);
  return [`${claims.length} claims: ${counts.join(', ')}.`, ...copies, ...items].join('\n');
}

function claimWords({ verdict, kind, text, reasons, evidence }: CheckedClaim): string {
  return [`${verdictWords(verdict)} (${kind}): ${quoted(text)}`, ...groundsLines({ reasons, evidence })].join(
    '\n',
  );
}

/** Reasons, then evidence, a line each. */
export function groundsLines({
  reasons,
  evidence,
}: {
  readonly reasons: readonly Reason[];
  readonly evidence: readonly Cite[];
}): string[] {
  return [
    ...reasons.map(({ code, words }) => `   - ${code}: ${plainMarkdown(words)}`),
    ...evidence.map((cite) => `   - evidence: ${refWords(cite)}: ${quoted(cite.quote)}`),
  ];
}

/** Text of an article as a quotation that it cannot break out of: a mark before every line. */
export function quotedLines(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${plainMarkdown(line)}`)
    .join('\n');
}

export const quoted = (text: string) => `“${plainMarkdown(text)}”`;
