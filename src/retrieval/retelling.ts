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
const SENTENCE_COVER = 0.65;

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
 * statement, unless the text has nothing else.
 */
export function statementsOf(text: string): Statement[] {
  const hasCase = /\p{Ll}/u.test(text);
  const lines = sentences(text).map(({ start, end }) => {
    const line = text.slice(start, end);
    const words = wordsOf(line);
    const isSentence = words.length > LONGEST_BYLINE_WORDS || /\p{Sentence_Terminal}\P{L}*$/u.test(line);
    return { words, isSentence };
  });
  const whole = lines.filter(({ isSentence }) => isSentence);
  return (whole.length > 0 ? whole : lines).map(({ words }) => statementOf(words, hasCase));
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
  const known = new Set(others.flatMap(({ terms }) => [...terms]));
  const isTold = (statement: Statement) =>
    statement.names.isSubsetOf(known) && others.some((other) => tells(other, statement));
  const untold = story.filter((statement) => !isTold(statement));
  const total = termCount(story);
  return total > 0 && termCount(untold) <= UNTOLD_SHARE * total;
}

function tells(other: Statement, statement: Statement): boolean {
  if (other.isNegated !== statement.isNegated || !statement.figures.isSubsetOf(other.figures)) return false;
  const shared = other.terms.intersection(statement.terms).size;
  return shared >= SENTENCE_COVER * statement.terms.size;
}

function termCount(statements: readonly Statement[]): number {
  return statements.reduce((sum, { terms }) => sum + terms.size, 0);
}
