import { SENTENCE_COVER, type Statement } from './retelling.ts';

/**
 * Share of a story's terms that stand in sentences which `others` tell: with most of their words, all of
 * their figures, and a negation where they have one, their names known to the others. 0 to 1; 0 of no
 * terms. Only statements that share a term are compared, so that a book is not held against another
 * line by line.
 */
export function toldShare(story: readonly Statement[], others: readonly Statement[]): number {
  const total = termCount(story);
  if (total === 0) return 0;
  const holders = holdersOf(others);
  return termCount(story.filter((statement) => isTold(statement, holders))) / total;
}

/** The statements that hold a term. */
type Holders = ReadonlyMap<string, readonly Statement[]>;

function holdersOf(statements: readonly Statement[]): Holders {
  const holders = new Map<string, Statement[]>();
  for (const statement of statements) {
    for (const term of statement.terms) {
      const list = holders.get(term);
      if (list === undefined) holders.set(term, [statement]);
      else list.push(statement);
    }
  }
  return holders;
}

function isTold(statement: Statement, holders: Holders): boolean {
  if (!statement.names.values().every((name) => holders.has(name))) return false;
  const shared = new Map<Statement, number>();
  for (const term of statement.terms) {
    for (const other of holders.get(term) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  const needed = SENTENCE_COVER * statement.terms.size;
  return shared.entries().some(([other, count]) => count >= needed && hasFactsOf(other, statement));
}

function hasFactsOf(other: Statement, { isNegated, figures }: Statement): boolean {
  return other.isNegated === isNegated && figures.isSubsetOf(other.figures);
}

function termCount(statements: readonly Statement[]): number {
  return statements.reduce((sum, { terms }) => sum + terms.size, 0);
}
