import { createHash } from 'node:crypto';
import { z } from 'zod';
import { CitedeskError } from '../../domain/errors.ts';
import { INDEX_FORMAT_VERSION, type IndexManifest } from '../../domain/index-manifest.ts';

const REBUILD = 'Run `citedesk index --rebuild` to make it anew from the articles.';

/** A file of a generation, as its manifest vouches for it. */
export interface FileRecord {
  readonly name: string;
  readonly bytes: number;
  /** SHA-256, lower-case hex. */
  readonly sha256: string;
}

/** `manifest.json` of a generation. */
export interface StoredManifest extends IndexManifest {
  readonly files: readonly FileRecord[];
}

const count = z.int().nonnegative();
const manifestSchema = z.object({
  formatVersion: z.literal(INDEX_FORMAT_VERSION),
  fingerprint: z.string().min(1),
  madeWith: z.object({ model: z.string(), dimensions: z.int().positive(), splitter: z.string() }),
  builtAt: z.iso.datetime(),
  documentCount: count,
  passageCount: count,
  deskDocumentCount: count.optional(),
  storyRule: z.string().optional(),
  files: z.array(z.object({ name: z.string().min(1), bytes: count, sha256: z.string().length(64) })),
});
const versionSchema = z.object({ formatVersion: z.int().positive() });

// `CURRENT` keeps this shape in every format, so that an old program can tell a newer index apart.
const pointerSchema = z.object({
  generation: z.string().regex(/^g\d{6,}$/),
  manifestSha256: z.string().length(64),
});
/** What `CURRENT` holds: the generation to read, and the hash that its manifest must have. */
export type Pointer = z.infer<typeof pointerSchema>;

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The error for an index that cannot be trusted; `what` names the part and its fault. */
export function damaged(what: string, cause?: unknown): CitedeskError {
  return new CitedeskError('index-damaged', `The index is damaged: ${what}.`, { fix: REBUILD, cause });
}

export function toJsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
}

function parseJson(bytes: Uint8Array, name: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw damaged(`${name} is not readable`, error);
  }
}

export function parsePointer(bytes: Uint8Array): Pointer {
  const parsed = pointerSchema.safeParse(parseJson(bytes, 'CURRENT'));
  if (!parsed.success) throw damaged('CURRENT does not name a generation', parsed.error);
  return parsed.data;
}

/** Throws `index-too-new` or `index-outdated` for another format, `index-damaged` for anything amiss. */
export function parseManifest(bytes: Uint8Array, expectedSha256: string): StoredManifest {
  if (sha256(bytes) !== expectedSha256) throw damaged('manifest.json is not the one that was written');
  const json = parseJson(bytes, 'manifest.json');
  assertKnownFormat(json);
  const parsed = manifestSchema.safeParse(json);
  if (!parsed.success) throw damaged('manifest.json lacks what a manifest must hold', parsed.error);
  return parsed.data;
}

function assertKnownFormat(json: unknown): void {
  const version = versionSchema.safeParse(json).data?.formatVersion;
  if (version === undefined) throw damaged('manifest.json names no format version');
  const what = `The index is of format ${version}; this program reads format ${INDEX_FORMAT_VERSION}.`;
  if (version > INDEX_FORMAT_VERSION) {
    throw new CitedeskError('index-too-new', what, {
      fix: `Use the newer program that made it, or replace it: ${REBUILD}`,
    });
  }
  if (version < INDEX_FORMAT_VERSION) throw new CitedeskError('index-outdated', what, { fix: REBUILD });
}
