import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AutoTokenizer, env, pipeline } from '@xenova/transformers';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadEncoder } from '../../src/adapters/embedder/encoder.ts';
import { ALL_MINILM_L6_V2 } from '../../src/adapters/embedder/known-model.ts';
import { loadTextTokenizer, type TextTokenizer } from '../../src/adapters/model-pool/text-tokenizer.ts';

const modelDir = fileURLToPath(new URL('../../models/all-MiniLM-L6-v2', import.meta.url));

beforeAll(() => {
  env.allowRemoteModels = false;
  env.localModelPath = dirname(modelDir);
});

describe('text tokenizer', () => {
  let tokenizer: TextTokenizer;
  let reference: (text: string) => number[];
  beforeAll(async () => {
    const model = await AutoTokenizer.from_pretrained('all-MiniLM-L6-v2');
    reference = (text) => model.encode(text, { add_special_tokens: false });
    tokenizer = await loadTextTokenizer(modelDir);
  });

  it.each([
    '',
    ' \n ',
    'The council approved the bridge.',
    'U.S. shares fell 3.5% to $1,200.75 – “a record”, he said…',
    'Zoë’s naïve café: ÅNGSTRÖM, İstanbul, straße, ﬁn',
    'Рада ухвалила закон № 1234; київський міський голова',
    '新聞報道：東京で記者会見が行われた。',
    'العربية ‏والفارسية',
    'हिन्दी में समाचार',
    '🗞️👩‍👩‍👧 🇺🇦 emoji',
    'a\u0000b\u0007c\ufeffd\u200be',
    'lone \ud800 surrogate',
    'literal [SEP] and [CLS] marks, [MASK]ed',
    'x'.repeat(101),
    'https://example.org/a/very/long/path?with=query&and=more#fragment',
  ])('agrees with the tokenizer of the model: %j', (text) => {
    expect(tokenizer.ids(text, 1_000)).toEqual(reference(text));
    expect(tokenizer.count(text)).toBe(reference(text).length);
  });

  it('agrees on any text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.lorem({ mode: 'sentences', maxCount: 8 }),
    );
    fc.assert(
      fc.property(text, (value) => {
        expect(tokenizer.ids(value, 10_000)).toEqual(reference(value));
      }),
    );
  });

  it('agrees on a page of Markdown', () => {
    const text = readFileSync(new URL('../../models/all-MiniLM-L6-v2/MODEL.md', import.meta.url), 'utf8');
    expect(tokenizer.ids(text, 10_000)).toEqual(reference(text));
    expect(tokenizer.count(text)).toBeGreaterThan(500);
  });

  it('gives the same ids again, and no more than asked for', () => {
    const text = 'The harbour, the harbour: unbelievably foggy.';
    const all = tokenizer.ids(text, 100);
    expect(tokenizer.ids(text, 100)).toEqual(all);
    for (let limit = 0; limit <= all.length; limit++) {
      expect(tokenizer.ids(text, limit)).toEqual(all.slice(0, limit));
    }
  });

  it('stays right when it has seen more words than it keeps', () => {
    const text = Array.from({ length: 25_000 }, (_, i) => `w${i}`).join(' ');
    expect(tokenizer.count(text)).toBe(reference(text).length);
    expect(tokenizer.ids('w1 w2', 10)).toEqual(reference('w1 w2'));
  });
});

describe('encoder', () => {
  it('gives the vectors that the pipeline of the library gives', async () => {
    const { vector: encode } = await loadEncoder(modelDir, ALL_MINILM_L6_V2);
    const pipe = await pipeline('feature-extraction', 'all-MiniLM-L6-v2', {
      dtype: 'q8',
      session_options: { intraOpNumThreads: 1 },
    });
    for (const text of ['', 'The council approved the bridge.', 'Zoë’s café 🗞️', 'rain '.repeat(250)]) {
      const { data } = await pipe(text, { pooling: 'mean', normalize: true });
      const vector = await encode(text);
      for (const [at, value] of vector.entries()) expect(value).toBeCloseTo(Number(data[at]), 5);
    }
  });
});
