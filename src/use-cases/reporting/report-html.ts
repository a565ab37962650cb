import type { CheckReport } from '../../domain/check.ts';
import type { Reason } from '../../domain/verdict.ts';
import {
  BY_WEIGHT,
  dayOf,
  type PlacedClaim,
  type SortedClaims,
  sortClaims,
  storyWords,
  verdictWords,
} from './claim-words.ts';
import { type Decision, decisionWords } from './decisions.ts';
import { draftHtml } from './report-draft.ts';
import { citeHtml, claimHtml, escapeHtml, placeHtml, signOf } from './report-marks.ts';
import { REPORT_STYLE } from './report-style.ts';

/**
 * A report as a page of its own: what is wrong first, then the draft with its claims marked, then what is
 * borne out. No script, nothing loaded, all words of draft and articles escaped.
 */
export function htmlReport(
  report: CheckReport,
  draftName: string,
  decisions: readonly Decision[] = [],
): string {
  const title = `Check of ${escapeHtml(draftName)}`;
  const sorted = sortClaims(report, decisions);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${countsHtml(report)}
${copiesHtml(report)}
${openHtml(sorted)}
${settledHtml(sorted)}
<h2>The draft</h2>
${legendHtml(report)}
<div class="draft" dir="auto">${draftHtml(report)}</div>
${briefHtml('Borne out', sorted.borneOut, borneOutHtml)}
${briefHtml('Not checked', sorted.notChecked, notCheckedHtml)}
</main>
</body>
</html>
`;
}

function countsHtml({ summary, claims }: CheckReport): string {
  if (claims.length === 0) return '<p>No claim to check.</p>';
  const items = BY_WEIGHT.map((verdict) => {
    const kind = summary[verdict] === 0 ? 'none' : verdict;
    return `<li class="${kind}">${signOf(verdict)} ${summary[verdict]} <span class="name">${verdictWords(verdict)}</span></li>`;
  });
  return `<ul class="counts">${items.join('')}</ul>`;
}

// Which kind of line is which verdict's.
function legendHtml({ summary }: CheckReport): string {
  const used = BY_WEIGHT.filter((verdict) => summary[verdict] > 0);
  const names = used.map((verdict) => `<span class="line ${verdict}">${verdictWords(verdict)}</span>`);
  return names.length === 0 ? '' : `<p class="note">${names.join(' · ')}</p>`;
}

function copiesHtml({ ownCopies }: CheckReport): string {
  if (ownCopies.length === 0) return '';
  const names = ownCopies.map((copy) => {
    const day = dayOf(copy);
    return `${escapeHtml(copy.title)}${day === null ? '' : `, ${day}`} (${escapeHtml(copy.path)})`;
  });
  return `<p class="note">The archive holds this draft in another version, which is no evidence for it: ${names.join('; ')}.</p>`;
}

function settledHtml({ settled }: SortedClaims): string {
  return settled.length === 0 ? '' : `<h2>Settled by the editor</h2>\n${settled.map(claimCard).join('\n')}`;
}

function openHtml({ open, settled, borneOut }: SortedClaims): string {
  if (open.length > 0) return `<h2>To look at</h2>\n${open.map(claimCard).join('\n')}`;
  if (settled.length > 0) return '<h2>To look at</h2>\n<p>Nothing more: the editor has settled the rest.</p>';
  return borneOut.length === 0
    ? ''
    : '<h2>To look at</h2>\n<p>Nothing: every claim that was checked is borne out.</p>';
}

function claimCard(claim: PlacedClaim): string {
  const { verdict, index, kind, reasons, evidence } = claim;
  const what = kind === 'quote' ? ' <span class="note">quotation</span>' : '';
  const said = kind === 'quote' ? `<q>${claimHtml(claim)}</q>` : claimHtml(claim);
  const why = reasons.map((reason) => `<li>${reasonHtml(reason)}</li>`).join('');
  return `<section id="claim-${index}" class="claim ${verdict}">
<div class="head"><h3>${signOf(verdict)} <span class="name">${capital(verdictWords(verdict))}</span>${what}</h3><a href="#at-${index}">line ${claim.line}</a></div>
<p class="said" dir="auto">${said}</p>
${why === '' ? '' : `<ul class="why">${why}</ul>`}
${evidence.map((cite) => citeHtml(cite, claim)).join('\n')}
${decisionHtml(claim)}
</section>`;
}

function decisionHtml({ decision }: PlacedClaim): string {
  if (decision === undefined) return '';
  const { note = '' } = decision;
  const why = note.trim() === '' ? '.' : `: <span dir="auto">${escapeHtml(note.trim())}</span>`;
  return `<p class="decision"><strong>${decisionWords(decision)}</strong>${why}</p>`;
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

// `draft: 54 people; source: 45 people (Title, 3 May 2026)` is read faster one under the other.
function reasonHtml({ words }: Reason): string {
  const match = /^(draft): (.*?); ((?:a later |another )?(?:source|report)): (.*)$/su.exec(words);
  if (match === null) return escapeHtml(words);
  const [, ours = '', mine = '', theirs = '', other = ''] = match;
  // What the source is called stands in brackets at the end; the value may hold brackets of its own.
  const [, value = other, named = ''] = /^(.*?)( \(.*\))$/su.exec(other) ?? [];
  return `<dl class="values"><dt>${ours}</dt><dd>${escapeHtml(mine)}</dd><dt>${theirs}</dt><dd>${escapeHtml(value)}<span class="note">${escapeHtml(named)}</span></dd></dl>`;
}

function briefHtml(
  title: string,
  claims: readonly PlacedClaim[],
  item: (claim: PlacedClaim) => string,
): string {
  if (claims.length === 0) return '';
  return `<h2>${title}</h2>\n<ul class="brief">${claims.map((claim) => `<li id="claim-${claim.index}">${item(claim)}</li>`).join('\n')}</ul>`;
}

function borneOutHtml(claim: PlacedClaim): string {
  const [cite] = claim.evidence;
  const place = [
    ...(cite === undefined ? [] : [placeHtml(cite)]),
    ...((storyWords(claim) ?? '') ? [storyWords(claim)] : []),
  ];
  return `<p class="${claim.verdict}" dir="auto">${signOf(claim.verdict)} ${claimHtml(claim)} <a class="note" href="#at-${claim.index}">line ${claim.line}</a></p>
<p class="place">${place.join(' · ')}</p>${decisionHtml(claim)}`;
}

function notCheckedHtml(claim: PlacedClaim): string {
  const why = claim.reasons.map(({ words }) => escapeHtml(words)).join(' ');
  return `<p dir="auto">${escapeHtml(claim.text)} <a class="note" href="#at-${claim.index}">line ${claim.line}</a></p><p class="place">${why}</p>${decisionHtml(claim)}`;
}
