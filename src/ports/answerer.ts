import type { AnswerEvent, Evidence } from '../domain/answer.ts';
import type { DocumentId } from '../domain/document.ts';
import type { PassageStore, TermIndex } from './index-store.ts';

export interface AnswerRequest {
  readonly evidence: Evidence;
  /** To read around a passage, and to weigh words. */
  readonly passages: PassageStore;
  readonly terms: TermIndex;
  /** Documents that the answer may speak of; absent: all. */
  readonly within?: ReadonlySet<DocumentId>;
  readonly signal?: AbortSignal;
}

/**
 * Evidence to answer. Every claim it yields is cited, or its verdict says that nothing bears it out; it
 * abstains rather than guess, and rejects with `aborted` when the signal fires.
 */
export interface Answerer {
  readonly name: string;
  answer(request: AnswerRequest): AsyncIterable<Exclude<AnswerEvent, { type: 'evidence-found' }>>;
}
