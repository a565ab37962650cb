import type { Answer, AnswerClaim } from '../domain/answer.ts';
import type { Cite } from '../domain/document.ts';
import { verdictWords } from '../use-cases/reporting/claim-words.ts';
import { printable } from '../use-cases/reporting/one-line.ts';
import { placeWords } from './render-search.ts';
import { oneLine, type Terminal, wrap } from './terminal.ts';

/** An answer for a person: its sentences with the numbers of their sources, then the sources. */
export function answerLines(answer: Answer, terminal: Terminal): string {
  const sections = answer.status === 'answered' ? answered(answer, terminal) : abstained(answer, terminal);
  return `${sections.join('\n\n')}\n`;
}

function answered(answer: Answer, terminal: Terminal): string[] {
  const cites = numbered(answer);
  const text = textWithMarkers(answer, cites, terminal);
  const sources = [...cites.values()].map(({ cite, number }) => sourceWords(cite, `[${number}]`, terminal));
  const sections = [
    wrap(text, { columns: terminal.columns }),
    [terminal.style('bold', 'Sources'), ...sources].join('\n'),
  ];
  const doubts = answer.claims.flatMap((claim) => doubtWords(claim, terminal));
  if (doubts.length > 0)
    sections.push([terminal.style('bold', 'Not borne out as it stands'), ...doubts].join('\n'));
  for (const { about, sides } of answer.conflicts) {
    const title = terminal.style('yellow', `The sources disagree: ${oneLine(about)}`);
    sections.push([title, ...sides.map((side) => sourceWords(side, '-', terminal))].join('\n'));
  }
  if (answer.notice !== undefined) sections.push(noticeWords(answer.notice, terminal));
  return sections;
}

function noticeWords(notice: string, { style, columns }: Terminal): string {
  return wrap(style('yellow', printable(notice)), { columns });
}

/** What is wrong with a sentence; nothing for one that is borne out. */
function doubtWords({ text, verdict, reasons = [] }: AnswerClaim, { style, columns }: Terminal): string[] {
  if (verdict === 'supported') return [];
  const why = reasons.map(({ words }) => ` ${oneLine(words)}`).join('');
  return [wrap(`- ${style('yellow', verdictWords(verdict))}: “${oneLine(text)}”${why}`, { columns })];
}

function abstained(answer: Answer, terminal: Terminal): string[] {
  const text = wrap(printable(answer.text), { columns: terminal.columns });
  if (answer.nearest.length === 0) return [text];
  const nearest = answer.nearest.map((cite) => sourceWords(cite, '-', terminal));
  return [text, [terminal.style('bold', 'Nearest passages'), ...nearest].join('\n')];
}

interface NumberedCite {
  readonly cite: Cite;
  readonly number: number;
}

const keyOf = ({ documentId, start, end }: Cite) => `${documentId} ${start} ${end}`;

function numbered({ claims }: Answer): ReadonlyMap<string, NumberedCite> {
  const cites = new Map<string, NumberedCite>();
  for (const cite of claims.flatMap((claim) => claim.citations)) {
    if (!cites.has(keyOf(cite))) cites.set(keyOf(cite), { cite, number: cites.size + 1 });
  }
  return cites;
}

// Claims stand in Answer.text in order; what is between them stays.
function textWithMarkers(
  { text, claims }: Answer,
  cites: ReadonlyMap<string, NumberedCite>,
  { style }: Terminal,
): string {
  let from = 0;
  let marked = '';
  for (const claim of claims) {
    const markers = markersOf(claim, cites).map((number) => style('cyan', `[${number}]`));
    marked += [printable(text.slice(from, claim.end)), ...markers].join(' ');
    from = claim.end;
  }
  return marked + printable(text.slice(from));
}

function markersOf({ citations }: AnswerClaim, cites: ReadonlyMap<string, NumberedCite>): number[] {
  return citations.flatMap((cite) => cites.get(keyOf(cite))?.number ?? []);
}

function sourceWords(cite: Cite, marker: string, terminal: Terminal): string {
  const indent = ' '.repeat(marker.length + 1);
  const quote = wrap(`“${oneLine(cite.quote)}”`, { columns: terminal.columns, indent });
  return `${marker} ${placeWords(cite, terminal)}\n${quote}`;
}
