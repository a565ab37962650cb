import type { Document } from '../domain/document.ts';
import type { ParsedFile } from '../ports/parser.ts';
import { documentIdOf } from './document-id.ts';
import { titleFromPath } from './title-from-path.ts';

/** A parsed file made a document; the title falls back to the first heading, then to the file name. */
export async function toDocument(source: {
  readonly path: string;
  readonly contentHash: string;
  readonly parsed: ParsedFile;
}): Promise<Document> {
  const { path, contentHash, parsed } = source;
  const { author, publishedAt, url, language, text, blocks } = parsed;
  const heading = blocks.find((block) => block.kind === 'heading');
  const title =
    parsed.title ?? (heading === undefined ? titleFromPath(path) : text.slice(heading.start, heading.end));
  const id = await documentIdOf(path);
  return {
    id,
    path: path.normalize('NFC'),
    contentHash,
    access: parsed.access ?? 'public',
    title,
    author,
    publishedAt,
    url,
    language,
    ...(parsed.publisher !== undefined && { publisher: parsed.publisher }),
    text,
    blocks,
  };
}
