import { composeAnswer } from '../../answering/compose-answer.ts';
import { holdAgainst, holdPassages } from '../../answering/hold-against.ts';
import { measureEvidence } from '../../answering/measure-evidence.ts';
import { rankAgain } from '../../answering/rank-again.ts';
import { rankSentences } from '../../answering/rank-sentences.ts';
import { relatedDocuments } from '../../answering/related-documents.ts';
import type { Answerer } from '../../ports/answerer.ts';
import type { ClaimVerifier } from '../../ports/claim-verifier.ts';
import type { Embedder } from '../../ports/embedder.ts';

export interface ExtractiveAnswererOptions {
  readonly embedder: Embedder;
  readonly verifier: ClaimVerifier;
}

/**
 * Answers in sentences of the sources, word for word, without a language model: each candidate
 * sentence is measured against the question, the best are put to the verifier, those that answer best are
 * cited, and where the measures say that none answers, it abstains.
 */
export function createExtractiveAnswerer({ embedder, verifier }: ExtractiveAnswererOptions): Answerer {
  return {
    name: 'extractive',
    async *answer(request) {
      const { question, measured } = await measureEvidence(embedder, request);
      const { signal } = request;
      const held = await holdAgainst(verifier, rankSentences(measured), { question, signal });
      const ranked = rankAgain(held);
      const passageHeld = await holdPassages(verifier, ranked, { question, signal });
      const answer = composeAnswer({ question, ranked, passageHeld }, await relatedDocuments(request));
      for (const [index, claim] of answer.claims.entries()) {
        yield { type: 'text-added', text: index === 0 ? claim.text : ` ${claim.text}` };
        yield { type: 'claim-judged', index, claim };
      }
      yield { type: 'answer-finished', answer };
    },
  };
}
