import type { ArchiveStatus } from '../domain/archive-status.ts';
import type { BuildRecordStore } from '../ports/build-record-store.ts';
import type { OpenIndex } from '../ports/index-store.ts';

export interface ArchiveParts {
  readonly index: OpenIndex;
  /** The same index as readers see it. */
  readonly publicIndex: OpenIndex;
  readonly records?: Pick<BuildRecordStore, 'read'> | undefined;
}

/** What the index holds and how it came about. */
export async function archiveStatus({ index, publicIndex, records }: ArchiveParts): Promise<ArchiveStatus> {
  const { formatVersion, fingerprint, madeWith, builtAt, documentCount, passageCount } = index.manifest;
  const publicDocuments = publicIndex.manifest.documentCount;
  const [stories, lastBuild] = await Promise.all([index.passages.listStories(), records?.read() ?? null]);
  return {
    documents: documentCount,
    publicDocuments,
    deskDocuments: documentCount - publicDocuments,
    passages: passageCount,
    stories: stories.length,
    index: { formatVersion, fingerprint, madeWith, builtAt },
    lastBuild,
  };
}
