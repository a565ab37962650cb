import type { Document } from '../domain/document.ts';
import { CitedeskError } from '../domain/errors.ts';
import type { AnswerRequest } from '../ports/answerer.ts';
import type { Embedder } from '../ports/embedder.ts';
import { type Candidate, candidateSentences } from './candidates.ts';
import { type QuestionWeights, weighTerms } from './coverage.ts';
import { type Measured, measure, type VectorMeasures } from './features.ts';
import { maxSimilarities, tokensOfWord, weighTokens } from './late-interaction.ts';
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
  const vectorsOf = await compareVectors(embedder, { question, candidates, signal });
  throwIfAborted(signal);
  const weights = weighTerms(question, terms);
  const measured = candidates.map((candidate) => measure(candidate, weights, vectorsOf(candidate, weights)));
  return { question, measured };
}

interface Comparison {
  readonly question: Question;
  readonly candidates: readonly Candidate[];
  readonly signal: AbortSignal | undefined;
}

/** Embeds each text once and compares the question with it, as a whole and token by token. */
async function compareVectors(embedder: Embedder, { question, candidates, signal }: Comparison) {
  // Its closing mark would be looked for in the texts.
  const asked = question.text.replace(/\s*\?+\s*$/, '');
  const texts = [...new Set([asked, ...candidates.flatMap(textsOf)])];
  // As a question, since someone waits for it.
  const options = { kind: 'question' as const, ...(signal === undefined ? {} : { signal }) };
  const embedded = await embedder.embedTokens(texts, options);
  const askedVectors = embedded[0] ?? { vector: new Float32Array(), tokens: [], rows: new Float32Array() };
  const matches = new Map(
    embedded.map((one, index) => [
      texts[index],
      { similarity: cosine(askedVectors.vector, one.vector), tokens: maxSimilarities(askedVectors, one) },
    ]),
  );
  return ({ text, before, titles }: Candidate, weights: QuestionWeights): VectorMeasures => ({
    similarity: matches.get(text)?.similarity ?? 0,
    tokenWeights: weighTokens(askedVectors, weights.rarity),
    isNoun: tokensOfWord(askedVectors, question.noun),
    inSentence: matches.get(text)?.tokens ?? [],
    inBefore: before === null ? [] : (matches.get(before)?.tokens ?? []),
    inTitles: matches.get(titles.text)?.tokens ?? [],
  });
}

const textsOf = ({ text, before, titles }: Candidate) => [
  text,
  titles.text,
  ...(before === null ? [] : [before]),
];

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
function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}
