import type { AnswerEvent } from '../domain/answer.ts';
import { CitedeskError } from '../domain/errors.ts';
import type { Answerer } from '../ports/answerer.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { OpenIndex } from '../ports/index-store.ts';
import { filterDocuments, isNarrowing } from '../retrieval/document-filter.ts';
import { assertQuestion } from './assert-request.ts';
import type { AskRequest } from './desk.ts';
import { search } from './search.ts';

export interface AnswerDeps {
  readonly index: OpenIndex;
  readonly embedder: Embedder;
  readonly answerer: Answerer;
}

/**
 * Finds evidence for a question and answers from it; events in the order that `AnswerEvent` promises.
 * Throws `invalid-input` for a blank question, `limit-exceeded` for one that is too long, `aborted`
 * when the signal fires.
 */
export async function* answerQuestion(deps: AnswerDeps, request: AskRequest): AsyncIterable<AnswerEvent> {
  const { index, embedder, answerer } = deps;
  const { signal } = request;
  assertQuestion(request.question);
  throwIfAborted(signal);
  const { question, passages } = await search({ index, embedder }, request);
  const evidence = { question, passages };
  yield { type: 'evidence-found', evidence };
  throwIfAborted(signal);
  yield* answerer.answer({
    evidence,
    passages: index.passages,
    terms: index.terms,
    ...(isNarrowing(request)
      ? { within: filterDocuments(await index.passages.listDocuments(), request) }
      : {}),
    ...(signal === undefined ? {} : { signal }),
  });
}

function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted)
    throw new CitedeskError('aborted', 'The question was withdrawn.', { cause: signal.reason });
}
