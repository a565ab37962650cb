import {
  type CitedAnswer,
  citedAnswers,
  corpusAnswers,
  publicQuestions,
} from '../citations/cited-answers.ts';
import { modelAlone, wholeCheck } from '../citations/judges.ts';
import { sentenceBefore } from '../citations/sentence-before.ts';
import {
  answerCitations,
  type CitationScore,
  type CitedStatement,
  meanCitations,
  type Supports,
  scoreStatement,
} from '../metrics-citation.ts';
import type { EvalContext, Floor, Suite, SuiteResult, Table } from '../suite.ts';

/** Questions of one set at most: all that the sets in use have on held-out subjects. */
const MOST_QUESTIONS = 200;
// In the tests, with all of the sample corpus: enough to see a judge or a citation that is broken.
const QUICK_QUESTIONS = 4;

const PROMISED = 0.98;

export const citationsSuite: Suite = {
  name: 'citations',
  about: 'precision and recall of citations, by the definitions of ALCE',
  run: judgeCitations,
};

async function judgeCitations(context: EvalContext): Promise<SuiteResult> {
  const limit = context.quick === true ? QUICK_QUESTIONS : MOST_QUESTIONS;
  const { dataDir } = context;
  const asked = dataDir === null ? [] : await publicQuestions(context, dataDir, limit);
  const answers = [...(await citedAnswers(context, asked)), ...(await corpusAnswers(context))];
  const scored: ScoredSet[] = [];
  for (const [set, ones] of Map.groupBy(answers, (one) => one.set))
    scored.push(await scoreSet(context, set, ones));
  return { status: 'done', tables: [tableOf(scored)], floors: scored.flatMap(floorsOf) };
}

interface ScoredSet {
  readonly set: string;
  readonly answers: number;
  readonly sentences: number;
  readonly whole: CitationScore;
  readonly model: CitationScore;
  /** Share of the sentences that the model takes to be borne out by the sentence before the cited one. */
  readonly neighbour: number;
}

async function scoreSet(
  context: EvalContext,
  set: string,
  answers: readonly CitedAnswer[],
): Promise<ScoredSet> {
  const verifier = await context.verifier();
  const statements = answers.map(statementsOf);
  const moved = answers.map((answer) => sentencesBefore(answer)).filter((ones) => ones.length > 0);
  return {
    set,
    answers: answers.length,
    sentences: statements.flat().length,
    whole: await scoreAnswers(statements, wholeCheck(verifier)),
    model: await scoreAnswers(statements, modelAlone(verifier)),
    neighbour: (await scoreAnswers(moved, modelAlone(verifier))).recall,
  };
}

function statementsOf({ answer }: CitedAnswer): CitedStatement[] {
  return answer.claims.map(({ text, citations }) => ({
    text,
    citations: citations.map(({ quote }) => quote),
  }));
}

// A judge that says yes to everything would do so here as well.
function sentencesBefore({ answer, documents }: CitedAnswer): CitedStatement[] {
  return answer.claims.flatMap(({ text, citations: [cite] }) => {
    const document = cite && documents.get(cite.documentId);
    const before = cite && document ? sentenceBefore(document.text, cite.start) : null;
    return before === null ? [] : [{ text, citations: [before] }];
  });
}

async function scoreAnswers(
  answers: readonly (readonly CitedStatement[])[],
  supports: Supports,
): Promise<CitationScore> {
  const scores = await Promise.all(
    answers.map(async (statements) =>
      answerCitations(await Promise.all(statements.map((one) => scoreStatement(one, supports)))),
    ),
  );
  return meanCitations(scores.filter((score) => score !== null));
}

function tableOf(scored: readonly ScoredSet[]): Table {
  return {
    title:
      'Citations of the quoting answers; the last column is the model on the sentence before the cited one',
    columns: [
      '',
      'answers',
      'sentences',
      'recall, whole check',
      'precision',
      'recall, model alone',
      'precision',
      'not cited',
    ],
    rows: scored.map(({ set, answers, sentences, whole, model, neighbour }) => [
      set,
      answers,
      sentences,
      whole.recall,
      whole.precision,
      model.recall,
      model.precision,
      neighbour,
    ]),
  };
}

function floorsOf({ set, whole, model }: ScoredSet): Floor[] {
  const floor = (what: string, value: number) => ({ what: `${set}: ${what}`, value, atLeast: PROMISED });
  return [
    floor('citation recall, whole check', whole.recall),
    floor('citation precision, whole check', whole.precision),
    floor('citation recall, model alone', model.recall),
    floor('citation precision, model alone', model.precision),
  ];
}
