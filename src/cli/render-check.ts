import type { CheckReport } from '../domain/check.ts';
import type { Verdict } from '../domain/verdict.ts';
import {
  MARKS,
  type PlacedClaim,
  sortClaims,
  storyWords,
  summaryWords,
  verdictWords,
} from '../use-cases/reporting/claim-words.ts';
import { placeWords } from './render-search.ts';
import { oneLine, type Terminal, wrap } from './terminal.ts';

const COLOURS = {
  supported: 'green',
  'partially-supported': 'yellow',
  contradicted: 'red',
  unsupported: 'yellow',
  'not-checked': 'dim',
} as const satisfies Record<Verdict, string>;

const CLAIM_CHARS = 300;
const BRIEF_CHARS = 100;

/** A report for a person: what is wrong first, then what is borne out, in brief; sentences that claim nothing are left out. */
export function checkLines(report: CheckReport, terminal: Terminal): string {
  const { open, borneOut } = sortClaims(report);
  const copies = report.ownCopies.map(
    ({ path }) => `${oneLine(path)} is this draft in another version, and no evidence for it.`,
  );
  const blocks = [
    [terminal.style('bold', summaryWords(report)), ...copies].join('\n'),
    ...open.map((claim) => claimLines(claim, terminal)),
    ...(borneOut.length === 0 ? [] : [borneOut.map((claim) => briefLine(claim, terminal)).join('\n')]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function claimLines(claim: PlacedClaim, terminal: Terminal): string {
  const { style, columns } = terminal;
  const { verdict, line } = claim;
  const indent = '  ';
  const lines = [
    `${style(COLOURS[verdict], `${MARKS[verdict]} ${verdictWords(verdict)}`)}${style('dim', ` · line ${line}`)}`,
    wrap(oneLine(claim.text, CLAIM_CHARS), { columns, indent }),
    ...claim.reasons.map(({ words }) =>
      wrap(style(COLOURS[verdict], `→ ${oneLine(words)}`), { columns, indent }),
    ),
  ];
  const best = claim.evidence[0];
  if (best !== undefined) {
    lines.push(`${indent}${placeWords(best, terminal)}`);
    lines.push(wrap(`“${oneLine(best.quote, CLAIM_CHARS)}”`, { columns, indent: '    ' }));
  }
  return lines.join('\n');
}

function briefLine(claim: PlacedClaim, terminal: Terminal): string {
  const { style } = terminal;
  const sign = style(COLOURS[claim.verdict], `${MARKS[claim.verdict]} ${verdictWords(claim.verdict)}`);
  const best = claim.evidence[0];
  const stories = storyWords(claim);
  const place =
    best === undefined
      ? ''
      : `\n  ${placeWords(best, terminal)}${stories === null ? '' : style('dim', ` · ${stories}`)}`;
  return `${sign}${style('dim', ` · line ${claim.line}`)}  ${oneLine(claim.text, BRIEF_CHARS)}${place}`;
}
