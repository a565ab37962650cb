import type { ClaimVerifier, SupportScores } from '../src/ports/claim-verifier.ts';
import type { Embedder, EmbedOptions } from '../src/ports/embedder.ts';

// Texts of one archive come again with each of its cases, one after another.
const MOST_KEPT = 6_000;

/** The embedder, asked once for each of the last few thousand texts: cases share their sentences. */
export function keepEmbeddings(embedder: Embedder): Embedder {
  const vectors = new Map<string, Float32Array>();
  const tokens = new Map<string, Awaited<ReturnType<Embedder['embedTokens']>>[number]>();
  const keyOf =
    ({ kind }: EmbedOptions) =>
    (text: string) =>
      `${kind} ${text}`;
  return {
    ...embedder,
    embed: (texts, options) =>
      kept(vectors, texts, { keyOf: keyOf(options), make: (missing) => embedder.embed(missing, options) }),
    embedTokens: (texts, options) =>
      kept(tokens, texts, {
        keyOf: keyOf(options),
        make: (missing) => embedder.embedTokens(missing, options),
      }),
  };
}

/** The same of the verifier and pairs. */
export function keepScores(verifier: ClaimVerifier): ClaimVerifier {
  const scores = new Map<string, SupportScores>();
  return {
    ...verifier,
    verify: (pairs, options) =>
      kept(scores, pairs, {
        keyOf: ({ claim, source }) => `${claim}\n${source}`,
        make: (missing) => verifier.verify(missing, options),
      }),
  };
}

interface Keep<I, T> {
  readonly keyOf: (item: I) => string;
  readonly make: (items: readonly I[]) => Promise<readonly T[]>;
}

async function kept<I, T>(
  known: Map<string, T>,
  items: readonly I[],
  { keyOf, make }: Keep<I, T>,
): Promise<T[]> {
  const missing = new Map(items.map((item) => [keyOf(item), item]));
  for (const key of missing.keys()) if (known.has(key)) missing.delete(key);
  const made = missing.size === 0 ? [] : await make([...missing.values()]);
  const keys = [...missing.keys()];
  for (const [index, value] of made.entries()) known.set(keys[index] ?? '', value);
  const found = items.flatMap((item) => {
    const value = known.get(keyOf(item));
    return value === undefined ? [] : [value];
  });
  for (const key of [...known.keys()].slice(0, Math.max(0, known.size - MOST_KEPT))) known.delete(key);
  return found;
}
