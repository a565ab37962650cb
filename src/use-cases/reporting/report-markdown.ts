import type { CheckReport } from '../../domain/check.ts';
import type { Cite } from '../../domain/document.ts';
import type { Span } from '../../domain/span.ts';
import {
  cutBySpans,
  dayOf,
  linkOf,
  MARKS,
  type PlacedClaim,
  pointsInCite,
  pointsInClaim,
  sortClaims,
  storyWords,
  summaryWords,
  verdictWords,
} from './claim-words.ts';
import { type Decision, decisionWords } from './decisions.ts';
import { oneLine } from './one-line.ts';
import { OVERRIDES } from './report-marks.ts';

/**
 * A report as Markdown: what is wrong first, then what is borne out. All words of the draft and of the
 * articles are escaped; the ones that a reason is about are bold.
 */
export function markdownReport(
  report: CheckReport,
  draftName: string,
  decisions: readonly Decision[] = [],
): string {
  const { open, settled, borneOut, notChecked } = sortClaims(report, decisions);
  const parts = [
    `# Check of ${escapeMarkdown(draftName)}`,
    summaryWords(report),
    ...copiesWords(report),
    ...section('To look at', open.map(openClaim)),
    ...section('Settled by the editor', settled.map(openClaim)),
    ...section('Borne out', list(borneOut, borneOutClaim)),
    ...section('Not checked', list(notChecked, notCheckedClaim)),
  ];
  return `${parts.join('\n\n')}\n`;
}

const section = (title: string, parts: readonly string[]) =>
  parts.length === 0 ? [] : [`## ${title}`, ...parts];
const list = (claims: readonly PlacedClaim[], item: (claim: PlacedClaim) => string) =>
  claims.length === 0 ? [] : [claims.map((claim) => `- ${item(claim)}`).join('\n')];

function copiesWords({ ownCopies }: CheckReport): string[] {
  if (ownCopies.length === 0) return [];
  const names = ownCopies.map(({ title, path }) => `${escapeMarkdown(title)} (${escapeMarkdown(path)})`);
  return [
    `The archive holds this draft in another version, which is no evidence for it: ${names.join('; ')}.`,
  ];
}

function openClaim(claim: PlacedClaim): string {
  const { verdict, line, reasons, evidence } = claim;
  const sources = evidence.map(
    (cite) => `- ${placeWords(cite)}: “${marked(cite.quote, pointsInCite(cite, reasons), cite.start)}”`,
  );
  return [
    `### ${MARKS[verdict]} ${verdictWords(verdict)}, line ${line}`,
    `> ${marked(claim.text, pointsInClaim(claim), claim.start)}`,
    ...(reasons.length > 0 ? [reasons.map(({ words }) => `- ${escapeMarkdown(words)}`).join('\n')] : []),
    ...(sources.length > 0 ? [`Sources:\n\n${sources.join('\n')}`] : []),
    ...decided(claim),
  ].join('\n\n');
}

function decided({ decision }: PlacedClaim): string[] {
  if (decision === undefined) return [];
  const note = escapeMarkdown(decision.note ?? '');
  return [`**${decisionWords(decision)}**${note === '' ? '.' : `: ${note}`}`];
}

function borneOutClaim(claim: PlacedClaim): string {
  const [cite] = claim.evidence;
  const stories = storyWords(claim);
  const place = [cite === undefined ? null : placeWords(cite), stories].filter((words) => words !== null);
  return `line ${claim.line}: ${escapeMarkdown(claim.text)} — ${[place.join(', '), ...decided(claim)].join('. ')}`;
}

function notCheckedClaim(claim: PlacedClaim): string {
  const { line, text, reasons } = claim;
  const why = [...reasons.map(({ words }) => escapeMarkdown(words)), ...decided(claim)];
  return `line ${line}: ${escapeMarkdown(text)} — ${why.join(' ')}`;
}

function placeWords(cite: Cite): string {
  const { title, path, url, start, end } = cite;
  const name = escapeMarkdown(title);
  const link = linkOf(url);
  const day = dayOf(cite);
  const place = [...(day === null ? [] : [day]), `${escapeMarkdown(path)}, ${start}–${end}`].join(', ');
  return `${link === null ? name : `[${name}](<${link}>)`} (${place})`;
}

function marked(text: string, spans: readonly Span[], offset: number): string {
  return cutBySpans(text, spans, offset)
    .map((part) => {
      const words = escapeMarkdown(part.text);
      if (!part.isMarked || words === '') return spaced(part.text, words);
      return spaced(part.text, `**${words}**`);
    })
    .join('')
    .trim();
}

// The space at a stretch's edge stays, outside the marks: inside them it would undo them.
function spaced(text: string, words: string): string {
  if (words === '') return text === '' ? '' : ' ';
  return `${/^\s/.test(text) ? ' ' : ''}${words}${/\s$/.test(text) ? ' ' : ''}`;
}

// What can begin a mark anywhere; what does only where a block begins; and what makes an address a link.
const ANYWHERE = /[\\`*_[\]<>~|&$]/g;
const AT_START = /^(?:[#+=:-]|\d{1,9}(?=[.)]))/;
const LINKED = /:(?=\/\/)|(?<=www)\.|@/gi;

/** Text that Markdown shows as it is, on one line, as legible as it can be. */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(OVERRIDES, '')
    .replace(ANYWHERE, '\\$&')
    .replace(LINKED, '\\$&')
    .replace(AT_START, (mark) => (/^\d/.test(mark) ? `${mark}\\` : `\\${mark}`));
}
