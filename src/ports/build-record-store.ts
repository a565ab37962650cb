import type { BuildRecord } from '../domain/build-record.ts';

/**
 * Keeps what the last finished build did. `write` replaces what was there, whole or not at all, and throws
 * `storage-full` or `storage-failed`; `read` gives null where there is none or none that can be read.
 */
export interface BuildRecordStore {
  write(record: BuildRecord): Promise<void>;
  read(): Promise<BuildRecord | null>;
}
