import { join } from 'node:path';
import { createCountsFile } from '../adapters/storage/counts-file.ts';
import type { CountsStore } from '../ports/counts-store.ts';
import type { Config } from './config.ts';

/** What servers have counted, beside the generations of the index: builds leave it as it is. */
export function countsBeside({ index }: Pick<Config, 'index'>): CountsStore {
  return createCountsFile({ path: join(index, 'service-counts.json') });
}
