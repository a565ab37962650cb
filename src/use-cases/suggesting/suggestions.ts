import type { AnswerEvent } from '../../domain/answer.ts';
import type { OpenIndex } from '../../ports/index-store.ts';
import { type AnswerDeps, answerQuestion } from '../answer-question.ts';
import type { Quiet } from './quiet.ts';
import { suggest } from './suggest.ts';

export interface SuggestionList {
  readonly questions: readonly string[];
  /** False while more may be found. */
  readonly isComplete: boolean;
}

/** Questions to begin with, drawn from the articles. */
export interface Suggestions {
  /**
   * Questions that the current index answers: at most six, made once for each generation. They are worked out
   * from the first call on, while nobody is served; `patience` is how long a caller waits for them, and then
   * takes those found so far. Throws as `IndexStore.open` does.
   */
  list(patience?: Promise<unknown>): Promise<SuggestionList>;
}

interface Run {
  readonly found: string[];
  readonly done: Promise<void>;
  isDone: boolean;
}

export interface SuggestionParts extends Omit<AnswerDeps, 'index'> {
  readonly quiet: Quiet;
  /** Kept by whoever makes several lists, so that one index is asked once. */
  readonly runs: WeakMap<OpenIndex, Run>;
}

export const createRuns = (): SuggestionParts['runs'] => new WeakMap();

export function suggestionsOver(current: () => Promise<OpenIndex>, parts: SuggestionParts): Suggestions {
  return {
    async list(patience) {
      const index = await current();
      const run = parts.runs.get(index) ?? begin(index, parts);
      parts.runs.set(index, run);
      await (patience === undefined ? run.done : Promise.race([run.done, patience]));
      return { questions: [...run.found], isComplete: run.isDone };
    },
  };
}

function begin(index: OpenIndex, { quiet, embedder, answerer }: SuggestionParts): Run {
  const found: string[] = [];
  const ask = (question: string) =>
    quiet.run((signal) => finished(answerQuestion({ index, embedder, answerer }, { question, signal })));
  const collect = async () => {
    for await (const question of suggest({ index, ask })) found.push(question);
  };
  // A model that fails, or a program that ends, leaves those found so far: nobody waits for the others.
  const done = collect()
    .catch(() => {})
    .then(() => {
      run.isDone = true;
    });
  const run: Run = { found, done, isDone: false };
  return run;
}

async function finished(events: AsyncIterable<AnswerEvent>) {
  for await (const event of events) if (event.type === 'answer-finished') return event;
  throw new Error('The desk ended without an answer.');
}
