import { isoDate } from '../../ingest/iso-date.ts';
import { readAccess, type StatedAccess } from '../../ingest/stated-access.ts';
import {
  cleanAuthor,
  cleanLanguage,
  cleanTitle,
  cleanUrl,
  publisherField,
} from '../../ingest/stated-metadata.ts';
import type { ParsedFile } from '../../ports/parser.ts';

type Metadata = Pick<ParsedFile, 'title' | 'author' | 'publishedAt' | 'url' | 'language' | 'publisher'>;

const NAMES = {
  title: ['title', 'headline'],
  author: ['author', 'authors', 'byline'],
  publishedAt: ['publishedat', 'published', 'published_at', 'date', 'pubdate', 'created'],
  url: ['url', 'canonical', 'canonical_url', 'link', 'source', 'permalink'],
  language: ['lang', 'language', 'locale'],
  // `source` is as often an address, which is no name.
  publisher: ['publisher', 'outlet', 'publication', 'newspaper', 'site_name', 'source'],
  access: ['access'],
} as const;

/** Lower-case keys that are read from front matter and sidecars. */
export const KNOWN_FIELDS: ReadonlySet<string> = new Set(Object.values(NAMES).flat());

/** What the fields of front matter, by lower-case key, say of the article. */
export function metadataOf(fields: Readonly<Record<string, unknown>>): Metadata {
  const field = (names: readonly string[]) =>
    names.map((name) => textOf(fields[name])).find((value) => value !== null) ?? null;
  return {
    title: cleanTitle(field(NAMES.title)),
    author: cleanAuthor(field(NAMES.author)),
    publishedAt: isoDate(field(NAMES.publishedAt) ?? ''),
    url: cleanUrl(field(NAMES.url)),
    language: cleanLanguage(field(NAMES.language)),
    ...publisherField(field(NAMES.publisher)),
  };
}

/** What they say of who may see it. */
export function accessOf(fields: Readonly<Record<string, unknown>>): StatedAccess {
  return readAccess(fields['access']);
}

/** A field's value as one text: lists joined, `{name: …}` by its name. */
function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) {
    const parts = value.map(textOf).filter((part) => part !== null);
    return parts.length === 0 ? null : parts.join(', ');
  }
  return typeof value === 'object' && value !== null && 'name' in value ? textOf(value.name) : null;
}
