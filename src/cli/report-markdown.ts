import type { CheckedClaim, CheckReport } from '../domain/check.ts';
import type { Cite } from '../domain/document.ts';
import { lineOf, linkOf, summaryWords, verdictWords } from './claim-words.ts';
import { oneLine } from './terminal.ts';

/** A report as Markdown. All words of the draft and of the articles are escaped. */
export function markdownReport(report: CheckReport, draftName: string): string {
  const claims = report.claims.map((claim) => claimSection(claim, lineOf(report.text, claim)));
  return `${[`# Check of ${escapeMarkdown(draftName)}`, summaryWords(report), ...claims].join('\n\n')}\n`;
}

function claimSection(claim: CheckedClaim, line: number): string {
  const reasons = claim.reasons.map(({ words }) => `- ${escapeMarkdown(words)}`);
  const evidence = claim.evidence.map((cite) => `- ${sourceWords(cite)}: “${escapeMarkdown(cite.quote)}”`);
  return [
    `## Line ${line}: ${verdictWords(claim.verdict)}`,
    `> ${escapeMarkdown(claim.text)}`,
    ...(reasons.length > 0 ? [reasons.join('\n')] : []),
    ...(evidence.length > 0 ? [`Sources:\n\n${evidence.join('\n')}`] : []),
  ].join('\n\n');
}

function sourceWords({ title, path, url, start, end }: Cite): string {
  const place = `${escapeMarkdown(path)}, ${start}–${end}`;
  const name = escapeMarkdown(title);
  const link = linkOf(url);
  return link === null ? `${name} (${place})` : `[${name}](<${link}>) (${place})`;
}

/** Text that Markdown shows as it is, on one line: CommonMark lets every ASCII punctuation mark be escaped. */
export function escapeMarkdown(text: string): string {
  return oneLine(text).replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
