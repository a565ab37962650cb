import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Embedder } from '../../src/ports/embedder.ts';

export interface EmbedderTraits {
  /** Why it has no queue that a question could jump; absent where it has one. */
  readonly withoutQueue?: string;
}

const SENTENCES = [
  'The council approved the new bridge on Tuesday.',
  'Rain fell on the harbour for three days.',
  'A striker scored twice in the final minutes of the match.',
  'Grain prices rose by four per cent after the drought.',
];
const LONG = Array.from({ length: 60 }, (_, i) => `Delegate ${i} spoke about the harbour.`).join(' ');

const lengthOf = (vector: Float32Array) => Math.hypot(...vector);
const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

async function one(embedder: Embedder, text: string): Promise<Float32Array> {
  const [vector] = await embedder.embed([text], { kind: 'passage' });
  if (vector === undefined) throw new Error('no vector came back');
  return vector;
}

/** What every embedder promises; `make` gives a fresh one. */
export function describeEmbedder(
  name: string,
  make: () => Promise<Embedder>,
  traits: EmbedderTraits = {},
): void {
  describe(`embedder contract: ${name}`, () => {
    let embedder: Embedder;
    beforeAll(async () => {
      embedder = await make();
    });
    afterAll(() => embedder.close());

    it.each([
      ['a sentence', SENTENCES[0] ?? ''],
      ['the empty string', ''],
      ['white space', ' \n\t '],
      ['emoji', '🗞️👩‍👩‍👧🇺🇦'],
      ['Cyrillic and Chinese', 'Рада ухвалила закон 新聞報道'],
      ['control characters', 'a\u0000b\u0007c'],
      ['a lone surrogate', 'a \ud800 b'],
      ['one word of 100,000 characters', 'x'.repeat(100_000)],
      ['100,000 characters of words', 'harbour rain '.repeat(7_700)],
    ])('gives a unit-length vector of the declared size for %s', async (_, text) => {
      const vector = await one(embedder, text);
      expect(vector).toBeInstanceOf(Float32Array);
      expect(vector.length).toBe(embedder.model.dimensions);
      expect(lengthOf(vector)).toBeCloseTo(1, 5);
    });

    it('gives no vectors for no texts', async () => {
      expect(await embedder.embed([], { kind: 'passage' })).toEqual([]);
    });

    it('keeps the order of the texts', async () => {
      const alone = [];
      for (const text of SENTENCES) alone.push(await one(embedder, text));
      expect(await embedder.embed(SENTENCES, { kind: 'passage' })).toEqual(alone);
    });

    it('gives equal text an equal vector, whatever is beside it', async () => {
      const text = SENTENCES[1] ?? '';
      const among = await embedder.embed([LONG, text, '', text, ...SENTENCES], { kind: 'passage' });
      const alone = await one(embedder, text);
      expect(among[1]).toEqual(alone);
      expect(among[3]).toEqual(alone);
    });

    it('gives a text and its tokens a row of unit length each', async () => {
      const texts = [SENTENCES[0] ?? '', '', LONG.repeat(9)];
      const found = await embedder.embedTokens(texts, { kind: 'question' });
      for (const [index, text] of texts.entries()) {
        const { vector, tokens, rows } = found[index] ?? { vector: null, tokens: [], rows: [] };
        const { dimensions, maxTokens } = embedder.model;
        expect(vector).toEqual(await one(embedder, text));
        expect(tokens.length).toBe(Math.min(maxTokens, embedder.countTokens(text)));
        expect(rows.length).toBe(tokens.length * dimensions);
        for (let at = 0; at < rows.length; at += dimensions)
          expect(Math.hypot(...rows.slice(at, at + dimensions))).toBeCloseTo(1, 5);
      }
      expect(await embedder.embedTokens([], { kind: 'passage' })).toEqual([]);
      const call = embedder.embedTokens(SENTENCES, { kind: 'passage', signal: AbortSignal.abort() });
      await expect(call).rejects.toMatchObject({ code: 'aborted' });
    });

    it('answers calls that overlap, each with its own vectors', async () => {
      const calls = SENTENCES.map((text) => embedder.embed([text, text], { kind: 'passage' }));
      const results = await Promise.all(calls);
      for (const [i, text] of SENTENCES.entries()) {
        const alone = await one(embedder, text);
        expect(results[i]).toEqual([alone, alone]);
      }
    });

    it('cuts what lies beyond its window, and nothing within it', async () => {
      const many = 'rain '.repeat(embedder.model.maxTokens + 1);
      const full = `${'rain '.repeat(embedder.model.maxTokens - 1)}harbour`;
      expect(await one(embedder, `${full} drought`)).toEqual(await one(embedder, full));
      expect(await one(embedder, full)).not.toEqual(await one(embedder, many));
    });

    it('counts tokens without its own marks', () => {
      expect(embedder.countTokens('')).toBe(0);
      expect(embedder.countTokens('rain harbour')).toBe(2);
    });

    it('puts a text nearer to its paraphrase than to another subject', async () => {
      const [question, near, far] = await embedder.embed(
        ['rain in the harbour', SENTENCES[1] ?? '', SENTENCES[3] ?? ''],
        { kind: 'question' },
      );
      if (question === undefined || near === undefined || far === undefined)
        throw new Error('three expected');
      expect(dot(question, near)).toBeGreaterThan(dot(question, far));
    });

    it('rejects with `aborted` when the signal has fired before', async () => {
      const call = embedder.embed(SENTENCES, { kind: 'passage', signal: AbortSignal.abort() });
      await expect(call).rejects.toMatchObject({ code: 'aborted' });
    });

    it('rejects with `aborted` when the signal fires, and stays usable', async () => {
      const controller = new AbortController();
      const call = embedder.embed(Array(200).fill(LONG), { kind: 'passage', signal: controller.signal });
      controller.abort();
      await expect(call).rejects.toMatchObject({ code: 'aborted' });
      expect(lengthOf(await one(embedder, 'still here'))).toBeCloseTo(1, 5);
    });

    it.skipIf(traits.withoutQueue !== undefined)(
      `lets a question go ahead of queued passages${traits.withoutQueue ? ` (skipped: ${traits.withoutQueue})` : ''}`,
      async () => {
        const order: string[] = [];
        const passages = embedder
          .embed(Array(30).fill(LONG), { kind: 'passage' })
          .then(() => order.push('passages'));
        const question = embedder
          .embed(['Who spoke?'], { kind: 'question' })
          .then(() => order.push('question'));
        await Promise.all([passages, question]);
        expect(order).toEqual(['question', 'passages']);
      },
    );

    it('rejects with `aborted` what is under way or comes after it is closed', async () => {
      const other = await make();
      const call = other.embed(Array(50).fill(LONG), { kind: 'passage' });
      const outcome = expect(call).rejects.toMatchObject({ code: 'aborted' });
      await other.close();
      await outcome;
      await expect(other.embed(['late'], { kind: 'question' })).rejects.toMatchObject({ code: 'aborted' });
      await other.close();
    });
  });
}
