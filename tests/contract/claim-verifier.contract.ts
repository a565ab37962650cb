import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClaimPair, ClaimVerifier, SupportScores } from '../../src/ports/claim-verifier.ts';

export interface ClaimVerifierTraits {
  /** Why it has no queue that an urgent pair could jump; absent where it has one. */
  readonly withoutQueue?: string;
}

const SOURCE =
  'The council approved the new bridge on Tuesday by 14 votes to 9. Work begins in March, the mayor said.';
const PAIRS: readonly ClaimPair[] = [
  { claim: 'The council approved the new bridge.', source: SOURCE },
  { claim: 'Rain fell on the harbour for three days.', source: SOURCE },
  { claim: 'Grain prices rose.', source: 'Grain prices rose by four per cent after the drought.' },
];
const LONG = Array.from({ length: 40 }, (_, i) => `Delegate ${i} spoke about the harbour.`).join(' ');
const many = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ claim: `Delegate ${i} spoke.`, source: LONG }));

async function one(verifier: ClaimVerifier, pair: ClaimPair): Promise<SupportScores> {
  const [scores] = await verifier.verify([pair]);
  if (scores === undefined) throw new Error('no scores came back');
  return scores;
}

/** What every verifier promises; `make` gives a fresh one. */
export function describeClaimVerifier(
  name: string,
  make: () => Promise<ClaimVerifier>,
  traits: ClaimVerifierTraits = {},
): void {
  describe(`claim verifier contract: ${name}`, () => {
    let verifier: ClaimVerifier;
    beforeAll(async () => {
      verifier = await make();
    });
    afterAll(() => verifier.close());

    it.each([
      ['a sentence', PAIRS[0]],
      ['two empty texts', { claim: '', source: '' }],
      ['white space', { claim: ' \n', source: '\t ' }],
      ['emoji and scripts', { claim: '🗞️ Рада', source: '新聞報道 👩‍👩‍👧' }],
      ['control characters and a lone surrogate', { claim: 'a\u0000b', source: 'a \ud800 b' }],
      ['a source of 100,000 characters', { claim: 'It rained.', source: 'harbour rain '.repeat(7_700) }],
      ['a claim of 100,000 characters', { claim: 'harbour rain '.repeat(7_700), source: 'It rained.' }],
    ])('gives three probabilities for %s', async (_, pair = { claim: '', source: '' }) => {
      const scores = Object.values(await one(verifier, pair));
      expect(scores.length).toBe(3);
      for (const score of scores) expect(score).toBeGreaterThanOrEqual(0);
      expect(scores.reduce((sum, score) => sum + score, 0)).toBeCloseTo(1, 9);
    });

    it('gives no scores for no pairs', async () => {
      expect(await verifier.verify([])).toEqual([]);
    });

    it('finds that an empty source says nothing', async () => {
      const nothing = { supports: 0, saysNothing: 1, contradicts: 0 };
      expect(await one(verifier, { claim: 'It rained.', source: '' })).toEqual(nothing);
    });

    it('keeps the order, and gives an equal pair equal scores whatever is beside it', async () => {
      const alone = [];
      for (const pair of PAIRS) alone.push(await one(verifier, pair));
      expect(await verifier.verify([...PAIRS, ...many(5), ...PAIRS])).toEqual([
        ...alone,
        ...(await verifier.verify(many(5))),
        ...alone,
      ]);
    });

    it('rejects with `aborted` when the signal has fired before', async () => {
      await expect(verifier.verify(PAIRS, { signal: AbortSignal.abort() })).rejects.toMatchObject({
        code: 'aborted',
      });
    });

    it('rejects with `aborted` when the signal fires, and stays usable', async () => {
      const controller = new AbortController();
      const call = verifier.verify(many(200), { signal: controller.signal });
      controller.abort();
      await expect(call).rejects.toMatchObject({ code: 'aborted' });
      expect((await verifier.verify(PAIRS)).length).toBe(3);
    });

    it.skipIf(traits.withoutQueue !== undefined)(
      `lets urgent pairs go ahead of waiting ones${traits.withoutQueue ? ` (skipped: ${traits.withoutQueue})` : ''}`,
      async () => {
        const order: string[] = [];
        const waiting = verifier.verify(many(40)).then(() => order.push('waiting'));
        const urgent = verifier.verify(PAIRS, { urgent: true }).then(() => order.push('urgent'));
        await Promise.all([waiting, urgent]);
        expect(order).toEqual(['urgent', 'waiting']);
      },
    );

    it('rejects with `aborted` what is under way or comes after it is closed', async () => {
      const other = await make();
      const outcome = expect(other.verify(many(50))).rejects.toMatchObject({ code: 'aborted' });
      await other.close();
      await outcome;
      await expect(other.verify(PAIRS)).rejects.toMatchObject({ code: 'aborted' });
      await other.close();
    });
  });
}
