import { CitedeskError } from '../../src/domain/errors.ts';
import type { Embedder, EmbeddingKind, EmbedOptions, TokenEmbeddings } from '../../src/ports/embedder.ts';
import { terms, words } from '../../src/text/tokens.ts';

export interface FakeEmbedderOptions {
  /** 64 unless told. */
  readonly dimensions?: number;
  /** Words, since a word is this embedder's token; 254 unless told. */
  readonly maxTokens?: number;
  readonly fingerprint?: string;
  /** Called before each text is embedded; what it throws, `embed` rejects with. */
  readonly fault?: (text: string) => void;
}

export interface FakeEmbedder extends Embedder {
  /** Every call of `embed` and `embedTokens`, in order. */
  readonly calls: readonly { readonly texts: readonly string[]; readonly kind: EmbeddingKind }[];
  readonly closed: boolean;
}

// FNV-1a, 32 bits: spreads words over the dimensions the same way on every machine.
function hash(word: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) value = Math.imul(value ^ word.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

function bagOfWords(text: string, dimensions: number): Float32Array {
  const vector = new Float32Array(dimensions);
  // A first dimension of its own, so that a text without words has a direction too.
  vector[0] = 0.1;
  for (const term of terms(text)) {
    const at = 1 + (hash(term) % (dimensions - 1));
    vector[at] = (vector[at] ?? 0) + 1;
  }
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

/**
 * An embedder without a model: a text's vector is its hashed bag of stemmed words, so that texts with
 * words in common are similar. Deterministic, and it records what it is asked.
 */
export function createFakeEmbedder(options: FakeEmbedderOptions = {}): FakeEmbedder {
  const { dimensions = 64, maxTokens = 254, fingerprint = 'fake-1', fault } = options;
  const calls: { texts: readonly string[]; kind: EmbeddingKind }[] = [];
  let closed = false;
  const encode = (text: string) => {
    fault?.(text);
    const last = words(text)[maxTokens - 1];
    return bagOfWords(last === undefined ? text : text.slice(0, last.end), dimensions);
  };
  const encodeTokens = (text: string): TokenEmbeddings => {
    const found = words(text).slice(0, maxTokens);
    const rows = new Float32Array(found.length * dimensions);
    for (const [index, { norm }] of found.entries())
      rows.set(bagOfWords(norm, dimensions), index * dimensions);
    const tokens = found.map(({ norm }) => ({ text: norm, isContinuation: false }));
    return { vector: encode(text), tokens, rows };
  };
  const run = async <T>(texts: readonly string[], options: EmbedOptions, one: (text: string) => T) => {
    calls.push({ texts: [...texts], kind: options.kind });
    // A real embedder never answers within the call; a turn lets an abort come first.
    await new Promise((resolve) => setImmediate(resolve));
    if (closed || options.signal?.aborted) throw new CitedeskError('aborted', 'The embedding was cancelled.');
    return texts.map(one);
  };
  return {
    model: { name: 'fake', dimensions, maxTokens, fingerprint },
    calls,
    get closed() {
      return closed;
    },
    embed: (texts, options) => run(texts, options, encode),
    embedTokens: (texts, options) => run(texts, options, encodeTokens),
    countTokens: (text) => words(text).length,
    async close() {
      closed = true;
    },
  };
}
