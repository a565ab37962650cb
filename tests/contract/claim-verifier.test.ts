import { fileURLToPath } from 'node:url';
import { AutoModelForSequenceClassification, AutoTokenizer } from '@xenova/transformers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embedTask } from '../../src/adapters/embedder/embed-task.ts';
import { createPooledEmbedder } from '../../src/adapters/embedder/transformers-embedder.ts';
import { createModelPool } from '../../src/adapters/model-pool/model-pool.ts';
import { loadModel } from '../../src/adapters/model-pool/model-session.ts';
import {
  createPooledVerifier,
  createTransformersVerifier,
} from '../../src/adapters/verifier/cross-encoder-verifier.ts';
import { loadJudge } from '../../src/adapters/verifier/judge.ts';
import { CITEDESK_VERIFY } from '../../src/adapters/verifier/known-model.ts';
import { createLanguageModelVerifier } from '../../src/adapters/verifier/language-model-verifier.ts';
import { supportScores } from '../../src/adapters/verifier/support-scores.ts';
import type { ClaimVerifier } from '../../src/ports/claim-verifier.ts';
import { createFakeClaimVerifier } from '../fakes/fake-claim-verifier.ts';
import { shownPair, wordOpinion } from '../fakes/opinion-script.ts';
import { createScriptedModel } from '../fakes/scripted-model.ts';
import { describeClaimVerifier } from './claim-verifier.contract.ts';

const folder = (name: string) => fileURLToPath(new URL(`../../models/${name}`, import.meta.url));
const modelDir = folder('citedesk-verify');
const embedderDir = folder('all-MiniLM-L6-v2');

async function verifierBesideEmbedder(): Promise<ClaimVerifier> {
  const pool = createModelPool({ preload: embedTask(embedderDir), workers: 2 });
  return { ...(await createPooledVerifier({ modelDir, pool })), close: () => pool.close() };
}

describeClaimVerifier('transformers, one worker', () => createTransformersVerifier({ modelDir, workers: 1 }));
describeClaimVerifier('transformers, in the processes of the embedder', verifierBesideEmbedder);
describeClaimVerifier('language model, scripted', () => {
  const { model } = createScriptedModel((prompt) => {
    const shown = shownPair(prompt);
    return { chunks: [shown.code, ' ', wordOpinion(shown)] };
  });
  const limits = { maxOutputTokens: 100, timeoutMs: 10_000, stallMs: 5_000, retries: 0 };
  return createLanguageModelVerifier({ name: 'scripted', model: async () => model, limits, concurrency: 4 });
});
describeClaimVerifier('fake', async () => createFakeClaimVerifier(), {
  withoutQueue: 'it answers in the next turn of the event loop',
});

describe('the cross-encoder', () => {
  const SOURCE =
    'The city council approved the new harbour bridge on Tuesday by 14 votes to 9. ' +
    'Construction will begin in March and cost 48 million euros, mayor Ines Okafor said.';
  let verifier: ClaimVerifier;
  beforeAll(async () => {
    verifier = await createTransformersVerifier({ modelDir, workers: 1 });
  });
  afterAll(() => verifier.close());
  const judge = async (claim: string, source = SOURCE) => {
    const [scores] = await verifier.verify([{ claim, source }]);
    if (scores === undefined) throw new Error('no scores came back');
    return scores;
  };

  it.each([
    'The council approved the harbour bridge on Tuesday.',
    'Building the bridge will cost 48 million euros.',
    'Construction of the bridge will begin in March.',
  ])('finds support for what the source says: %s', async (claim) => {
    expect((await judge(claim)).supports).toBeGreaterThan(0.5);
  });

  it.each([
    'Construction will begin in March and cost 84 million euros.',
    'The council approved the bridge by 19 votes to 9.',
    'Construction will begin in May, mayor Ines Okafor said.',
    'The city council rejected the new harbour bridge on Tuesday.',
  ])('finds a contradiction in what was changed: %s', async (claim) => {
    expect((await judge(claim)).contradicts).toBeGreaterThan(0.5);
  });

  it.each([
    'Grain prices rose by four per cent after the drought.',
    'The striker scored twice in the final minutes.',
  ])('finds nothing about another subject: %s', async (claim) => {
    expect((await judge(claim)).saysNothing).toBeGreaterThan(0.5);
  });

  it('cuts the end of a long source, and never the claim', async () => {
    const source = `${SOURCE} ${'Rain fell on the harbour. '.repeat(200)}`;
    const right = 'Construction of the bridge will cost 48 million euros.';
    expect((await judge(right, source)).supports).toBeGreaterThan(0.5);
    expect((await judge(right.replace('48', '84'), source)).supports).toBeLessThan(0.5);
    expect(await judge(right, `${source} ${SOURCE}`)).toEqual(await judge(right, source));
  });

  it('finds that nothing is said where the claim leaves no room for a source', async () => {
    const { maxTokens } = verifier.model;
    const nothing = { supports: 0, saysNothing: 1, contradicts: 0 };
    expect(await judge('rain '.repeat(maxTokens), 'rain')).toEqual(nothing);
    expect(await judge('rain '.repeat(maxTokens - 1), 'rain')).not.toEqual(nothing);
  });
});

describe('the judge', () => {
  it('gives the probabilities that the library gives for the pair', async () => {
    const judge = await loadJudge(modelDir, CITEDESK_VERIFY);
    const tokenizer = await AutoTokenizer.from_pretrained('citedesk-verify');
    const model = await loadModel(modelDir, AutoModelForSequenceClassification);
    for (const [source, claim] of [
      ['Rain fell on the harbour for three days.', 'It rained for four days.'],
      ['Zoë’s café 🗞️ opened.', 'The café is open; “finally”, she said.'],
    ] as const) {
      const { logits } = await model(await tokenizer([source], { text_pair: [claim] }));
      expect(await judge({ claim, source })).toEqual(supportScores(logits.data));
    }
  });
});

describe('a pool that embedder and verifier share', () => {
  it('gives each what it gives alone, with both at work', async () => {
    const pool = createModelPool({ preload: embedTask(embedderDir), workers: 2 });
    const embedder = await createPooledEmbedder({ modelDir: embedderDir, pool });
    const verifier = await createPooledVerifier({ modelDir, pool });
    const texts = Array.from({ length: 30 }, (_, i) => `Delegate ${i} spoke about the harbour.`);
    const pairs = texts.map((source, i) => ({ claim: `Delegate ${i % 7} spoke.`, source }));
    const vectors = await embedder.embed(texts, { kind: 'passage' });
    const scores = await verifier.verify(pairs);
    const both = await Promise.all([embedder.embed(texts, { kind: 'passage' }), verifier.verify(pairs)]);
    expect(both).toEqual([vectors, scores]);
    await Promise.all([embedder.close(), verifier.close()]);
    expect((await verifier.verify(pairs.slice(0, 1))).length).toBe(1);
    await pool.close();
  });
});
