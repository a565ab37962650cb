import type { DocumentId } from '../../domain/document.ts';
import { isCitedeskError } from '../../domain/errors.ts';
import type { IndexManifest } from '../../domain/index-manifest.ts';
import { SPLITTER } from '../../ingest/passages.ts';
import type { EmbeddingModel } from '../../ports/embedder.ts';
import type { DocumentSummary, IndexStore, OpenIndex } from '../../ports/index-store.ts';
import { sha256Hex } from '../../text/sha256.ts';

/** How an index made now would be made: what its manifest says of it. */
export type Recipe = Pick<IndexManifest, 'fingerprint' | 'madeWith'>;

/** The index before the build, and what of it can be used again. */
export interface Previous {
  /** Null where there is none, or none whose vectors fit those of the new one. */
  readonly index: OpenIndex | null;
  /** What was indexed before by path, also where nothing of it can be used. */
  readonly documents: ReadonlyMap<string, DocumentSummary>;
  /** Why all is embedded afresh; null for a first or an incremental build. */
  readonly rebuildReason: string | null;
}

export async function recipeFor(model: EmbeddingModel): Promise<Recipe> {
  const parts = new TextEncoder().encode(JSON.stringify([model.fingerprint, SPLITTER]));
  return {
    fingerprint: await sha256Hex(parts),
    madeWith: { model: model.name, dimensions: model.dimensions, splitter: SPLITTER },
  };
}

/** Throws `index-too-new` unless a rebuild was asked for, and whatever keeps the store from reading. */
export async function openPrevious(
  store: IndexStore,
  recipe: Recipe,
  options: { readonly rebuild: boolean },
): Promise<Previous> {
  try {
    const index = await store.open();
    const documents = new Map(
      (await index.passages.listDocuments()).map((summary) => [summary.path, summary]),
    );
    const rebuildReason = options.rebuild ? 'A rebuild was asked for.' : whyRebuild(index.manifest, recipe);
    return { index: rebuildReason === null ? index : null, documents, rebuildReason };
  } catch (error) {
    return {
      index: null,
      documents: new Map<DocumentId, DocumentSummary>(),
      rebuildReason: reasonOf(error, options),
    };
  }
}

function reasonOf(error: unknown, { rebuild }: { readonly rebuild: boolean }): string | null {
  if (isCitedeskError(error, 'index-missing')) return null;
  if (rebuild && isCitedeskError(error, 'index-too-new')) return `A rebuild was asked for. ${error.message}`;
  if (isCitedeskError(error, 'index-damaged') || isCitedeskError(error, 'index-outdated')) {
    return `${error.message} Every passage is embedded again.`;
  }
  throw error;
}

function whyRebuild(before: IndexManifest, now: Recipe): string | null {
  if (before.fingerprint === now.fingerprint) return null;
  const [old, fresh] = [before.madeWith, now.madeWith];
  const changes = [
    ...(old.model === fresh.model ? [] : [`The embedding model changed (${old.model} → ${fresh.model})`]),
    ...(old.splitter === fresh.splitter
      ? []
      : [`The passage splitter changed (${old.splitter} → ${fresh.splitter})`]),
  ];
  const what = changes.length === 0 ? ["The embedding model's files changed"] : changes;
  return `${what.join('; ')}, so every passage is embedded again.`;
}
