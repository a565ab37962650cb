import { describe, expect, it } from 'vitest';
import { holdAgainst, holdPassages } from '../../../src/answering/hold-against.ts';
import { analyzeQuestion } from '../../../src/answering/question.ts';
import { rankAgain } from '../../../src/answering/rank-again.ts';
import { createFakeClaimVerifier } from '../../fakes/fake-claim-verifier.ts';
import { article } from './article.ts';
import { ranked } from './ranked.ts';

const document = article([
  ['paragraph', 'The council met on Monday. The motion passed by seventeen to fifteen.'],
  ['paragraph', Array.from({ length: 12 }, (_, index) => `Line ${index} speaks of herring soup.`).join(' ')],
]);
const question = analyzeQuestion('How did the council vote?');
const sure = { supports: 1, saysNothing: 0, contradicts: 0 };
const nothing = { supports: 0, saysNothing: 1, contradicts: 0 };

describe('holdAgainst', () => {
  it('asks of the best sentences, each with the one before it, and waits for no other work', async () => {
    const verifier = createFakeClaimVerifier();
    await holdAgainst(verifier, ranked([document]), { question, signal: undefined });
    const [call, ...others] = verifier.calls;
    expect(others).toEqual([]);
    expect(call?.urgent).toBe(true);
    expect(call?.pairs).toHaveLength(8);
    expect(call?.pairs.slice(0, 2)).toEqual([
      { claim: 'the council vote in some way.', source: 'The council met on Monday.' },
      {
        claim: 'the council vote in some way.',
        source: 'The council met on Monday. The motion passed by seventeen to fifteen.',
      },
    ]);
  });

  it('gives log-odds within bounds, and null to those that were not asked about', async () => {
    const verifier = createFakeClaimVerifier({
      scores: ({ source }) => (source.includes('seventeen') ? sure : nothing),
    });
    const held = await holdAgainst(verifier, ranked([document]), { question, signal: undefined });
    expect(held[0]?.held).toBeCloseTo(-4.615, 3);
    expect(held[1]?.held).toBeCloseTo(4.615, 3);
    expect(held[8]?.held).toBeNull();
  });

  it('asks nothing where there is no sentence', async () => {
    const verifier = createFakeClaimVerifier();
    expect(await holdAgainst(verifier, [], { question, signal: undefined })).toEqual([]);
  });

  it('is cancelled', async () => {
    const verifier = createFakeClaimVerifier();
    const { signal } = { signal: AbortSignal.abort() };
    await expect(holdAgainst(verifier, ranked([document]), { question, signal })).rejects.toMatchObject({
      code: 'aborted',
    });
  });
});

describe('holdPassages', () => {
  const other = article([['paragraph', 'The vote was close.']], { id: 'd2' });

  it('asks once of each passage that holds one of the best three sentences, two at most', async () => {
    const verifier = createFakeClaimVerifier({
      scores: ({ source }) => (source.includes('seventeen') ? sure : nothing),
    });
    const [first, second, ...rest] = ranked([document]);
    const [apart] = ranked([other]);
    if (first === undefined || second === undefined || apart === undefined) throw new Error('no sentences');
    const options = { question, signal: undefined };
    expect(await holdPassages(verifier, [first, second, apart, ...rest], options)).toBeCloseTo(4.615, 3);
    expect(verifier.calls.map(({ pairs }) => pairs)).toEqual([
      [
        { claim: 'the council vote in some way.', source: document.text },
        { claim: 'the council vote in some way.', source: 'The vote was close.' },
      ],
    ]);
    expect(await holdPassages(verifier, [apart], options)).toBeCloseTo(-4.615, 3);
  });

  it('is sure of nothing where there is no sentence', async () => {
    const verifier = createFakeClaimVerifier();
    expect(await holdPassages(verifier, [], { question, signal: undefined })).toBeCloseTo(-4.615, 3);
  });
});

describe('rankAgain', () => {
  it('puts first what the verifier takes to hold the answer, and last what it was not asked about', async () => {
    const verifier = createFakeClaimVerifier({
      scores: ({ source }) => (source.includes('seventeen') ? sure : nothing),
    });
    const sentences = ranked([document]).map((one) => ({ ...one, score: 0 }));
    const again = rankAgain(await holdAgainst(verifier, sentences, { question, signal: undefined }));
    expect(again[0]?.candidate.text).toBe('The motion passed by seventeen to fifteen.');
    expect(again.map(({ held }) => held === null).lastIndexOf(false)).toBe(7);
    expect(again.slice(8).every(({ share }) => share === 0)).toBe(true);
    expect(again.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  });
});
