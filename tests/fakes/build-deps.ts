import { readYamlSidecar } from '../../src/adapters/parser/yaml-sidecar.ts';
import type { IndexEvent, IndexReport } from '../../src/domain/index-manifest.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { type BuildDeps, type BuildOptions, buildIndex } from '../../src/use-cases/build-index.ts';
import { createFakeEmbedder, type FakeEmbedder } from './fake-embedder.ts';
import { createMemoryFileSource, type MemoryFileSource } from './memory-file-source.ts';
import { createMemoryIndexStore, type MemoryIndexStore } from './memory-index-store.ts';
import { createMemoryLock, type MemoryLock } from './memory-lock.ts';
import { paragraphParser } from './paragraph-parser.ts';

/** A clock that goes on by a second each time it is asked. */
export function createSteppingClock(): Clock {
  let ms = 0;
  return {
    now: () => '2026-05-03T08:00:00.000Z',
    monotonicMs: () => {
      ms += 1_000;
      return ms;
    },
  };
}

export interface FakeBuildDeps extends BuildDeps {
  readonly source: MemoryFileSource;
  readonly store: MemoryIndexStore;
  readonly lock: MemoryLock;
  readonly embedder: FakeEmbedder;
}

/** All that a build needs, in memory. */
export function createBuildDeps(overrides: Partial<FakeBuildDeps> = {}): FakeBuildDeps {
  return {
    source: createMemoryFileSource(),
    parsers: [paragraphParser],
    sidecars: readYamlSidecar,
    isDeskOnly: () => false,
    embedder: createFakeEmbedder(),
    store: createMemoryIndexStore(),
    lock: createMemoryLock(),
    clock: createSteppingClock(),
    ...overrides,
  };
}

/** Runs a build to its end. */
export async function buildEvents(deps: BuildDeps, options: BuildOptions = {}): Promise<IndexEvent[]> {
  const events: IndexEvent[] = [];
  for await (const event of buildIndex(deps, options)) events.push(event);
  return events;
}

export async function buildReport(deps: BuildDeps, options: BuildOptions = {}): Promise<IndexReport> {
  const last = (await buildEvents(deps, options)).at(-1);
  if (last?.type !== 'index-finished') throw new Error('the build did not finish');
  return last.report;
}

/** Texts that were embedded, all calls together. */
export const embeddedTexts = (embedder: FakeEmbedder): string[] =>
  embedder.calls.flatMap((call) => [...call.texts]);
