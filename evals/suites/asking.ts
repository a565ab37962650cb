import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createFolderSource } from '../../src/adapters/source/folder-source.ts';
import type { AskingCase, AskingSet } from '../asking/asking-case.ts';
import { loadClapnqCases } from '../asking/clapnq-cases.ts';
import { type JudgedAnswer, judgeAnswer } from '../asking/judge-cases.ts';
import { createMemoryArchives } from '../asking/memory-index.ts';
import { loadRgbCases } from '../asking/rgb-cases.ts';
import { isHeldOut } from '../asking/split.ts';
import { loadXquadCases } from '../asking/xquad-cases.ts';
import { withBuiltIndex } from '../built-index.ts';
import { parseCorpusQuestions } from '../collections/corpus-questions.ts';
import { mean } from '../metrics.ts';
import type { EvalContext, Floor, Suite, SuiteResult, Table } from '../suite.ts';

const CORPUS_DIR = fileURLToPath(new URL('../../corpus', import.meta.url));
const QUESTIONS_FILE = fileURLToPath(new URL('../data/corpus-questions.jsonl', import.meta.url));

/** Least shares that a suite promises, each 0 to 1. */
interface Promised {
  /** Answerable questions with an accepted answer in a cited span. */
  readonly right: number;
  /** Unanswerable questions left unanswered. */
  readonly refused: number;
}

export const corpusAskingSuite: Suite = {
  name: 'corpus-asking',
  about: 'answers and abstentions: the sample corpus',
  run: askCorpus,
};

export const xquadAskingSuite: Suite = publicSuite('xquad', loadXquadCases, { right: 0.9, refused: 0.58 });
export const clapnqAskingSuite: Suite = publicSuite('clapnq', loadClapnqCases, {
  right: 0.85,
  refused: 0.56,
});
// Its snippets that "do not answer" often do in other words, so that few can be refused.
export const rgbAskingSuite: Suite = publicSuite('rgb', loadRgbCases, { right: 0.8, refused: 0.05 });

function publicSuite(name: string, load: (dataDir: string) => Promise<AskingSet>, promised: Promised): Suite {
  return {
    name: `${name}-asking`,
    about: 'answers and abstentions, on subjects that no weight was fitted on',
    async run(context) {
      if (context.dataDir === null)
        return { status: 'skipped', reason: 'No folder of judged sets is given.' };
      const set = await load(context.dataDir);
      const cases = set.cases.filter(({ subject }) => isHeldOut(subject));
      return result(set.name, await judgeCases(context, cases), promised);
    },
  };
}

async function judgeCases(context: EvalContext, cases: readonly AskingCase[]): Promise<JudgedAnswer[]> {
  const embedder = await context.embedder();
  const verifier = await context.verifier();
  const archives = createMemoryArchives(embedder);
  const judged: JudgedAnswer[] = [];
  for (const one of cases)
    judged.push(await judgeAnswer({ index: await archives.open(one.archive), embedder, verifier }, one));
  return judged;
}

async function askCorpus(context: EvalContext): Promise<SuiteResult> {
  const file = await readFile(QUESTIONS_FILE, 'utf8').catch(() => null);
  if (file === null)
    return { status: 'skipped', reason: `There is no file of questions at ${QUESTIONS_FILE}.` };
  const source = createFolderSource({ dir: CORPUS_DIR });
  return withBuiltIndex(context, { name: 'corpus', source }, async ({ index }) => {
    const deps = { index, embedder: await context.embedder(), verifier: await context.verifier() };
    const judged: JudgedAnswer[] = [];
    for (const { question, answers, answerable } of parseCorpusQuestions(file)) {
      const kind = answerable ? 'answerable' : 'judged-unanswerable';
      judged.push(await judgeAnswer(deps, { kind, question, answers, goldSentences: [] }));
    }
    return result('Sample corpus', judged, { right: 0.82, refused: 0.6 });
  });
}

function result(name: string, judged: readonly JudgedAnswer[], promised: Promised): SuiteResult {
  const held = judged.filter(({ kind }) => kind === 'answerable');
  const others = judged.filter(({ kind }) => kind !== 'answerable');
  const right = mean(held.map(({ isRight }) => (isRight ? 1 : 0)));
  const refused = mean(others.map(({ abstained }) => (abstained ? 1 : 0)));
  const falseSpans = judged.reduce((sum, one) => sum + one.falseSpans, 0);
  const floors: Floor[] = [
    { what: `${name}: accepted answer in a cited span`, value: right, atLeast: promised.right },
    { what: `${name}: unanswerable left unanswered`, value: refused, atLeast: promised.refused },
    { what: `${name}: citations that are exact (1: all)`, value: falseSpans === 0 ? 1 : 0, atLeast: 1 },
  ];
  return { status: 'done', tables: [answerTable(name, held), refusalTable(others)], floors };
}

function answerTable(name: string, held: readonly JudgedAnswer[]): Table {
  const answered = held.filter(({ abstained }) => !abstained);
  const share = (ones: readonly JudgedAnswer[]) => mean(ones.map(({ isRight }) => (isRight ? 1 : 0)));
  return {
    title: `${name}: questions that the archive answers`,
    columns: ['', 'n', 'answered', 'right of all', 'right of answered', 'sentences'],
    rows: [
      [
        'answerable',
        held.length,
        mean(held.map(({ abstained }) => (abstained ? 0 : 1))),
        share(held),
        share(answered),
        mean(answered.map(({ sentences }) => sentences)),
      ],
    ],
  };
}

function refusalTable(others: readonly JudgedAnswer[]): Table {
  const kinds = [...new Set(others.map(({ kind }) => kind))];
  return {
    title: '',
    columns: ['questions that it does not', 'n', 'left unanswered'],
    rows: kinds.map((kind) => {
      const ones = others.filter((one) => one.kind === kind);
      return [kind, ones.length, mean(ones.map(({ abstained }) => (abstained ? 1 : 0)))];
    }),
  };
}
