import type { BuildRecord } from '../../src/domain/build-record.ts';
import type { BuildRecordStore } from '../../src/ports/build-record-store.ts';

/** Keeps the record in memory; `failure` is thrown by every write. */
export function createMemoryBuildRecords(failure?: Error): BuildRecordStore {
  let kept: BuildRecord | null = null;
  return {
    async write(record) {
      if (failure !== undefined) throw failure;
      kept = record;
    },
    read: async () => kept,
  };
}
