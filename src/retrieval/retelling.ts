import { type Span, sliceSpan } from '../domain/span.ts';
import { sentences } from '../text/sentences.ts';
import { isFunctionWord, termOf, type Word, words as wordsOf } from '../text/tokens.ts';

/** A sentence as far as a retelling must keep it. */
export interface Statement {
  /** Stems of its content words, figures among them. */
  readonly terms: ReadonlySet<string>;
  readonly figures: ReadonlySet<string>;
  /** Stems of the words with a capital inside the sentence; none where a text has no small letters. */
  readonly names: ReadonlySet<string>;
  readonly isNegated: boolean;
}

/** Share of a sentence's terms that another must hold to tell it again in other words. */
export const SENTENCE_COVER = 0.65;

const LONGEST_BYLINE_WORDS = 10;

/**
 * Share of a text's terms that may stand in sentences told nowhere else. Reprints and retellings leave
 * next to nothing untold, other reports of the same event 0.6 and more; a new fact is one sentence of
 * the eight or so in a passage.
 */
const UNTOLD_SHARE = 0.1;

const NEGATIONS = new Set('not no never none nobody nothing neither nor without cannot'.split(' '));

/**
 * The sentences of a text. A short line without an end mark is a headline or a byline, and no
 * statement, unless the text has nothing else. `all` are the words of the text, if they are known.
 */
export function statementsOf(text: string, all: readonly Word[] = wordsOf(text)): Statement[] {
  const lines = linesOf(text, all);
  const whole = lines.filter(({ isSentence }) => isSentence);
  return (whole.length > 0 ? whole : lines).map(({ statement }) => statement());
}

/**
 * Every line of a text as a statement: for a whole document, of which calendars, tables and lists are
 * as much a part as its sentences.
 */
export function allStatementsOf(text: string): Statement[] {
  return linesOf(text, wordsOf(text)).map(({ statement }) => statement());
}

function linesOf(text: string, all: readonly Word[]) {
  const hasCase = /\p{Ll}/u.test(text);
  const take = wordTaker(text, all);
  return sentences(text).map((span) => {
    const words = take(span);
    const isSentence =
      words.length > LONGEST_BYLINE_WORDS || /\p{Sentence_Terminal}\P{L}*$/u.test(sliceSpan(text, span));
    return { isSentence, statement: () => statementOf(words, hasCase) };
  });
}

/** Gives the words of one span after the other; the spans must come in order. */
function wordTaker(text: string, all: readonly Word[]): (span: Span) => readonly Word[] {
  let next = 0;
  const skipTo = (place: number) => {
    while ((all[next]?.start ?? Number.POSITIVE_INFINITY) < place) next++;
  };
  return (span) => {
    skipTo(span.start);
    const first = next;
    skipTo(span.end);
    const isCut = (all[first - 1]?.end ?? 0) > span.start || (all[next - 1]?.end ?? 0) > span.end;
    return isCut ? wordsOf(sliceSpan(text, span)) : all.slice(first, next);
  };
}

function statementOf(words: readonly Word[], hasCase: boolean): Statement {
  const content = words.filter((word) => !isFunctionWord(word.norm));
  const termsOf = (some: readonly Word[]) => new Set(some.map((word) => termOf(word.norm)));
  return {
    terms: termsOf(content),
    figures: termsOf(content.filter((word) => /^\p{N}/u.test(word.norm))),
    names: termsOf(content.filter((word) => hasCase && word !== words[0] && /^\p{Lu}/u.test(word.text))),
    isNegated: words.some((word) => NEGATIONS.has(word.norm) || word.norm.endsWith("n't")),
  };
}

/**
 * True where `story` adds nothing to `others`: but for a tenth, each of its sentences is told by one of
 * theirs with most of its words, all of its figures, and a negation where it has one; and its names
 * are theirs. A text that corrects a figure or adds a fact is no retelling.
 */
export function isRetelling(story: readonly Statement[], others: readonly Statement[]): boolean {
  const total = story.reduce((sum, { terms }) => sum + terms.size, 0);
  let untold = 0;
  for (const statement of story) {
    if (isTold(statement, others)) continue;
    untold += statement.terms.size;
    if (untold > UNTOLD_SHARE * total) return false;
  }
  return total > 0;
}

function isTold(statement: Statement, others: readonly Statement[]): boolean {
  for (const name of statement.names) {
    if (!others.some(({ terms }) => terms.has(name))) return false;
  }
  return others.some((other) => tells(other, statement));
}

function tells(other: Statement, statement: Statement): boolean {
  if (other.isNegated !== statement.isNegated || !statement.figures.isSubsetOf(other.figures)) return false;
  const { terms } = statement;
  const needed = SENTENCE_COVER * terms.size;
  // Most sentences share next to nothing: counting ends where what is left cannot be enough.
  let possible = terms.size;
  for (const term of terms) {
    if (!other.terms.has(term) && --possible < needed) return false;
  }
  return true;
}
