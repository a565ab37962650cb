import { AutoModelForSequenceClassification } from '@xenova/transformers';
import type { ClaimPair, SupportScores } from '../../ports/claim-verifier.ts';
import { bertInputs, loadModel } from '../model-pool/model-session.ts';
import type { PinnedModel } from '../model-pool/pinned-model.ts';
import { loadTextTokenizer } from '../model-pool/text-tokenizer.ts';
import { supportScores } from './support-scores.ts';

export type Judge = (pair: ClaimPair) => Promise<SupportScores>;

const NOTHING_READ: SupportScores = { supports: 0, saysNothing: 1, contradicts: 0 };

/**
 * Loads tokenizer and weights into this process, on one thread, and returns the function that judges
 * one pair. Pairs run one by one, since activations are quantized over a whole run. The pair is cut
 * here: a library's truncation takes the end, which is the claim. Nothing is fetched.
 */
export async function loadJudge(modelDir: string, known: PinnedModel): Promise<Judge> {
  const tokenizer = await loadTextTokenizer(modelDir);
  const model = await loadModel(modelDir, AutoModelForSequenceClassification);
  const maxTokens = known.windowTokens - known.markTokens;
  return async ({ claim, source }) => {
    const claimIds = tokenizer.ids(claim, maxTokens);
    const sourceIds = tokenizer.ids(source, maxTokens - claimIds.length);
    if (sourceIds.length === 0) return NOTHING_READ;
    const first = [tokenizer.startMark, ...sourceIds, tokenizer.endMark];
    const ids = [...first, ...claimIds, tokenizer.endMark];
    const { logits } = await model(bertInputs(ids, first.length));
    return supportScores(logits.data);
  };
}
