import type { Document, DocumentAccess } from '../../domain/document.ts';
import { isCitedeskError } from '../../domain/errors.ts';
import { strictest } from '../../ingest/stated-access.ts';
import type { FileSource } from '../../ports/file-source.ts';
import type { Sidecar, SidecarReader } from '../../ports/sidecar-reader.ts';
import { sha256Hex } from '../../text/sha256.ts';

export interface BesideDeps {
  readonly source: FileSource;
  readonly sidecars: SidecarReader;
  /** True for a path that the settings keep for the desk. */
  readonly isDeskOnly: (path: string) => boolean;
}

export interface SidecarPlace {
  readonly path: string;
  /** False where nobody has looked: it may well not be there. */
  readonly isListed: boolean;
}

/** What is said of a file outside it: by its sidecar and by the settings. */
export interface Beside {
  readonly sidecar: Sidecar | null;
  readonly isDeskOnly: boolean;
  /** Changes when what is said does; absent where nothing is. */
  readonly hash?: string;
}

// A sidecar has some lines.
const MAX_BYTES = 100_000;

/** Never throws for a sidecar that cannot be read: nobody knows what it keeps from readers, so all is kept. */
export async function readBeside(
  deps: BesideDeps,
  path: string,
  { place, signal }: { readonly place: SidecarPlace | null; readonly signal?: AbortSignal },
): Promise<Beside> {
  const isDeskOnly = deps.isDeskOnly(path);
  const found = place === null ? null : await readSidecar(deps, place, signal);
  if (found === null && !isDeskOnly) return { sidecar: null, isDeskOnly };
  const said = JSON.stringify([isDeskOnly, found?.hash ?? null]);
  const hash = await sha256Hex(new TextEncoder().encode(said));
  return { sidecar: found?.sidecar ?? null, isDeskOnly, hash };
}

interface FoundSidecar {
  readonly sidecar: Sidecar;
  readonly hash: string;
}

async function readSidecar(
  { source, sidecars }: BesideDeps,
  { path, isListed }: SidecarPlace,
  signal: AbortSignal | undefined,
): Promise<FoundSidecar | null> {
  try {
    const stop = signal === undefined ? {} : { signal };
    const bytes = await source.read(path, { maxBytes: MAX_BYTES, ...stop });
    return { sidecar: sidecars(bytes), hash: await sha256Hex(bytes) };
  } catch (error) {
    if (isCitedeskError(error, 'not-found') && !isListed) return null;
    if (!UNREADABLE.some((code) => isCitedeskError(error, code)) || !(error instanceof Error)) throw error;
    const words = `Its sidecar cannot be read: ${error.message} Until it can, the article is for the desk alone.`;
    return { sidecar: { access: 'desk', warnings: [words] }, hash: 'unreadable' };
  }
}

const UNREADABLE = ['not-found', 'file-unreadable', 'limit-exceeded'] as const;

/** The document with what is said beside it; who says `desk` is heard, whoever else says `public`. */
export function withBeside(document: Document, { sidecar, isDeskOnly, hash }: Beside): Document {
  const setting: DocumentAccess | undefined = isDeskOnly ? 'desk' : undefined;
  return {
    ...document,
    title: sidecar?.title ?? document.title,
    author: sidecar?.author ?? document.author,
    publishedAt: sidecar?.publishedAt ?? document.publishedAt,
    url: sidecar?.url ?? document.url,
    language: sidecar?.language ?? document.language,
    access: strictest([document.access, sidecar?.access, setting]) ?? 'public',
    ...(hash === undefined ? {} : { besideHash: hash }),
  };
}

/** True where a sidecar or the settings keep the file for the desk. */
export function saysDesk({ sidecar, isDeskOnly }: Beside): boolean {
  return isDeskOnly || sidecar?.access === 'desk';
}
