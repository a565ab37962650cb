import type { DocumentAccess, DocumentMetadata } from '../domain/document.ts';

/** What a file beside an article says of it; absent or null: nothing. */
export interface Sidecar
  extends Partial<{
    readonly [K in 'title' | 'author' | 'publishedAt' | 'url' | 'language']: DocumentMetadata[K] | null;
  }> {
  readonly access?: DocumentAccess;
  /** Plain sentences about what in it could not be read. */
  readonly warnings: readonly string[];
}

/**
 * A sidecar's bytes read. Never throws: of one that cannot be read nobody knows what it keeps from readers,
 * so it says `desk`, with a warning.
 */
export type SidecarReader = (bytes: Uint8Array) => Sidecar;
