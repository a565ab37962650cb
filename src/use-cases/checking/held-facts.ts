import { citeOf, type Document } from '../../domain/document.ts';
import type { Span } from '../../domain/span.ts';
import type { Reason } from '../../domain/verdict.ts';
import { type DateMention, dates } from '../../text/dates.ts';
import { sameName } from '../../text/name-compare.ts';
import { type NumberMention, numbers } from '../../text/numbers.ts';
import { compareDates } from '../../verification/date-match.ts';
import type { Judgement } from '../../verification/judgement.ts';
import { compareNumbers, valuesAgree } from '../../verification/number-match.ts';
import { sourceName } from '../../verification/reasons.ts';
import type { ReadSentence } from './archive-reader.ts';
import { type HeldAgainst, type Stated, shareOf } from './stated.ts';
import { turnedIn } from './turned-words.ts';

/**
 * Share of a statement's other words that a sentence must hold for its figure to be the statement's, given
 * otherwise. Money and measures name no thing that is counted: their sentence must hold more.
 */
const SAME_MATTER = 0.55;
const SAME_MATTER_UNNAMED = 0.75;

/** Counts up to this are often said without a figure: "both", "a pair". */
const SMALL_COUNT = 3;

/**
 * A verdict put right by the statement's own numbers and dates. None is supported by an article that does not
 * hold them: it contradicts where a sentence on the same matter counts the same thing otherwise, and else
 * bears the rest out. `judgement` counts in the statement's text, and so does what comes back.
 */
export function holdToFacts(judgement: Judgement, stated: Stated, source: HeldAgainst): Judgement {
  const isOpen = judgement.verdict === 'supported' || judgement.verdict === 'partially-supported';
  if (!isOpen || judgement.score > VERBATIM) return judgement;
  const turned = turnedIn(stated, source);
  if (turned !== null) return { ...judgement, verdict: 'contradicted', score: 0.04, reasons: [turned] };
  const facts = source.sentences.map((sentence) => factsIn(source.document, sentence));
  const lacking = lackingFacts(stated, facts, source.document);
  const rivals = lacking.flatMap((fact) => rivalOf(fact, { stated, facts, source }) ?? []);
  if (rivals.length > 0) return { ...judgement, verdict: 'contradicted', score: 0.04, reasons: rivals };
  const unsaid = [...lacking.map(({ shown }) => shown), ...lackingNames(stated, source)];
  if (judgement.verdict !== 'supported' || unsaid.length === 0) return judgement;
  const reasons = unsaid.map((span) => lackReason(span, stated, judgement));
  return { ...judgement, verdict: 'partially-supported', score: 0.45, reasons };
}

/**
 * Other counts that an article gives of what the statement counts, in a sentence on the same matter, be the
 * statement's own figure in it too: as somebody else's, it may be. Small counts are left out: of nearly
 * everything there are two and three.
 */
export function otherCounts(stated: Stated, source: HeldAgainst): Reason[] {
  const counts = stated.numbers.filter(
    (own) => own.kind === 'count' && own.noun !== null && own.low > TELLING,
  );
  if (counts.length === 0) return [];
  const near = source.sentences.filter(({ stems }) => shareOf(stated, stems) >= SAME_MATTER);
  const facts = near.map((sentence) => factsIn(source.document, sentence));
  return counts.flatMap((mention) => {
    const fact: Fact = { kind: 'number', mention, shown: mention.phrase };
    return rivalOf(fact, { stated, facts, source }) ?? [];
  });
}

// Word for word: the figures are there.
const VERBATIM = 0.98;

interface Fact {
  readonly kind: 'number' | 'date';
  readonly mention: NumberMention | DateMention;
  readonly shown: Span;
}

interface SentenceFacts {
  readonly sentence: ReadSentence;
  readonly numbers: readonly NumberMention[];
  readonly dates: readonly DateMention[];
}

function factsIn(document: Document, sentence: ReadSentence): SentenceFacts {
  const text = document.text.slice(sentence.start, sentence.end);
  return { sentence, numbers: numbers(text), dates: dates(text, { reference: document.publishedAt }) };
}

function lackingFacts(stated: Stated, facts: readonly SentenceFacts[], document: Document): Fact[] {
  const published = document.publishedAt === null ? [] : dates(document.publishedAt.slice(0, 10));
  const allDates = [...facts.flatMap((one) => one.dates), ...published];
  const isGiven = (own: NumberMention) =>
    facts.some((one) => one.numbers.some((other) => isSameNumber(own, other)));
  const isSmall = ({ kind, high }: NumberMention) => kind === 'count' && high <= SMALL_COUNT;
  const isFixed = ({ parts }: DateMention) => parts.year !== null || parts.day !== null;
  return [
    ...stated.numbers
      .filter((own) => !isSmall(own) && !isGiven(own))
      .map((mention): Fact => ({ kind: 'number', mention, shown: mention.phrase })),
    ...stated.dates
      .filter((own) => isFixed(own) && !allDates.some((other) => compareDates(own, other) === 'agree'))
      .map((mention): Fact => ({ kind: 'date', mention, shown: mention })),
  ];
}

// A name of one word is often another word for something that is named: "Moscow", "the Kremlin".
function lackingNames({ names }: Stated, source: HeldAgainst): Span[] {
  const { text, title } = source.document;
  return names.filter(
    ({ text: name }) =>
      name.includes(' ') &&
      !text.includes(name) &&
      !title.includes(name) &&
      !source.names().some((other) => sameName(name, other.text)),
  );
}

/** Above this, one value is hardly given twice for two things in one article. */
const TELLING = 20;

// `54 planes` bears out `54 aircraft`, but `twelve years` does not bear out `twelve people`.
function isSameNumber(own: NumberMention, other: NumberMention): boolean {
  if (compareNumbers(own, other) === 'agree') return true;
  if (!valuesAgree(own, other)) return false;
  if (isBare(own) || isBare(other)) return true;
  return own.kind === other.kind && Math.abs(own.low) > TELLING;
}

// `down from eleven`: what is counted was said before.
const isBare = ({ kind, noun, unit }: NumberMention) => kind === 'count' && noun === null && unit === null;

interface RivalSearch {
  readonly stated: Stated;
  readonly facts: readonly SentenceFacts[];
  readonly source: HeldAgainst;
}

function rivalOf(fact: Fact, { stated, facts, source }: RivalSearch): Reason | null {
  for (const { one, share } of facts
    .map((one) => ({ one, share: shareOf(stated, one.sentence.stems) }))
    .sort((a, b) => b.share - a.share)) {
    if (share < SAME_MATTER) return null;
    const there = rivalIn(fact, one, { stated, share });
    if (there === null) continue;
    const { start, end } = fact.shown;
    const cite = citeOf(source.document, {
      start: one.sentence.start + there.start,
      end: one.sentence.start + there.end,
    });
    const draft = { start, end, text: stated.text.slice(start, end) };
    const words = `draft: ${draft.text}; source: ${cite.quote} (${sourceName(cite)})`;
    return { code: fact.kind === 'number' ? 'number-mismatch' : 'date-mismatch', words, draft, source: cite };
  }
  return null;
}

function rivalIn(
  fact: Fact,
  one: SentenceFacts,
  { stated, share }: { readonly stated: Stated; readonly share: number },
): Span | null {
  if (fact.kind === 'date') {
    // Where a sentence has two dates, nothing tells which one is meant.
    const [only, ...others] = one.dates;
    // The mention of a date fact is a date.
    const own = fact.mention as DateMention;
    const differs = only !== undefined && others.length === 0 && compareDates(own, only) === 'differ';
    return differs && share >= SAME_MATTER_UNNAMED ? only : null;
  }
  // …and that of a number fact a number.
  const own = fact.mention as NumberMention;
  const needed = own.kind === 'count' ? SAME_MATTER : SAME_MATTER_UNNAMED;
  if (share < needed) return null;
  const isOwn = (other: NumberMention) =>
    stated.numbers.some((mine) => compareNumbers(mine, other) === 'agree');
  const rivals = one.numbers.filter((other) => compareNumbers(own, other) === 'differ' && !isOwn(other));
  const [rival, ...more] = rivals;
  return rival === undefined || more.length > 0 ? null : rival.phrase;
}

function lackReason({ start, end }: Span, { text }: Stated, { evidence }: Judgement): Reason {
  const [source = null] = evidence;
  const draft = { start, end, text: text.slice(start, end) };
  const named = source === null ? '' : ` (${sourceName(source)})`;
  return { code: 'missing-detail', words: `Not in the source: ${draft.text}${named}.`, draft, source };
}
