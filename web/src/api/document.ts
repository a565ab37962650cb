import type { Block, BlockKind, Document } from '../../../src/domain/document.ts';
import { asFields, countOf, listOf, parseJson, textOf } from '../stream/fields.ts';
import type { Failure } from '../stream/turn.ts';
import { readRef } from '../stream/wire-shapes.ts';
import { readProblem, UNREACHABLE } from './problem.ts';
import type { Server } from './server.ts';

/** What the source panel needs of a document. */
export type Source = Pick<
  Document,
  'id' | 'path' | 'title' | 'author' | 'publishedAt' | 'url' | 'language' | 'text' | 'blocks'
>;

export type SourceOutcome =
  | { readonly found: true; readonly source: Source }
  | { readonly found: false; readonly failure: Failure };

const KNOWN_KINDS: Readonly<Record<BlockKind, true>> = {
  heading: true,
  standfirst: true,
  paragraph: true,
  'list-item': true,
  quotation: true,
  caption: true,
  'table-row': true,
};

/** The document from `GET api/documents/{id}`; throws only what `signal` makes `fetch` throw. */
export async function fetchSource(
  documentId: string,
  { server, signal }: { readonly server: Server; readonly signal: AbortSignal },
): Promise<SourceOutcome> {
  const address = new URL(`api/documents/${encodeURIComponent(documentId)}`, server.base);
  try {
    const response = await server.send(address, { signal });
    if (!response.ok) return { found: false, failure: await readProblem(response) };
    const source = readSource(parseJson(await response.text()));
    return source ? { found: true, source } : { found: false, failure: UNREACHABLE };
  } catch (error) {
    if (signal.aborted) throw error;
    return { found: false, failure: UNREACHABLE };
  }
}

/** Null where the value is no document. */
export function readSource(value: unknown): Source | null {
  const fields = asFields(asFields(value)?.['document']);
  const id = fields && textOf(fields, 'id');
  const text = fields && textOf(fields, 'text');
  const ref = readRef({ ...fields, documentId: id });
  if (!fields || !id || text === null || ref === null) return null;
  const { path, title, url, publishedAt } = ref;
  return {
    ...{ id, path, title, url, publishedAt, text },
    author: textOf(fields, 'author'),
    language: textOf(fields, 'language'),
    blocks: listOf(fields['blocks'], readBlock),
  };
}

const isKind = (value: string | null): value is BlockKind =>
  value !== null && Object.hasOwn(KNOWN_KINDS, value);

function readBlock(value: unknown): Block | null {
  const fields = asFields(value);
  const start = fields && countOf(fields, 'start');
  const end = fields && countOf(fields, 'end');
  if (!fields || start === null || end === null || end < start) return null;
  const kind = textOf(fields, 'kind');
  return { kind: isKind(kind) ? kind : 'paragraph', start, end };
}
