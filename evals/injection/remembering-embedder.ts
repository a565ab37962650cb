import type { Embedder, EmbeddingKind, TokenEmbeddings } from '../../src/ports/embedder.ts';

/**
 * The embedder, asked once for each text. For suites that put the same questions to archives that are
 * nearly the same: the port promises that equal text has an equal vector.
 */
export function rememberingEmbedder(embedder: Embedder): Embedder {
  const vectors = remembering<Float32Array>((texts, kind) => embedder.embed(texts, { kind }));
  const tokens = remembering<TokenEmbeddings>((texts, kind) => embedder.embedTokens(texts, { kind }));
  return {
    model: embedder.model,
    embed: (texts, { kind }) => vectors(texts, kind),
    embedTokens: (texts, { kind }) => tokens(texts, kind),
    countTokens: (text) => embedder.countTokens(text),
    close: () => embedder.close(),
  };
}

type Embed<T> = (texts: readonly string[], kind: EmbeddingKind) => Promise<readonly T[]>;

function remembering<T>(embed: Embed<T>): Embed<T> {
  const known = new Map<string, T>();
  return async (texts, kind) => {
    const fresh = [...new Set(texts)].filter((text) => !known.has(`${kind} ${text}`));
    const made = fresh.length === 0 ? [] : await embed(fresh, kind);
    for (const [at, text] of fresh.entries()) {
      const value = made[at];
      if (value !== undefined) known.set(`${kind} ${text}`, value);
    }
    return texts.flatMap((text) => {
      const value = known.get(`${kind} ${text}`);
      return value === undefined ? [] : [value];
    });
  };
}
