import type { IndexEvent, IndexReport } from '../domain/index-manifest.ts';
import type { BuildRecordStore } from '../ports/build-record-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { IndexStore } from '../ports/index-store.ts';
import type { Lock } from '../ports/lock.ts';
import { buildRecord } from './indexing/build-record.ts';
import { BuildRun } from './indexing/build-run.ts';
import { type Emitter, streamEvents } from './indexing/event-stream.ts';
import { openPrevious, recipeFor } from './indexing/open-previous.ts';
import type { PrepareDeps } from './indexing/prepare-file.ts';

export interface BuildDeps extends PrepareDeps {
  readonly store: IndexStore;
  readonly lock: Lock;
  readonly clock: Clock;
  /** Where what the build did is kept; absent: nowhere. */
  readonly records?: Pick<BuildRecordStore, 'write'>;
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
      await keepRecord(deps, report, emitter);
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

// The index is in place by now: what cannot be written down beside it is no reason to fail.
async function keepRecord(
  { records, clock }: BuildDeps,
  report: IndexReport,
  { emit }: Emitter<IndexEvent>,
): Promise<void> {
  try {
    await records?.write(buildRecord(report, clock.now()));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const words = `The index is up to date, but what this build did could not be noted: ${why}`;
    emit({ type: 'warning-raised', warning: { path: null, words } });
  }
}
