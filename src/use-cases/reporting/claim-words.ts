import type { CheckedClaim, CheckReport } from '../../domain/check.ts';
import type { Cite, Ref } from '../../domain/document.ts';
import { type Span, spanContains } from '../../domain/span.ts';
import type { Reason, Verdict } from '../../domain/verdict.ts';
import { type Decision, decisionsByClaim } from './decisions.ts';

/** Verdicts from the one that an editor must see first. */
export const BY_WEIGHT = [
  'contradicted',
  'unsupported',
  'partially-supported',
  'supported',
  'not-checked',
] as const satisfies readonly Verdict[];

/** A sign for each verdict that no colour is needed for. */
export const MARKS = {
  contradicted: '✗',
  unsupported: '?',
  'partially-supported': '≈',
  supported: '✓',
  'not-checked': '–',
} as const satisfies Record<Verdict, string>;

/** `12 claims: 2 contradicted, 7 supported`, the gravest first; verdicts that none has are left out. */
export function summaryWords({ claims, summary }: CheckReport): string {
  const parts = BY_WEIGHT.filter((verdict) => summary[verdict] > 0).map(
    (verdict) => `${summary[verdict]} ${verdictWords(verdict)}`,
  );
  return claims.length === 0
    ? 'No claim to check.'
    : `${claims.length.toLocaleString('en-GB')} ${claims.length === 1 ? 'claim' : 'claims'}: ${parts.join(', ')}.`;
}

/** The verdict as a person says it. */
export function verdictWords(verdict: Verdict): string {
  return verdict.replaceAll('-', ' ');
}

/** A claim with its place in the report and in the draft. */
export interface PlacedClaim extends CheckedClaim {
  readonly index: number;
  /** 1-based line of the draft on which it starts. */
  readonly line: number;
  /** What the editor did about it. */
  readonly decision?: Decision;
}

/** The claims of a report by what is to be done about them. */
export interface SortedClaims {
  /** Not borne out, or borne out by sources that disagree: the gravest first, then as in the draft. */
  readonly open: readonly PlacedClaim[];
  /** Likewise, where the editor has decided. */
  readonly settled: readonly PlacedClaim[];
  readonly borneOut: readonly PlacedClaim[];
  readonly notChecked: readonly PlacedClaim[];
}

export function sortClaims({ text, claims }: CheckReport, decisions: readonly Decision[] = []): SortedClaims {
  const decided = decisionsByClaim(decisions);
  const lineAt = lineCounter(text);
  const placed = claims.map((claim, index): PlacedClaim => {
    const decision = decided.get(index);
    return { ...claim, index, line: lineAt(claim.start), ...(decision !== undefined && { decision }) };
  });
  const isOpen = ({ verdict, reasons }: CheckedClaim) =>
    verdict === 'supported' ? reasons.length > 0 : verdict !== 'not-checked';
  const weight = ({ verdict }: CheckedClaim) => BY_WEIGHT.indexOf(verdict);
  const found = placed.filter(isOpen).sort((a, b) => weight(a) - weight(b) || a.index - b.index);
  return {
    open: found.filter(({ decision }) => decision === undefined),
    settled: found.filter(({ decision }) => decision !== undefined),
    borneOut: placed.filter((claim) => claim.verdict === 'supported' && !isOpen(claim)),
    notChecked: placed.filter(({ verdict }) => verdict === 'not-checked'),
  };
}

// Claims come in the order of their starts, so that the draft is read once.
function lineCounter(text: string): (start: number) => number {
  let [line, at] = [1, 0];
  return (start) => {
    for (let next = text.indexOf('\n', at); next !== -1 && next < start; next = text.indexOf('\n', at)) {
      line++;
      at = next + 1;
    }
    return line;
  };
}

/** The address as a link may hold it; null for anything but http and https. */
export function linkOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { href, protocol } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? href : null;
}

/** `3 May 2026`; null where the source does not say when it came out. */
export function dayOf({ publishedAt }: Ref): string | null {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(publishedAt ?? '')?.[0];
  if (day === undefined) return null;
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', {
    ...{ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  });
}

/** `2 independent sources`, where more than one bears a claim out. */
export function storyWords({ verdict, independentSources }: CheckedClaim): string | null {
  return verdict === 'supported' && independentSources > 1
    ? `${independentSources} independent sources`
    : null;
}

/** Where reasons point within a claim; counted in the draft. A reason about the whole of it points nowhere. */
export function pointsInClaim(claim: CheckedClaim): Span[] {
  return claim.reasons
    .map(({ draft }) => draft)
    .filter((span) => spanContains(claim, span) && !isWhole(claim, span));
}

const isWhole = (claim: Span, span: Span) => span.start === claim.start && span.end === claim.end;

/** Where reasons point within a citation; counted in its document. */
export function pointsInCite(cite: Cite, reasons: readonly Reason[]): Span[] {
  return reasons
    .flatMap(({ source }) => (source === null ? [] : [source]))
    .filter(
      (source) =>
        source.documentId === cite.documentId && spanContains(cite, source) && !isWhole(cite, source),
    );
}

/** A text cut where spans begin and end: each stretch with whether any of them holds it. `offset` is where it starts. */
export function cutBySpans(
  text: string,
  spans: readonly Span[],
  offset = 0,
): { readonly text: string; readonly isMarked: boolean }[] {
  const inside = spans.map(({ start, end }) => ({ start: start - offset, end: end - offset }));
  const borders = [...new Set([0, text.length, ...inside.flatMap(({ start, end }) => [start, end])])];
  const sorted = borders.filter((at) => at >= 0 && at <= text.length).sort((a, b) => a - b);
  return sorted.slice(1).map((end, at) => {
    const start = sorted[at] ?? 0;
    return {
      text: text.slice(start, end),
      isMarked: inside.some((span) => span.start <= start && end <= span.end),
    };
  });
}
