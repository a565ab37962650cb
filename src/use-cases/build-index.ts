import type { IndexEvent, IndexReport } from '../domain/index-manifest.ts';
import type { Clock } from '../ports/clock.ts';
import type { IndexStore } from '../ports/index-store.ts';
import type { Lock } from '../ports/lock.ts';
import { BuildRun } from './indexing/build-run.ts';
import { type Emitter, streamEvents } from './indexing/event-stream.ts';
import { openPrevious, recipeFor } from './indexing/open-previous.ts';
import type { PrepareDeps } from './indexing/prepare-file.ts';

export interface BuildDeps extends PrepareDeps {
  readonly store: IndexStore;
  readonly lock: Lock;
  readonly clock: Clock;
}

export interface BuildOptions {
  /** Embed everything afresh, also over an index of a newer format. */
  readonly rebuild?: boolean;
  readonly signal?: AbortSignal;
}

/**
 * Brings the index in line with the corpus: embeds what is new or changed, carries over the rest, and
 * swaps the new generation in at the end. Any failure, an abort, or a reader that stops reading leaves
 * the index as it was. Throws `index-busy`, `index-too-new`, `corpus-unreadable`, `embedder-failed`,
 * `storage-full`, `storage-failed` and `aborted`.
 */
export function buildIndex(deps: BuildDeps, options: BuildOptions = {}): AsyncIterable<IndexEvent> {
  return streamEvents<IndexEvent>(async (emitter) => {
    const lease = await deps.lock.acquire();
    try {
      const report = await build(deps, options.rebuild ?? false, emitter);
      emitter.emit({ type: 'index-finished', report });
    } finally {
      await lease.release();
    }
  }, options.signal);
}

async function build(
  deps: BuildDeps,
  rebuild: boolean,
  { emit, signal }: Emitter<IndexEvent>,
): Promise<IndexReport> {
  const startedMs = deps.clock.monotonicMs();
  const recipe = await recipeFor(deps.embedder.model);
  const previous = await openPrevious(deps.store, recipe, { rebuild });
  const { rebuildReason } = previous;
  if (rebuildReason !== null) emit({ type: 'rebuild-decided', reason: rebuildReason });
  const log = await new BuildRun({ deps, previous, recipe, emit, signal }).run();
  return log.finish((deps.clock.monotonicMs() - startedMs) / 1000, rebuildReason);
}
