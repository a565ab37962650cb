import type { CheckedClaim, CheckReport } from '../domain/check.ts';
import type { Verdict } from '../domain/verdict.ts';
import { lineOf, summaryWords, verdictWords } from './claim-words.ts';
import { placeWords } from './render-search.ts';
import { oneLine, type Terminal, wrap } from './terminal.ts';

const MARKS = {
  supported: ['✓', 'green'],
  'partially-supported': ['≈', 'yellow'],
  contradicted: ['✗', 'red'],
  unsupported: ['?', 'yellow'],
  'not-checked': ['·', 'dim'],
} as const satisfies Record<Verdict, readonly [string, string]>;

const CLAIM_CHARS = 300;

/** A report for a person: what was found, claim by claim; sentences that claim nothing are left out. */
export function checkLines(report: CheckReport, terminal: Terminal): string {
  const claims = report.claims.filter(({ verdict }) => verdict !== 'not-checked');
  const blocks = claims.map((claim) => claimWords(claim, lineOf(report.text, claim), terminal));
  return `${[terminal.style('bold', summaryWords(report)), ...blocks].join('\n\n')}\n`;
}

function claimWords(claim: CheckedClaim, line: number, terminal: Terminal): string {
  const { style, columns } = terminal;
  const [mark, colour] = MARKS[claim.verdict];
  const indent = '  ';
  const lines = [
    `${style(colour, `${mark} ${verdictWords(claim.verdict)}`)}${style('dim', ` · line ${line}`)}`,
    wrap(oneLine(claim.text, CLAIM_CHARS), { columns, indent }),
    ...claim.reasons.map(({ words }) => wrap(style(colour, `→ ${oneLine(words)}`), { columns, indent })),
  ];
  const best = claim.evidence[0];
  if (best !== undefined) {
    lines.push(`${indent}${placeWords(best, terminal)}`);
    lines.push(wrap(`“${oneLine(best.quote, CLAIM_CHARS)}”`, { columns, indent: '    ' }));
  }
  return lines.join('\n');
}
