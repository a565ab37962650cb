import { isoDate } from '../../ingest/iso-date.ts';
import { oneLine } from '../../ingest/normalize-text.ts';
import { cleanAuthor, cleanLanguage, cleanUrl, publisherField } from '../../ingest/stated-metadata.ts';
import type { ParsedFile } from '../../ports/parser.ts';
import type { PageHead } from './html-head.ts';
import { htmlText } from './html-page.ts';
import { readLinkedData } from './json-ld.ts';
import { pageTitle } from './page-title.ts';

type Metadata = Pick<ParsedFile, 'title' | 'author' | 'publishedAt' | 'url' | 'language' | 'publisher'>;

const DATE_NAMES = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publication_date',
  'article.published',
  'dc.date.issued',
  'dc.date',
  'dcterms.created',
  'date',
];
const AUTHOR_NAMES = ['author', 'article:author', 'parsely-author', 'sailthru.author', 'dc.creator', 'byl'];

/**
 * What the page says of itself, the most deliberate statement first: JSON-LD, then `meta` (Open Graph
 * and kin), then the page's own elements.
 */
export function htmlMetadata(head: PageHead): Metadata {
  const data = readLinkedData(head.jsonLd, htmlText);
  const meta = (name: string) => head.meta.get(name) ?? null;
  return {
    title: pageTitle({
      stated: [data?.title, meta('og:title'), meta('twitter:title'), head.title],
      headlines: head.headlines,
      siteName: meta('og:site_name'),
    }),
    author: first([data?.author, ...AUTHOR_NAMES.map(meta), ...head.authors], cleanAuthor),
    publishedAt: first([data?.publishedAt, ...DATE_NAMES.map(meta), ...head.times.slice(0, 1)], dateOf),
    url: first([head.canonical, meta('og:url'), data?.url, head.savedFrom], cleanUrl),
    language: first(
      [head.language, data?.language, meta('og:locale'), meta('content-language')],
      cleanLanguage,
    ),
    ...publisherField(data?.publisher ?? meta('og:site_name') ?? meta('dc.publisher')),
  };
}

/** What the page's head says that the story is about. */
export function htmlDescriptions(head: PageHead): string[] {
  const names = ['og:description', 'description', 'twitter:description'];
  return names.map((name) => oneLine(head.meta.get(name) ?? '')).filter((text) => text !== '');
}

const dateOf = (value: string | null | undefined) => isoDate(value ?? '');

function first<T>(
  values: readonly (string | null | undefined)[],
  clean: (value: string | null | undefined) => T | null,
): T | null {
  for (const value of values) {
    const cleaned = clean(value);
    if (cleaned !== null) return cleaned;
  }
  return null;
}
