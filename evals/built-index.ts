import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { htmlParser } from '../src/adapters/parser/html-parser.ts';
import { markdownParser } from '../src/adapters/parser/markdown-parser.ts';
import { textParser } from '../src/adapters/parser/text-parser.ts';
import { readYamlSidecar } from '../src/adapters/parser/yaml-sidecar.ts';
import { createLocalIndexStore } from '../src/adapters/storage/local-index-store.ts';
import { createFileLock } from '../src/adapters/system/file-lock.ts';
import { systemClock } from '../src/adapters/system/system-clock.ts';
import type { IndexReport } from '../src/domain/index-manifest.ts';
import type { FileSource } from '../src/ports/file-source.ts';
import type { OpenIndex } from '../src/ports/index-store.ts';
import { buildIndex } from '../src/use-cases/build-index.ts';
import type { EvalContext } from './suite.ts';

export interface BuiltIndex {
  readonly index: OpenIndex;
  readonly report: IndexReport;
}

/**
 * Indexes a source as the `index` command does and hands the index to `use`. With a cache folder it
 * stays there under `name`, and the next run embeds only what changed.
 */
export async function withBuiltIndex<T>(
  context: EvalContext,
  { name, source }: { readonly name: string; readonly source: FileSource },
  use: (built: BuiltIndex) => Promise<T>,
): Promise<T> {
  const { cacheDir } = context;
  const dir =
    cacheDir === null ? await mkdtemp(join(tmpdir(), `citedesk-eval-${name}-`)) : join(cacheDir, name);
  try {
    const store = createLocalIndexStore({ dir });
    const report = await build(context, { source, dir, store });
    return await use({ index: await store.open(), report });
  } finally {
    if (cacheDir === null) await rm(dir, { recursive: true, force: true });
  }
}

async function build(
  context: EvalContext,
  {
    source,
    dir,
    store,
  }: { source: FileSource; dir: string; store: ReturnType<typeof createLocalIndexStore> },
): Promise<IndexReport> {
  const parsers = [textParser, markdownParser, htmlParser];
  const reading = { source, parsers, sidecars: readYamlSidecar, isDeskOnly: () => false };
  const lock = createFileLock({ path: join(dir, 'build.lock') });
  const embedder = await context.embedder();
  for await (const event of buildIndex({ ...reading, embedder, store, lock, clock: systemClock })) {
    if (event.type === 'index-finished') return event.report;
  }
  throw new Error('The build ended without a report.');
}
