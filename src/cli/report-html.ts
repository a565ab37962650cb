import type { CheckedClaim, CheckReport } from '../domain/check.ts';
import type { Cite } from '../domain/document.ts';
import type { VERDICTS, Verdict } from '../domain/verdict.ts';
import { lineOf, linkOf, summaryWords, verdictWords } from './claim-words.ts';

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.55 system-ui, sans-serif; }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
.draft { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid #8886; border-radius: .5rem; padding: 1rem; }
.draft a { color: inherit; text-decoration: underline 2px; text-underline-offset: 3px; }
section { border-left: 4px solid; padding: .1rem 1rem; margin: 1.5rem 0; }
blockquote { margin: .5rem 0; }
.place { opacity: .75; font-size: .875rem; overflow-wrap: anywhere; }
.supported { border-color: #2a8a4a; text-decoration-color: #2a8a4a !important; }
.partially-supported, .unsupported { border-color: #c08a00; text-decoration-color: #c08a00 !important; }
.contradicted { border-color: #d03030; text-decoration-color: #d03030 !important; }
.not-checked { border-color: #888; text-decoration-color: transparent !important; }
`;

/** A report as a page of its own: no script, nothing loaded, all words of draft and articles escaped. */
export function htmlReport(report: CheckReport, draftName: string): string {
  const title = `Check of ${escapeHtml(draftName)}`;
  const sections = report.claims.map((claim, index) =>
    claimSection(claim, index, lineOf(report.text, claim)),
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${STYLE}</style>
<h1>${title}</h1>
<p>${escapeHtml(summaryWords(report))}</p>
<div class="draft">${markedDraft(report)}</div>
${sections.join('\n')}
</html>
`;
}

function claimSection(claim: CheckedClaim, index: number, line: number): string {
  const reasons = claim.reasons.map(({ words }) => `<li>${escapeHtml(words)}</li>`);
  return `<section id="claim-${index}" class="${claim.verdict}">
<h2>Line ${line}: ${verdictWords(claim.verdict)}</h2>
<blockquote>${escapeHtml(claim.text)}</blockquote>
${reasons.length > 0 ? `<ul>${reasons.join('')}</ul>` : ''}
${claim.evidence.map(evidenceWords).join('\n')}
</section>`;
}

function evidenceWords({ title, path, url, start, end, quote }: Cite): string {
  const name = escapeHtml(title);
  const href = linkOf(url);
  const link = href === null ? name : `<a href="${escapeHtml(href)}" rel="noreferrer">${name}</a>`;
  return `<p>“${escapeHtml(quote)}”<br><span class="place">${link} · ${escapeHtml(path)}, ${start}–${end}</span></p>`;
}

// From the one a reader must see first: where claims overlap, it gives the stretch its colour.
const BY_WEIGHT: readonly Verdict[] = [
  'contradicted',
  'unsupported',
  'partially-supported',
  'supported',
  'not-checked',
] satisfies (typeof VERDICTS)[number][];

/** The draft cut at every border of a claim; each stretch leads to the weightiest claim that holds it. */
function markedDraft({ text, claims }: CheckReport): string {
  const borders = new Set([0, text.length, ...claims.flatMap(({ start, end }) => [start, end])]);
  const sorted = [...borders].sort((a, b) => a - b);
  return sorted
    .slice(1)
    .map((end, at) => {
      const start = sorted[at] ?? 0;
      const words = escapeHtml(text.slice(start, end));
      const index = weightiest(claims, start);
      const verdict = claims[index]?.verdict;
      return verdict === undefined ? words : `<a href="#claim-${index}" class="${verdict}">${words}</a>`;
    })
    .join('');
}

function weightiest(claims: readonly CheckedClaim[], at: number): number {
  const over = claims.flatMap((claim, index) =>
    claim.start <= at && at < claim.end ? [{ claim, index }] : [],
  );
  over.sort((a, b) => BY_WEIGHT.indexOf(a.claim.verdict) - BY_WEIGHT.indexOf(b.claim.verdict));
  return over[0]?.index ?? -1;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that HTML shows as it is, in content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark);
}
