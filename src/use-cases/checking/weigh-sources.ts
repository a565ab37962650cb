import type { Document } from '../../domain/document.ts';
import type { Span } from '../../domain/span.ts';
import type { Reason } from '../../domain/verdict.ts';
import { dates } from '../../text/dates.ts';
import { numbers } from '../../text/numbers.ts';
import type { Judgement } from '../../verification/judgement.ts';
import { reasonWithoutSource, sourceName } from '../../verification/reasons.ts';
import { changedFigure, holdsFigure, isSameSubject } from './later-report.ts';

/** What is said of a claim by one article. */
export interface JudgedSource {
  readonly document: Document;
  /** The draft names this article for the claim. */
  readonly isCited: boolean;
  readonly judgement: Judgement;
  /** Where it counts otherwise what the claim counts, whatever its verdict. */
  readonly otherCounts?: readonly Reason[];
}

/** The claim's place, and the draft's text in which it counts. */
export interface ClaimPlace {
  readonly claim: Span;
  readonly draft: string;
}

/** Below this support is none: a claim that is not supported has less. */
const MOST_UNSUPPORTED = 0.49;

/**
 * One verdict from what each article says, the likeliest first, spans in the draft. Borne out by any article
 * → supported; by another than the cited one → partially supported, since a reader who follows the citation does not find it
 * there; by a report whose figure a later one changed → partially supported. No article bears it out and one
 * contradicts → contradicted, unless another holds as much of it without contradiction. Sources that give
 * other values stand in the reasons.
 */
export function weighSources(sources: readonly JudgedSource[], place: ClaimPlace): Judgement {
  const [likeliest] = sources.filter(({ isCited }) => !isCited);
  const isCiting = sources.some(({ isCited }) => isCited);
  const ranked = sources.toSorted(byStrength);
  const supporting = ranked.filter(({ judgement }) => judgement.verdict === 'supported');
  const against = ranked.filter(({ judgement }) => judgement.verdict === 'contradicted');
  const cited = ranked.filter(({ isCited }) => isCited);
  if (supporting.length > 0) return weighSupport({ ranked, supporting, against, cited }, place);
  const partial = ranked.filter(({ judgement }) => judgement.verdict === 'partially-supported');
  const best = partial[0];
  const overtaken = ranked.find(
    (one) => !namesBoth(one) && against.some((other) => isOvertakenBy(one, other)),
  );
  if (overtaken !== undefined) return weighOvertaken(overtaken, against);
  const plain = against.filter(
    (one) => namesBoth(one) || ((one.isCited || (one === likeliest && !isCiting)) && lacksFact(one)),
  );
  if (plain.length > 0 && !isOutweighed(plain, best)) return weighAgainst(plain);
  const nearest = best ?? against.find((one) => one.isCited || (one === likeliest && !isCiting));
  if (nearest !== undefined && nearest.judgement.score >= LEAST_PARTIAL) return inPart(nearest);
  const words = 'No article of the archive bears this out.';
  const reasons = [reasonWithoutSource('no-evidence', words, place)];
  const score = Math.min(MOST_UNSUPPORTED, Math.max(0.05, ...ranked.map(({ judgement }) => judgement.score)));
  return { verdict: 'unsupported', score, reasons, evidence: [] };
}

const byStrength = (a: JudgedSource, b: JudgedSource) =>
  Number(b.isCited) - Number(a.isCited) || b.judgement.score - a.judgement.score;

interface Weighed {
  readonly ranked: readonly JudgedSource[];
  readonly supporting: readonly JudgedSource[];
  readonly against: readonly JudgedSource[];
  readonly cited: readonly JudgedSource[];
}

function weighSupport({ ranked, supporting, against, cited }: Weighed, place: ClaimPlace): Judgement {
  const [best] = supporting;
  if (best === undefined) throw new Error('Nothing supports the claim.');
  const open = against.filter(
    (other) =>
      namesBoth(other) &&
      supporting.some((one) => isSameSubject(reportOf(one), reportOf(other))) &&
      !supporting.some((one) => isChangedBy(one, other)),
  );
  const later = open.filter((other) => supporting.every((one) => isOvertakenBy(one, other)));
  const isElsewhere = cited.length > 0 && !best.isCited;
  const reasons = [
    ...(isElsewhere ? [wrongSource(best, cited, place)] : []),
    ...open.slice(0, MAX_OTHERS).flatMap((other) => otherValues(other, later.includes(other))),
    ...(open.length === 0 ? countedOtherwise(ranked) : []),
  ];
  const { score } = best.judgement;
  const evidence = [...supporting, ...later].flatMap(bestCites);
  if (isElsewhere || later.length > 0)
    return { verdict: 'partially-supported', score: score * MOST_UNSUPPORTED, reasons, evidence };
  return { verdict: 'supported', score, reasons, evidence };
}

/** Days between two reports on one matter, at most, for their counts to be of the same thing. */
const SAME_MATTER_DAYS = 14;

// An article may name the claim's figure as somebody else's and set its own beside it.
function countedOtherwise(ranked: readonly JudgedSource[]): Reason[] {
  const others = ranked.filter(({ otherCounts = [] }) => otherCounts.length > 0);
  const own = ranked.filter((one) => !others.includes(one) && givesFigure(one, others));
  const open = others.filter(
    (other) =>
      own.some(
        (one) => isSameSubject(reportOf(one), reportOf(other)) && daysBetween(one, other) <= SAME_MATTER_DAYS,
      ) && !own.some((one) => isLaterWord(one, other)),
  );
  return open
    .slice(0, 1)
    .flatMap(({ otherCounts = [], ...other }) =>
      otherValues({ ...other, judgement: { ...other.judgement, reasons: otherCounts } }, false),
    );
}

function givesFigure(one: JudgedSource, others: readonly JudgedSource[]): boolean {
  if (one.judgement.verdict === 'supported') return true;
  const figures = others.flatMap(({ otherCounts = [] }) => otherCounts.map(({ draft }) => draft.text));
  return figures.some((figure) => holdsFigure(reportOf(one), figure));
}

const isLaterWord = (one: JudgedSource, { otherCounts = [], ...other }: JudgedSource) =>
  otherCounts.some(({ source }) => changedFigure(reportOf(one), reportOf(other), source?.quote ?? ''));

function daysBetween({ document: a }: JudgedSource, { document: b }: JudgedSource): number {
  if (a.publishedAt === null || b.publishedAt === null) return 0;
  return Math.abs(Date.parse(a.publishedAt) - Date.parse(b.publishedAt)) / 86_400_000;
}

// Only a value beside a value shows that two sources speak of one thing.
const namesBoth = ({ judgement }: JudgedSource) => judgement.reasons.some(isTyped);
const isTyped = ({ words, source }: Reason) =>
  words.includes('; source: ') && !ENDS_NEGATED.test(source?.quote ?? '');

// `The pool does not: it closes`: the negation ends before what is compared begins.
const ENDS_NEGATED = /(?<!\p{L})(?:not|n['’]t)\s?[:;,.–—]/iu;

/** Other articles whose values stand in the reasons: a reader wants the first. */
const MAX_OTHERS = 2;

const bestCites = ({ judgement }: JudgedSource) => judgement.evidence.slice(0, 2);
const reportOf = ({ document, judgement }: JudgedSource) => ({ document, evidence: judgement.evidence });
const figuresOf = ({ judgement }: JudgedSource) =>
  judgement.reasons
    .filter(isTyped)
    .filter(({ code }) => code === 'number-mismatch' || code === 'date-mismatch');

// The report that bears the claim out is the later one, and changed what the other says.
const isChangedBy = (one: JudgedSource, other: JudgedSource) =>
  figuresOf(other).some(({ source }) => changedFigure(reportOf(one), reportOf(other), source?.quote ?? ''));

// …and the other way round.
const isOvertakenBy = (one: JudgedSource, other: JudgedSource) =>
  figuresOf(other).some(
    ({ draft }) =>
      (one.judgement.verdict === 'supported' || holdsFigure(reportOf(one), draft.text)) &&
      changedFigure(reportOf(other), reportOf(one), draft.text),
  );

function otherValues({ judgement }: JudgedSource, isLater: boolean): Reason[] {
  const [code, says] = isLater
    ? (['superseded', 'a later report'] as const)
    : (['sources-disagree', 'another source'] as const);
  return judgement.reasons.filter(isTyped).map((reason) => ({
    ...reason,
    code,
    words: reason.words.replace('; source: ', `; ${says}: `),
  }));
}

function wrongSource(
  { judgement, document }: JudgedSource,
  cited: readonly JudgedSource[],
  { claim, draft }: ClaimPlace,
): Reason {
  const source = judgement.evidence[0] ?? null;
  const named = cited.map((one) => `“${one.document.title}”`).join(', ');
  const said = source === null ? document.title : sourceName(source);
  const words = `The draft cites ${named}, which does not say so; another article does (${said}).`;
  return {
    code: 'wrong-source',
    words,
    draft: { start: claim.start, end: claim.end, text: draft.slice(claim.start, claim.end) },
    source,
  };
}

function weighAgainst(against: readonly JudgedSource[]): Judgement {
  const first = against.find(namesBoth) ?? against[0];
  if (first === undefined) throw new Error('Nothing contradicts the claim.');
  return {
    ...first.judgement,
    evidence: [first, ...against.filter((one) => one !== first && namesBoth(one))].flatMap(bestCites),
  };
}

// The report that spoke of the matter first has the figure, if not every word, and a later one changed it.
function weighOvertaken(earlier: JudgedSource, against: readonly JudgedSource[]): Judgement {
  const later = against.filter((other) => isOvertakenBy(earlier, other)).slice(0, MAX_OTHERS);
  const reasons = later.flatMap((other) => otherValues(other, true));
  const evidence = [earlier, ...later].flatMap(bestCites);
  return { ...earlier.judgement, verdict: 'partially-supported', reasons, evidence };
}

// No value stands against the claim's, but a figure, a day or a name of it is not in the likeliest article,
// which has others of the kind.
const lacksFact = ({ judgement: { reasons }, document: { text } }: JudgedSource) =>
  reasons.some(({ code }) => {
    if (code === 'date-mismatch') return dates(text).length > 0;
    if (code === 'number-mismatch') return numbers(text).length > 0;
    return code === 'name-mismatch';
  });

/** An article that supports a claim with less than this holds some of its words and none of what it says. */
const LEAST_PARTIAL = 0.2;

function inPart({ judgement }: JudgedSource): Judgement {
  const reasons = judgement.reasons.map(
    (reason): Reason =>
      reason.code === 'negation-mismatch' ? { ...reason, code: 'missing-detail' } : reason,
  );
  return { ...judgement, verdict: 'partially-supported', reasons };
}

/**
 * One article differs at some place, another holds this much of the claim and differs nowhere: the first may
 * speak of another matter.
 */
const DOUBTFUL = 0.4;

const isOutweighed = (against: readonly JudgedSource[], partial: JudgedSource | undefined) =>
  partial !== undefined && partial.judgement.score >= DOUBTFUL && !against.some(namesBoth);
