import type { Document } from '../domain/document.ts';
import { CitedeskError } from '../domain/errors.ts';
import type { AnswerRequest } from '../ports/answerer.ts';
import type { Embedder } from '../ports/embedder.ts';
import { candidateSentences } from './candidates.ts';
import { weighTerms } from './coverage.ts';
import { type Measured, measure } from './features.ts';
import { analyzeQuestion, type Question } from './question.ts';

// Passages read: the sentence that answers stands in the first ten as often as in the first twenty.
const PASSAGES = 10;
// Sentences embedded at most, about 2 ms each on two cores, so that an answer begins within a blink.
const CANDIDATES = 60;

/** A question with every sentence of its evidence measured against it, in evidence order. */
export interface MeasuredEvidence {
  readonly question: Question;
  readonly measured: readonly Measured[];
}

/** Reads the evidence's documents and measures their sentences. Throws `aborted` when the signal fires. */
export async function measureEvidence(embedder: Embedder, request: AnswerRequest): Promise<MeasuredEvidence> {
  const { evidence, terms, signal } = request;
  const passages = evidence.passages.slice(0, PASSAGES);
  const documents = await documentsOf(request, new Set(passages.map((passage) => passage.documentId)));
  const candidates = candidateSentences(passages, documents).slice(0, CANDIDATES);
  const question = analyzeQuestion(evidence.question);
  const texts = [question.text, ...candidates.map((candidate) => candidate.text)];
  // As a question, since someone waits for it.
  const options = { kind: 'question' as const, ...(signal === undefined ? {} : { signal }) };
  const [asked, ...vectors] = await embedder.embed(texts, options);
  throwIfAborted(signal);
  const weights = weighTerms(question, terms);
  const measured = candidates.map((candidate, index) =>
    measure(candidate, weights, cosine(asked, vectors[index])),
  );
  return { question, measured };
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
  if (signal?.aborted) {
    throw new CitedeskError('aborted', 'The question was withdrawn.', { cause: signal.reason });
  }
}

/** Of two unit-length vectors. */
function cosine(a: Float32Array | undefined, b: Float32Array | undefined): number {
  if (a === undefined || b === undefined) return 0;
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}
