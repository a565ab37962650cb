import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createFolderSource } from '../../src/adapters/source/folder-source.ts';
import { search } from '../../src/use-cases/search.ts';
import { withBuiltIndex } from '../built-index.ts';
import { type CorpusQuestion, parseCorpusQuestions } from '../collections/corpus-questions.ts';
import { mean } from '../metrics.ts';
import type { EvalContext, Suite, SuiteResult } from '../suite.ts';
import { listsTable, measureLists } from './judged-lists.ts';

const CORPUS_DIR = fileURLToPath(new URL('../../corpus', import.meta.url));
const QUESTIONS_FILE = fileURLToPath(new URL('../data/corpus-questions.jsonl', import.meta.url));

/** Passages in which the answer is looked for: what an answer is composed from. */
const TOP = 5;

export const corpusSuite: Suite = {
  name: 'corpus',
  about: 'finding the right articles: the sample corpus',
  run: runCorpus,
};

async function runCorpus(context: EvalContext): Promise<SuiteResult> {
  const file = await readFile(QUESTIONS_FILE, 'utf8').catch(() => null);
  if (file === null)
    return { status: 'skipped', reason: `There is no file of questions at ${QUESTIONS_FILE}.` };
  const questions = parseCorpusQuestions(file).filter((one) => one.answerable);
  const source = createFolderSource({ dir: CORPUS_DIR });
  return withBuiltIndex(context, { name: 'corpus', source }, async ({ index, report }) => {
    const deps = { index, embedder: await context.embedder() };
    const judged = questions.map(({ question, documents }) => ({
      question,
      judged: new Map(documents.map((path) => [path, 1])),
    }));
    const figures = await measureLists(deps, judged);
    const held = [];
    for (const one of questions) held.push(holdsAnswer(one, await topTexts(deps, one.question)) ? 1 : 0);
    const share = mean(held);
    const title = `Sample corpus: ${report.documents} articles, ${report.passages} passages`;
    return {
      status: 'done',
      tables: [
        listsTable(title, questions.length, figures),
        {
          title: '',
          columns: ['answer held by', 'n', 'share'],
          rows: [[`first ${TOP} passages`, held.length, share]],
        },
      ],
      floors: [
        { what: 'sample corpus nDCG@10', value: figures.fused.ndcg10, atLeast: 0.9 },
        { what: `answer in the first ${TOP} passages`, value: share, atLeast: 0.9 },
      ],
    };
  });
}

async function topTexts(deps: Parameters<typeof search>[0], question: string): Promise<string[]> {
  const { passages } = await search(deps, { question, limit: TOP });
  return passages.map(({ text }) => text);
}

function holdsAnswer({ answers }: CorpusQuestion, texts: readonly string[]): boolean {
  return answers.some((answer) => texts.some((text) => text.toLowerCase().includes(answer.toLowerCase())));
}
