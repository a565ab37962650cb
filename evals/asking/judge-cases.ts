import { createExtractiveAnswerer } from '../../src/adapters/answerer/extractive-answerer.ts';
import type { Answer } from '../../src/domain/answer.ts';
import { CitedeskError } from '../../src/domain/errors.ts';
import type { ClaimVerifier } from '../../src/ports/claim-verifier.ts';
import type { Embedder } from '../../src/ports/embedder.ts';
import type { OpenIndex } from '../../src/ports/index-store.ts';
import { answerQuestion } from '../../src/use-cases/answer-question.ts';
import { type AskingCase, type CaseKind, holdsAnswer } from './asking-case.ts';

/** How one question was answered. */
export interface JudgedAnswer {
  readonly kind: CaseKind;
  readonly abstained: boolean;
  /** An accepted answer, or a sentence known to answer, stands in a cited span. */
  readonly isRight: boolean;
  readonly sentences: number;
  /** Citations whose quote is not what the document holds at that span. */
  readonly falseSpans: number;
}

export interface AskDeps {
  readonly index: OpenIndex;
  readonly embedder: Embedder;
  readonly verifier: ClaimVerifier;
}

/** The product's own answer to a question. */
export async function answerTo({ index, embedder, verifier }: AskDeps, question: string): Promise<Answer> {
  const answerer = createExtractiveAnswerer({ embedder, verifier });
  for await (const event of answerQuestion({ index, embedder, answerer }, { question })) {
    if (event.type === 'answer-finished') return event.answer;
  }
  throw new CitedeskError('invalid-input', 'The answer ended without its last event.');
}

/** Puts a question to the product and compares what it cites with what is known to answer. */
export async function judgeAnswer(
  deps: AskDeps,
  one: Pick<AskingCase, 'kind' | 'question' | 'answers' | 'goldSentences'>,
): Promise<JudgedAnswer> {
  const answer = await answerTo(deps, one.question);
  const cites = answer.claims.flatMap((claim) => claim.citations);
  const texts = await Promise.all(cites.map(({ documentId }) => deps.index.passages.document(documentId)));
  return {
    kind: one.kind,
    abstained: answer.status === 'abstained',
    isRight: cites.some(({ quote }) => answers(one, quote)),
    sentences: answer.claims.length,
    falseSpans: cites.filter(({ start, end, quote }, index) => texts[index]?.text.slice(start, end) !== quote)
      .length,
  };
}

function answers(
  { answers, goldSentences }: Pick<AskingCase, 'answers' | 'goldSentences'>,
  quote: string,
): boolean {
  if (answers.length > 0) return holdsAnswer(quote, answers);
  return goldSentences.some((gold) => gold.includes(quote) || quote.includes(gold));
}
