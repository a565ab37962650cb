import type { Embedder } from '../../src/ports/embedder.ts';

// Texts of one paragraph come again with each of its cases, one after another.
const MOST_KEPT = 6_000;

/** The embedder, with what it said of the last few thousand texts kept: cases share their sentences. */
export function keepEmbeddings(embedder: Embedder): Embedder {
  const vectors = new Map<string, Float32Array>();
  const tokens = new Map<string, Awaited<ReturnType<Embedder['embedTokens']>>[number]>();
  return {
    ...embedder,
    embed: (texts, options) => kept(vectors, texts, (missing) => embedder.embed(missing, options)),
    embedTokens: (texts, options) => kept(tokens, texts, (missing) => embedder.embedTokens(missing, options)),
  };
}

async function kept<T>(
  known: Map<string, T>,
  texts: readonly string[],
  make: (texts: readonly string[]) => Promise<readonly T[]>,
): Promise<T[]> {
  const missing = [...new Set(texts)].filter((text) => !known.has(text));
  const made = missing.length === 0 ? [] : await make(missing);
  for (const [index, value] of made.entries()) known.set(missing[index] ?? '', value);
  const found = texts.flatMap((text) => {
    const value = known.get(text);
    return value === undefined ? [] : [value];
  });
  for (const text of [...known.keys()].slice(0, Math.max(0, known.size - MOST_KEPT))) known.delete(text);
  return found;
}
