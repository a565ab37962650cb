import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AutoTokenizer, env } from '@xenova/transformers';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTokenCounter } from '../../src/adapters/embedder/token-counter.ts';

const modelDir = fileURLToPath(new URL('../../models/all-MiniLM-L6-v2', import.meta.url));

// The counter runs in the main process, the model's tokenizer in the workers: a passage that one
// finds to fit must fit for the other.
describe('token counter', () => {
  let count: (text: string) => number;
  let reference: (text: string) => number;
  beforeAll(async () => {
    env.allowRemoteModels = false;
    env.localModelPath = dirname(modelDir);
    const tokenizer = await AutoTokenizer.from_pretrained('all-MiniLM-L6-v2');
    reference = (text) => tokenizer.encode(text, { add_special_tokens: false }).length;
    count = await createTokenCounter(modelDir);
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
    expect(count(text)).toBe(reference(text));
  });

  it('agrees on any text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.lorem({ mode: 'sentences', maxCount: 8 }),
    );
    fc.assert(
      fc.property(text, (value) => {
        expect(count(value)).toBe(reference(value));
      }),
    );
  });

  it('agrees on a page of Markdown', () => {
    const text = readFileSync(new URL('../../models/all-MiniLM-L6-v2/MODEL.md', import.meta.url), 'utf8');
    expect(count(text)).toBe(reference(text));
    expect(count(text)).toBeGreaterThan(500);
  });
});
