import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createFolderSource } from '../../src/adapters/source/folder-source.ts';
import type { Answer } from '../../src/domain/answer.ts';
import type { Document } from '../../src/domain/document.ts';
import type { OpenIndex } from '../../src/ports/index-store.ts';
import type { AskingSet } from '../asking/asking-case.ts';
import { loadClapnqCases } from '../asking/clapnq-cases.ts';
import { answerTo } from '../asking/judge-cases.ts';
import { createMemoryArchives } from '../asking/memory-index.ts';
import { randomFrom, sample } from '../asking/random.ts';
import { loadRgbCases } from '../asking/rgb-cases.ts';
import { isHeldOut } from '../asking/split.ts';
import { loadXquadCases } from '../asking/xquad-cases.ts';
import { withBuiltIndex } from '../built-index.ts';
import { parseCorpusQuestions } from '../collections/corpus-questions.ts';
import type { EvalContext } from '../suite.ts';

const CORPUS_DIR = fileURLToPath(new URL('../../corpus', import.meta.url));
const QUESTIONS_FILE = fileURLToPath(new URL('../data/corpus-questions.jsonl', import.meta.url));

/** An answer of the product with the documents that it cites. */
export interface CitedAnswer {
  readonly set: string;
  readonly id: string;
  readonly answer: Answer;
  readonly documents: ReadonlyMap<string, Document>;
}

/** A question that an archive answers, and how to open that archive. */
export interface Asked {
  readonly set: string;
  readonly id: string;
  readonly question: string;
  readonly open: () => Promise<OpenIndex>;
}

const LOADERS: readonly ((dataDir: string) => Promise<AskingSet>)[] = [
  loadRgbCases,
  loadXquadCases,
  loadClapnqCases,
];

/**
 * The answerable questions of RGB, XQuAD and ClapNQ on subjects that no weight was fitted on; of a set at
 * most `limit`, drawn with one seed.
 */
export async function publicQuestions(
  context: EvalContext,
  dataDir: string,
  limit: number,
): Promise<Asked[]> {
  const archives = createMemoryArchives(await context.embedder());
  const asked: Asked[] = [];
  for (const load of LOADERS) {
    const { name, cases } = await load(dataDir);
    const held = cases.filter(({ kind, subject }) => kind === 'answerable' && isHeldOut(subject));
    for (const { id, question, archive } of sample(held, limit, randomFrom(SEED)))
      asked.push({ set: name, id, question, open: () => archives.open(archive) });
  }
  return asked;
}

const SEED = 20_260_613;

/** The product's answers to the questions, in their order; those that it leaves unanswered are left out. */
export async function citedAnswers(context: EvalContext, asked: readonly Asked[]): Promise<CitedAnswer[]> {
  const [embedder, verifier] = [await context.embedder(), await context.verifier()];
  const answers: CitedAnswer[] = [];
  for (const { set, id, question, open } of asked) {
    const index = await open();
    const answer = await answerTo({ index, embedder, verifier }, question);
    if (answer.status === 'answered')
      answers.push({ set, id, answer, documents: await documentsOf(index, answer) });
  }
  return answers;
}

/** The product's answers to the questions about the sample corpus that it holds the answer to. */
export async function corpusAnswers(context: EvalContext): Promise<CitedAnswer[]> {
  const questions = parseCorpusQuestions(await readFile(QUESTIONS_FILE, 'utf8'));
  const source = createFolderSource({ dir: CORPUS_DIR });
  return withBuiltIndex(context, { name: 'corpus', source }, ({ index }) => {
    const answerable = questions.filter((one) => one.answerable);
    const asked = answerable.map(({ id, question }) => ({
      set: 'sample corpus',
      id,
      question,
      open: async () => index,
    }));
    return citedAnswers(context, asked);
  });
}

async function documentsOf(index: OpenIndex, { claims }: Answer): Promise<Map<string, Document>> {
  const documents = new Map<string, Document>();
  for (const { documentId } of claims.flatMap(({ citations }) => citations)) {
    const document = await index.passages.document(documentId);
    if (document !== null) documents.set(documentId, document);
  }
  return documents;
}
