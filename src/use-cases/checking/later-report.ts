import type { Cite, Document } from '../../domain/document.ts';
import { sentences } from '../../text/sentences.ts';
import { terms, words } from '../../text/tokens.ts';

/** An article with what it says of a matter. */
export interface Report {
  readonly document: Document;
  readonly evidence: readonly Cite[];
}

// Words by which a report says that an earlier figure no longer holds.
const CORRECTS =
  /(?<!\p{L})(?:not|instead|rather|correct(?:s|ed|ing|ion|ions)?|wrong(?:ly)?|mistake(?:s|n|nly)?|error|revis(?:e|es|ed|ion)|updat(?:e|es|ed)|amend(?:s|ed)?|up from|down from|from|earlier|at first|first|initial(?:ly)?|previous(?:ly)?|original(?:ly)?|rose|risen|climbed|increased|grew|fell|fallen|dropped|raised|lowered|no longer)(?!\p{L})/iu;

/**
 * True where `later` changed a figure that `earlier` gave, so that the two do not disagree: it came out on a
 * later day and either says that the old figure no longer holds, or, on one subject by its opening, does not
 * speak of it and gives its own to nobody else than the earlier one did. A report that sets two parties' figures side by side disagrees.
 */
export function changedFigure(later: Report, earlier: Report, figure: string): boolean {
  const [before, after] = [dayOf(earlier), dayOf(later)];
  if (before === null || after === null || after <= before) return false;
  const mentions = mentionsOf(figure, later.document.text);
  if (mentions.length > 0) return mentions.some((sentence) => CORRECTS.test(sentence));
  return isSameSubject(later, earlier) && !isGivenToOthers(later, earlier);
}

/** Words that the openings of two reports on one matter share at least; two on nothing in common share one or two. */
const SHARED_WORDS = 4;

/** A headline and the sentence or two below it, where news says what it is about. */
const OPENING_CHARS = 400;

/** True where two reports open on one matter: last week's prices were not changed by this week's rents. */
export function isSameSubject(one: Report, other: Report): boolean {
  const [ours, theirs] = [openingOf(one), openingOf(other)];
  return ours.intersection(theirs).size >= SHARED_WORDS;
}

function openingOf({ document: { title, text } }: Report): Set<string> {
  return new Set(terms(`${title}\n${text.slice(0, OPENING_CHARS)}`).filter((term) => !/^\p{N}/u.test(term)));
}

/** True where what a report says of the matter holds the figure itself. */
export function holdsFigure({ evidence }: Report, figure: string): boolean {
  return evidence.some(({ quote }) => mentionsOf(figure, quote).length > 0);
}

const dayOf = ({ document }: Report) => /^\d{4}-\d{2}-\d{2}/.exec(document.publishedAt ?? '')?.[0] ?? null;

// The sentences of a text that hold the figure itself; none for a figure in words alone, such as "dozens".
function mentionsOf(figure: string, text: string): string[] {
  const digits = words(figure).flatMap(({ norm }) => (/^\p{N}/u.test(norm) ? [norm] : []));
  const [first] = digits;
  if (first === undefined) return [];
  return sentences(text)
    .map(({ start, end }) => text.slice(start, end))
    .filter((sentence) => words(sentence).some(({ norm }) => norm === first));
}

// `police said`, `according to the company`, `the union put it at`
const GIVEN_BY =
  /according to (?:the |its |a )?([\p{L}-]+(?: [\p{L}-]+)?)|([\p{L}-]+) (?:said|says|say|estimates?|estimated|counted|put|reported|announced|told|believes?)(?!\p{L})/giu;

function isGivenToOthers(later: Report, earlier: Report): boolean {
  const [ours, theirs] = [partiesOf(later), partiesOf(earlier)];
  return ours.size > 0 && theirs.size > 0 && ours.isDisjointFrom(theirs);
}

const NOBODY = new Set('it he she they who which that has have had was were is'.split(' '));

function partiesOf({ evidence }: Report): Set<string> {
  const found = evidence.flatMap(({ quote }) =>
    [...quote.matchAll(GIVEN_BY)].flatMap(({ 1: after, 2: before }) =>
      words(after ?? before ?? '').map(({ norm }) => norm),
    ),
  );
  return new Set(found.filter((word) => !NOBODY.has(word)));
}
