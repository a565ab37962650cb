import type { Document } from '../../domain/document.ts';
import { CitedeskError } from '../../domain/errors.ts';
import type { Passage } from '../../domain/passage.ts';
import { chooseParser, extensionOf } from '../../ingest/choose-parser.ts';
import { splitPassages } from '../../ingest/passages.ts';
import { toDocument } from '../../ingest/to-document.ts';
import type { Embedder } from '../../ports/embedder.ts';
import type { Parser } from '../../ports/parser.ts';
import { sha256Hex } from '../../text/sha256.ts';
import { LIMITS } from '../desk.ts';
import { type BesideDeps, readBeside, type SidecarPlace, withBeside } from './beside.ts';

export interface PrepareDeps extends BesideDeps {
  readonly parsers: readonly Parser[];
  readonly embedder: Embedder;
}

export interface PrepareOptions {
  /** The file as it stands in the index; null where it is not there. */
  readonly indexed: Pick<Document, 'contentHash' | 'besideHash'> | null;
  /** Where what is said beside it may be; null: nowhere. */
  readonly sidecar: SidecarPlace | null;
  readonly signal?: AbortSignal;
}

/** What became of one file. */
export type PreparedFile =
  | { readonly type: 'unchanged' }
  | {
      readonly type: 'prepared';
      readonly document: Document;
      /** At least one. */
      readonly passages: readonly Passage[];
      readonly warnings: readonly string[];
    }
  /** It holds nothing to index; `reason` is a plain sentence. */
  | { readonly type: 'skipped'; readonly reason: string }
  /** Nothing is known of what it holds now. */
  | { readonly type: 'unreadable'; readonly reason: string };

/** Reads a file and, unless it is as it was, makes a document and passages of it. */
export async function prepareFile(
  deps: PrepareDeps,
  path: string,
  options: PrepareOptions,
): Promise<PreparedFile> {
  const parser = chooseParser(deps.parsers, path);
  if (parser === null) return { type: 'skipped', reason: wordsForFormat(path) };
  try {
    const bytes = await deps.source.read(path, { maxBytes: LIMITS.fileBytes, ...signalOf(options) });
    if (bytes.length === 0) return { type: 'skipped', reason: 'The file is empty.' };
    const contentHash = await sha256Hex(bytes);
    const beside = await readBeside(deps, path, { place: options.sidecar, ...signalOf(options) });
    const { indexed } = options;
    if (contentHash === indexed?.contentHash && beside.hash === indexed.besideHash)
      return { type: 'unchanged' };
    const parsed = await parser.parse({ path, bytes });
    const document = withBeside(await toDocument({ path, contentHash, parsed }), beside);
    const warnings = [...parsed.warnings, ...(beside.sidecar?.warnings ?? [])];
    return splitDocument(document, warnings, deps.embedder);
  } catch (error) {
    return outcomeOf(error);
  }
}

function splitDocument(document: Document, warnings: readonly string[], embedder: Embedder): PreparedFile {
  const passages = splitPassages(document, {
    countTokens: (text) => embedder.countTokens(text),
    maxTokens: embedder.model.maxTokens,
  });
  if (passages.length === 0) {
    return { type: 'skipped', reason: 'The file holds no text once menus and the like are taken away.' };
  }
  return { type: 'prepared', document, passages, warnings };
}

function outcomeOf(error: unknown): PreparedFile {
  if (!(error instanceof CitedeskError)) throw error;
  switch (error.code) {
    case 'file-unreadable':
      return { type: 'unreadable', reason: error.message };
    case 'not-found':
    case 'limit-exceeded':
    case 'file-unsupported':
      return { type: 'skipped', reason: error.message };
    default:
      throw error;
  }
}

function wordsForFormat(path: string): string {
  const extension = extensionOf(path);
  return extension === ''
    ? 'Its name has no extension that tells the format.'
    : `Files of the format ${extension} are not read.`;
}

const signalOf = ({ signal }: PrepareOptions) => (signal === undefined ? {} : { signal });
