import { candidateSentences } from '../../answering/candidates.ts';
import { composeAnswer } from '../../answering/compose-answer.ts';
import { weighTerms } from '../../answering/coverage.ts';
import { measure } from '../../answering/features.ts';
import { analyzeQuestion } from '../../answering/question.ts';
import { rankSentences } from '../../answering/rank-sentences.ts';
import type { Answer } from '../../domain/answer.ts';
import type { Document } from '../../domain/document.ts';
import { CitedeskError } from '../../domain/errors.ts';
import type { Answerer, AnswerRequest } from '../../ports/answerer.ts';
import type { Embedder } from '../../ports/embedder.ts';

// Passages read: the sentence that answers stands in the first ten as often as in the first twenty.
const PASSAGES = 10;
// Sentences embedded at most, about 2 ms each on two cores, so that an answer begins within a blink.
const CANDIDATES = 60;

/**
 * Answers in sentences of the sources, word for word, without a language model: each candidate
 * sentence is measured against the question, the best are cited, and where the measures say that none
 * answers, it abstains.
 */
export function createExtractiveAnswerer({ embedder }: { readonly embedder: Embedder }): Answerer {
  return {
    name: 'extractive',
    async *answer(request) {
      const answer = await answerFrom(embedder, request);
      for (const [index, claim] of answer.claims.entries()) {
        yield { type: 'text-added', text: index === 0 ? claim.text : ` ${claim.text}` };
        yield { type: 'claim-judged', index, claim };
      }
      yield { type: 'answer-finished', answer };
    },
  };
}

async function answerFrom(embedder: Embedder, request: AnswerRequest): Promise<Answer> {
  const { evidence, terms, signal } = request;
  const passages = evidence.passages.slice(0, PASSAGES);
  const documents = await documentsOf(request, new Set(passages.map((passage) => passage.documentId)));
  const candidates = candidateSentences(passages, documents).slice(0, CANDIDATES);
  const question = analyzeQuestion(evidence.question);
  const texts = [question.text, ...candidates.map((candidate) => candidate.text)];
  const options = { kind: 'question' as const, ...(signal === undefined ? {} : { signal }) };
  const [asked, ...vectors] = await embedder.embed(texts, options);
  throwIfAborted(signal);
  const weights = weighTerms(question, terms);
  const measured = candidates.map((candidate, index) =>
    measure(candidate, weights, dot(asked, vectors[index])),
  );
  return composeAnswer(question, rankSentences(measured));
}

async function documentsOf(
  { passages, signal }: AnswerRequest,
  ids: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Document>> {
  const found = new Map<string, Document>();
  for (const id of ids) {
    throwIfAborted(signal);
    const document = await passages.document(id);
    if (document !== null) found.set(id, document);
  }
  return found;
}

function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted)
    throw new CitedeskError('aborted', 'The question was withdrawn.', { cause: signal.reason });
}

function dot(a: Float32Array | undefined, b: Float32Array | undefined): number {
  if (a === undefined || b === undefined) return 0;
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}
