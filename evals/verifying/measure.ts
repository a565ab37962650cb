import type { ClaimVerifier } from '../../src/ports/claim-verifier.ts';
import { sentences } from '../../src/text/sentences.ts';
import { looseDocument } from '../../src/use-cases/verify-pairs.ts';
import { readClaim } from '../../src/verification/claim-text.ts';
import type { Findings } from '../../src/verification/combine.ts';
import { prepare, questionsFor } from '../../src/verification/prepare.ts';
import { readSource } from '../../src/verification/source-text.ts';

/** What the product finds for each claim in its source, in their order; the model is asked once for all. */
export async function findingsFor(
  verifier: ClaimVerifier,
  pairs: readonly { readonly claim: string; readonly source: string }[],
): Promise<Findings[]> {
  const prepared = pairs.map(({ claim, source }) => {
    const document = looseDocument(source);
    return prepare(readClaim(claim, null), readSource(document, sentences(source)), () => 1).findings;
  });
  // Where rules decide the product does not ask; here the model is to be judged by itself too.
  const questions = prepared.map(({ reading }) => questionsFor(reading));
  const scores = await verifier.verify(questions.flat());
  let from = 0;
  return prepared.map((findings, index) => {
    const count = questions[index]?.length ?? 0;
    from += count;
    return { ...findings, scores: scores.slice(from - count, from) };
  });
}
