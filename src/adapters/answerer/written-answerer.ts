import type { LanguageModel } from 'ai';
import type { Judge } from '../../answering/judge.ts';
import { type NumberedPassage, numberPassages } from '../../answering/numbered-passages.ts';
import { type Objection, repairPrompt, writingPrompt } from '../../answering/prompt.ts';
import { relatedDocuments } from '../../answering/related-documents.ts';
import { settleSentence, type WritingPolicy } from '../../answering/settle-sentence.ts';
import { toldSentences } from '../../answering/told-sentences.ts';
import {
  createWrittenAnswer,
  type SettledSentence,
  type WritingEnd,
} from '../../answering/written-answer.ts';
import type { Answer, AnswerEvent } from '../../domain/answer.ts';
import type { Document } from '../../domain/document.ts';
import { CitedeskError, isCitedeskError } from '../../domain/errors.ts';
import type { Answerer, AnswerRequest } from '../../ports/answerer.ts';
import { ModelFailure } from '../language-model/model-failure.ts';
import type { CallLimits } from '../language-model/model-text.ts';
import { mapAhead } from './map-ahead.ts';
import { sentenceFrom, sentencesFrom, type WritingCall } from './sentences-from.ts';

export interface WrittenAnswererOptions {
  /** Provider and model as answers name them, such as `ollama/qwen3`. */
  readonly name: string;
  /** Called once an answer; may throw a `ModelFailure`, such as where there is no key. */
  readonly model: () => Promise<LanguageModel>;
  /** Holds what was written against its sources. */
  readonly judge: Judge;
  /** Says whether the archive answers at all, and answers itself where the model fails. */
  readonly extractive: Answerer;
  readonly policy: WritingPolicy;
  readonly limits: CallLimits;
  /** Text of passages that the model reads at most, in UTF-16 units. */
  readonly maxEvidenceChars: number;
}

type WrittenEvent = Exclude<AnswerEvent, { type: 'evidence-found' }>;

/** Sentences written anew at most, each in a call of its own: an answer with more wrong ones is not worth it. */
const MOST_REPAIRS = 4;

/**
 * Answers in the words of a language model, each sentence held against the passages that it cites before
 * it is shown. Where the sources' own sentences would abstain, so does this, and asks no model; whatever
 * the model or its provider do wrong, the sources' own sentences stand in, and `Answer.notice` says so.
 */
export function createWrittenAnswerer(options: WrittenAnswererOptions): Answerer {
  return {
    name: options.name,
    async *answer(request) {
      const { events, answer } = await wholeAnswer(options.extractive, request);
      const passages = await numberedPassages(request, options.maxEvidenceChars);
      if (answer.status === 'abstained' || passages.length === 0) yield* events;
      else yield* write({ ...options, request, answer, passages });
    },
  };
}

async function wholeAnswer(extractive: Answerer, request: AnswerRequest) {
  const events: WrittenEvent[] = [];
  for await (const event of extractive.answer(request)) {
    events.push(event);
    if (event.type === 'answer-finished') return { events, answer: event.answer };
  }
  throw new Error('The extractive answerer ended without an answer.');
}

async function numberedPassages({ evidence, passages }: AnswerRequest, maxChars: number) {
  const documents = new Map<string, Document>();
  for (const { documentId } of evidence.passages) {
    const document = documents.get(documentId) ?? (await passages.document(documentId));
    if (document !== null) documents.set(documentId, document);
  }
  return numberPassages(evidence.passages, documents, { maxChars });
}

interface Writing extends WrittenAnswererOptions {
  readonly request: AnswerRequest;
  readonly answer: Answer;
  readonly passages: readonly NumberedPassage[];
}

async function* write(writing: Writing): AsyncGenerator<WrittenEvent> {
  const { request, answer, name } = writing;
  const stop = new AbortController();
  const left = request.signal === undefined ? stop.signal : AbortSignal.any([stop.signal, request.signal]);
  const told = toldSentences(await relatedDocuments(request));
  const written = createWrittenAnswer(answer, { model: name, told });
  const settled = settledSentences(writing, left);
  try {
    let next = await settled.next();
    for (; next.done !== true; next = await settled.next()) yield* written.add(next.value);
    yield* written.finish(next.value);
  } finally {
    // Ends the provider's stream, and what is still being checked, also when the asker has gone.
    stop.abort();
  }
}

async function* settledSentences(
  writing: Writing,
  left: AbortSignal,
): AsyncGenerator<SettledSentence, WritingEnd> {
  try {
    return yield* settledInOrder(writing, await startCalls(writing, left));
  } catch (cause) {
    if (left.aborted) throw new CitedeskError('aborted', 'The question was withdrawn.', { cause });
    if (cause instanceof ModelFailure) return { kind: 'failed', words: cause.words };
    // The verifier's failure: what was written stays unchecked, and is not shown.
    if (isCitedeskError(cause)) return { kind: 'failed', words: 'wrote what could not be checked' };
    throw cause;
  }
}

type Calls = Omit<WritingCall, 'prompt'>;

async function startCalls({ model, limits }: Writing, left: AbortSignal): Promise<Calls> {
  return { model: await model(), limits, left, deadline: AbortSignal.timeout(limits.timeoutMs) };
}

async function* settledInOrder(
  { answer: { question }, passages, judge, policy }: Writing,
  calls: Calls,
): AsyncGenerator<SettledSentence, WritingEnd> {
  let repairs = 0;
  const rewrite = async (objection: Objection) => {
    if (repairs++ >= MOST_REPAIRS) return null;
    return sentenceFrom({ ...calls, prompt: await repairPrompt(question, passages, objection) });
  };
  const options = { question, passages, judge, policy, rewrite, signal: calls.left };
  const prompt = await writingPrompt(question, passages);
  return yield* mapAhead(sentencesFrom({ ...calls, prompt }), (one) => settleSentence(one, options));
}
