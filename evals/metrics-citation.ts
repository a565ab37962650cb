import { mean } from './metrics.ts';

/** One sentence of an answer with the texts of what it cites. */
export interface CitedStatement {
  readonly text: string;
  readonly citations: readonly string[];
}

/** True where the texts together bear the statement out. */
export type Supports = (statement: string, citations: readonly string[]) => Promise<boolean>;

/** What became of one sentence: whether all that it cites bears it out, and how many of its citations were needed. */
export interface StatementScore {
  readonly isSupported: boolean;
  readonly citations: number;
  readonly relevant: number;
}

/**
 * One sentence by the definitions of ALCE (Gao, Yen, Yu and Chen 2023, section 3): it is supported where its
 * citations, joined, bear it out. A citation is irrelevant where it does not bear the sentence out alone while
 * the others do without it; where the sentence is not supported, each of its citations is.
 */
export async function scoreStatement(
  { text, citations }: CitedStatement,
  supports: Supports,
): Promise<StatementScore> {
  const isSupported = citations.length > 0 && (await supports(text, citations));
  if (!isSupported || citations.length === 1)
    return { isSupported, citations: citations.length, relevant: isSupported ? 1 : 0 };
  let relevant = 0;
  for (const [index, citation] of citations.entries()) {
    const others = citations.filter((_, other) => other !== index);
    if ((await supports(text, [citation])) || !(await supports(text, others))) relevant++;
  }
  return { isSupported, citations: citations.length, relevant };
}

export interface CitationScore {
  /** Share of the sentences that are supported, 0 to 1. */
  readonly recall: number;
  /** Share of the citations that are relevant, 0 to 1; 0 of an answer that cites nothing. */
  readonly precision: number;
}

/** One answer; null for one without a sentence, which ALCE does not count. */
export function answerCitations(statements: readonly StatementScore[]): CitationScore | null {
  if (statements.length === 0) return null;
  const citations = statements.reduce((sum, one) => sum + one.citations, 0);
  const relevant = statements.reduce((sum, one) => sum + one.relevant, 0);
  return {
    recall: mean(statements.map(({ isSupported }) => (isSupported ? 1 : 0))),
    precision: citations === 0 ? 0 : relevant / citations,
  };
}

/** Over answers, each counting alike, as ALCE averages. */
export function meanCitations(answers: readonly CitationScore[]): CitationScore {
  return {
    recall: mean(answers.map(({ recall }) => recall)),
    precision: mean(answers.map(({ precision }) => precision)),
  };
}
