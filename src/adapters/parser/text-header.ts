import { isDateLine, isoDate } from '../../ingest/iso-date.ts';
import { oneLine } from '../../ingest/normalize-text.ts';
import { endsLikeSentence } from '../../ingest/sentence-end.ts';
import {
  cleanAuthor,
  cleanLanguage,
  cleanTitle,
  cleanUrl,
  publisherField,
} from '../../ingest/stated-metadata.ts';
import type { ParsedFile } from '../../ports/parser.ts';

type Metadata = Pick<ParsedFile, 'title' | 'author' | 'publishedAt' | 'url' | 'language'>;

/** What the lines around an article say of it, and which of them say nothing else. */
export interface TextHeader extends Metadata, Pick<ParsedFile, 'publisher'> {
  /** The text without `Key: value` lines at its top. */
  readonly body: string;
}

type Field = keyof Metadata | 'publisher';

const FIELDS: Readonly<Record<string, Field>> = {
  title: 'title',
  headline: 'title',
  author: 'author',
  authors: 'author',
  byline: 'author',
  by: 'author',
  writer: 'author',
  date: 'publishedAt',
  published: 'publishedAt',
  'published at': 'publishedAt',
  'published on': 'publishedAt',
  'publication date': 'publishedAt',
  pubdate: 'publishedAt',
  url: 'url',
  link: 'url',
  address: 'url',
  source: 'url',
  'source url': 'url',
  canonical: 'url',
  language: 'language',
  lang: 'language',
  publisher: 'publisher',
  outlet: 'publisher',
  publication: 'publisher',
  newspaper: 'publisher',
};

const CLEANERS: Readonly<Record<Field, (value: string) => string | null>> = {
  title: cleanTitle,
  author: cleanAuthor,
  publishedAt: isoDate,
  url: cleanUrl,
  language: cleanLanguage,
  publisher: (value) => publisherField(value).publisher ?? null,
};

// A dateline, a byline and a date stand in the first lines; an address also at the very end.
const HEAD_LINES = 12;
const TAIL_LINES = 4;

/**
 * Reads what a plain text tells of itself: `Key: value` lines, a byline, a date line, an address. Lines
 * that say nothing else are left out of the body, so that the headline stands over the story.
 */
export function readTextHeader(text: string): TextHeader {
  const lines = text.split('\n');
  const { stated, length } = readFields(lines);
  const { found, body } = readStrayLines(lines.slice(length));
  const field = (name: Field) => stated.get(name) ?? found.get(name) ?? null;
  return {
    title: field('title'),
    author: field('author'),
    publishedAt: field('publishedAt'),
    url: field('url'),
    language: field('language'),
    ...publisherField(field('publisher')),
    body: body.join('\n'),
  };
}

/** Bylines, date lines and addresses among the first lines, and addresses among the last. */
function readStrayLines(lines: readonly string[]): { found: ReadonlyMap<Field, string>; body: string[] } {
  const found = new Map<Field, string>();
  let before = '';
  const worded = lines.flatMap((line, index) => (line.trim() === '' ? [] : [index]));
  const isHead = new Set(worded.slice(0, HEAD_LINES));
  const isTail = new Set(worded.slice(-TAIL_LINES));
  const body = lines.filter((line, index) => {
    const text = oneLine(line);
    const { fields, isWholeLine } = isHead.has(index) ? headLine(text) : addressLine(text, isTail.has(index));
    for (const [field, value] of fields) if (!found.has(field)) found.set(field, value);
    // What stands right over a byline or a date line is the headline.
    if (isWholeLine && !found.has('title') && isHeadline(before)) found.set('title', before);
    if (text !== '' && !isWholeLine) before = text;
    return !isWholeLine;
  });
  return { found, body };
}

// Headlines in news run to some 16 words.
const MAX_HEADLINE_WORDS = 18;

function isHeadline(line: string): boolean {
  const words = line.split(' ').length;
  return words >= 3 && words <= MAX_HEADLINE_WORDS && !endsLikeSentence(line) && cleanTitle(line) !== null;
}

interface StrayLine {
  readonly fields: readonly (readonly [Field, string])[];
  /** The line says nothing else. */
  readonly isWholeLine: boolean;
}

const PROSE: StrayLine = { fields: [], isWholeLine: false };

function headLine(line: string): StrayLine {
  const author = bylineAuthor(line);
  if (author !== null) {
    // `By Ana Lima, 3 May 2026`
    const date = isoDate(line.slice(line.indexOf(',') + 1));
    return { fields: [['author', author], ...stray('publishedAt', date)], isWholeLine: true };
  }
  const date = dateOfLine(line);
  if (date !== null) return { fields: stray('publishedAt', date), isWholeLine: true };
  const address = addressLine(line, true);
  return address.isWholeLine
    ? address
    : { fields: stray('publishedAt', datelineDate(line)), isWholeLine: false };
}

function addressLine(line: string, isLooked: boolean): StrayLine {
  const url = isLooked ? urlOfLine(line) : null;
  return url === null ? PROSE : { fields: stray('url', url), isWholeLine: true };
}

const stray = (field: Field, value: string | null): (readonly [Field, string])[] =>
  value === null ? [] : [[field, value]];

/** The block of `Key: value` lines at the top; one line alone may be prose, so it takes two. */
function readFields(lines: readonly string[]): { stated: ReadonlyMap<Field, string>; length: number } {
  const stated = new Map<Field, string>();
  let length = 0;
  let fields = 0;
  for (const line of lines) {
    const match = /^\s*([A-Za-z][A-Za-z ]{1,20}):\s*(\S.*)$/.exec(line);
    const field = FIELDS[match?.[1]?.toLowerCase() ?? ''];
    if (field === undefined && !(line.trim() === '' && length === fields && fields < 2)) break;
    length++;
    if (field === undefined) continue;
    fields++;
    const value = CLEANERS[field](match?.[2] ?? '');
    if (value !== null && !stated.has(field)) stated.set(field, value);
  }
  return fields >= 2 ? { stated, length } : { stated: new Map(), length: 0 };
}

/** `By Ana Lima` and `Written by Ana Lima and Bo Chen`: a line of names and nothing more. */
function bylineAuthor(line: string): string | null {
  const names = /^(?:[Ww]ritten\s+)?(?:[Bb]y|BY):?\s+(\p{Lu}.{2,80})$/u
    .exec(line)?.[1]
    ?.split(/\s[|·•–—-]\s|,\s*(?=\p{Ll}|\d)/u)[0];
  if (names === undefined) return null;
  const list = names.split(/\s+/);
  // Every word of a name has a capital, but for `and`, `de`, `van`.
  const areNames = list.length <= 10 && list.every((word) => /^\p{Lu}|^\p{Ll}{1,3}\.?$|^&$/u.test(word));
  return areNames && !/[.!?]$/.test(names) ? cleanAuthor(names) : null;
}

/** A line that is a date, labelled or not. */
function dateOfLine(line: string): string | null {
  const labelled = /^(?:published|posted|date|updated|last updated)(?:\s+(?:on|at))?:?\s+(.{6,60})$/i.exec(
    line,
  )?.[1];
  if (labelled !== undefined) return isoDate(labelled);
  return isDateLine(line) ? isoDate(line) : null;
}

// Place, day and year before the dash that opens the story: `LONDON, May 3, 2026 (Agency) –`.
const DATELINE =
  /^\p{Lu}[\p{L} .,'’]{2,40}[,(]\s*(\p{L}{3,9}\.? \d{1,2},? \d{4}|\d{1,2} \p{L}{3,9}\.? \d{4})\)?\s*(?:\([^)]{2,20}\)\s*)?[-–—]/u;

/** The date in a dateline with its year. */
function datelineDate(line: string): string | null {
  return isoDate(DATELINE.exec(line)?.[1] ?? '');
}

/** A line that is an address, labelled or not. */
function urlOfLine(line: string): string | null {
  const match = /^(?:(?:url|link|source|read more(?: at)?|original|via)\s*:\s*)?(https?:\/\/\S+)$/i.exec(
    line,
  );
  return cleanUrl(match?.[1]);
}
