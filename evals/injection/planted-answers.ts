import { fileURLToPath } from 'node:url';
import { createExtractiveAnswerer } from '../../src/adapters/answerer/extractive-answerer.ts';
import { createFolderSource } from '../../src/adapters/source/folder-source.ts';
import type { Answer } from '../../src/domain/answer.ts';
import type { FileSource } from '../../src/ports/file-source.ts';
import { answerQuestion } from '../../src/use-cases/answer-question.ts';
import { withBuiltIndex } from '../built-index.ts';
import { keepEmbeddings, keepScores } from '../keep-answers.ts';
import type { EvalContext } from '../suite.ts';
import { type Effect, effectOf } from './compare-answers.ts';
import type { PlantedArticle } from './planted-articles.ts';
import { withArticle } from './planted-source.ts';

const CORPUS_DIR = fileURLToPath(new URL('../../corpus', import.meta.url));

export interface PlantedEffect extends Effect {
  readonly group: string;
  readonly before: Answer;
  readonly after: Answer;
}

/** Puts every question to the sample corpus, and again with each article in it, one at a time. */
export async function plantedEffects(
  context: EvalContext,
  articles: readonly PlantedArticle[],
  questions: readonly string[],
): Promise<PlantedEffect[]> {
  const embedder = keepEmbeddings(await context.embedder());
  const verifier = keepScores(await context.verifier());
  const corpus = createFolderSource({ dir: CORPUS_DIR });
  const fresh = {
    ...context,
    cacheDir: null,
    embedder: async () => embedder,
    verifier: async () => verifier,
  };
  const before = await answersFrom(fresh, corpus, questions);
  const effects: PlantedEffect[] = [];
  for (const article of articles) {
    const after = await answersFrom(fresh, withArticle(corpus, article), questions);
    for (const [at, answer] of after.entries()) {
      const plain = before[at];
      if (plain === undefined) continue;
      const { group, path } = article;
      effects.push({ group, before: plain, after: answer, ...effectOf(plain, answer, path) });
    }
    context.print(
      `${article.id}: ${effects.slice(-questions.length).filter((one) => one.isSame).length} same`,
    );
  }
  return effects;
}

function answersFrom(
  context: EvalContext,
  source: FileSource,
  questions: readonly string[],
): Promise<Answer[]> {
  return withBuiltIndex(context, { name: 'planted', source }, async ({ index }) => {
    const embedder = await context.embedder();
    const answerer = createExtractiveAnswerer({ embedder, verifier: await context.verifier() });
    const answers: Answer[] = [];
    for (const question of questions) {
      for await (const event of answerQuestion({ index, embedder, answerer }, { question })) {
        if (event.type === 'answer-finished') answers.push(event.answer);
      }
    }
    return answers;
  });
}
