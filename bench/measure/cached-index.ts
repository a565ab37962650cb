import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchOptions } from '../benchmark.ts';
import { writeCorpus } from '../texts/corpus.ts';
import { runIndexCommand } from './index-command.ts';

export interface CachedIndex {
  readonly corpus: string;
  readonly index: string;
  readonly articles: number;
}

/**
 * An index of about so many passages. Ten thousand take two minutes to embed, so they are kept in the system's
 * temporary folder; `index` then finds nothing changed.
 */
export async function cachedIndex(
  options: BenchOptions,
  passages: number,
  print: (line: string) => void,
): Promise<CachedIndex> {
  const dir = join(tmpdir(), `citedesk-bench-${options.texts}-${passages}-${options.seed}`);
  const paths = { corpus: join(dir, 'corpus'), index: join(dir, 'index') };
  const articles = await writeCorpus(paths.corpus, options, passages);
  print(`index in ${dir}`);
  await runIndexCommand(paths);
  return { ...paths, articles };
}
