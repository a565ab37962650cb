import { plainLine } from './bidi.ts';

/**
 * A publication date in words, such as `3 May 2026`. The day is the one that the source wrote, in its
 * own time zone. Null for null; a date that cannot be read is given back as it came, but for
 * controls of direction.
 */
export function dateInWords(publishedAt: string | null, locale: string): string | null {
  if (publishedAt === null) return null;
  const day = /^\d{4}-\d{2}-\d{2}/.exec(publishedAt)?.[0];
  const time = day === undefined ? Number.NaN : Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) return plainLine(publishedAt);
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(time);
}
