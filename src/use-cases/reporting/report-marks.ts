import type { CheckedClaim } from '../../domain/check.ts';
import type { Cite } from '../../domain/document.ts';
import type { Span } from '../../domain/span.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { cutBySpans, dayOf, linkOf, MARKS, pointsInCite, pointsInClaim } from './claim-words.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Overrides of direction: they would show words other than they read, and carry on into the report's own. */
export const OVERRIDES = /[\u202D\u202E]/g;

/** Text that HTML shows as it is, in content and in quoted attributes; overrides of direction are left out. */
export function escapeHtml(text: string): string {
  return text.replace(OVERRIDES, '').replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark);
}

/** A verdict's sign; its name stands beside it, so that it is not read out twice. */
export function signOf(verdict: Verdict): string {
  return `<span class="sign" aria-hidden="true">${MARKS[verdict]}</span>`;
}

/** A claim's words with those marked that its reasons are about. */
export function claimHtml(claim: CheckedClaim): string {
  return markedHtml(claim.text, pointsInClaim(claim), claim.start);
}

/** A source's words with the marked ones, then its title, day and path. */
export function citeHtml(cite: Cite, { reasons }: Pick<CheckedClaim, 'reasons'>): string {
  const words = markedHtml(cite.quote, pointsInCite(cite, reasons), cite.start);
  return `<div class="from"><p dir="auto"><q>${words}</q></p><p class="place">${placeHtml(cite)}</p></div>`;
}

/** `Title, 3 May 2026 · 2026/ferry.md, 120–240`, the title as a link where the source has an address. */
export function placeHtml(cite: Cite): string {
  const name = escapeHtml(cite.title);
  const href = linkOf(cite.url);
  const link = href === null ? name : `<a href="${escapeHtml(href)}" rel="noreferrer">${name}</a>`;
  const day = dayOf(cite);
  return `${link}${day === null ? '' : `, ${day}`} · ${escapeHtml(cite.path)}, ${cite.start}–${cite.end}`;
}

function markedHtml(text: string, spans: readonly Span[], offset: number): string {
  return cutBySpans(text, spans, offset)
    .map((part) => (part.isMarked ? `<mark>${escapeHtml(part.text)}</mark>` : escapeHtml(part.text)))
    .join('');
}
