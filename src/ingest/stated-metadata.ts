import { oneLine } from './normalize-text.ts';

// A headline beyond this is a paragraph that was taken for one.
const MAX_TITLE_CHARS = 300;
const MAX_AUTHOR_CHARS = 120;

/** A title as it is shown: one line, without markup of its own; null where there is none. */
export function cleanTitle(value: string | null | undefined): string | null {
  const title = oneLine(value ?? '');
  return title === '' || title.length > MAX_TITLE_CHARS || !/[\p{L}\p{N}]/u.test(title) ? null : title;
}

// What systems write where they know no name.
const NOBODY = /^(?:\w*admin\w*|administrator|guest|user|webmaster|unknown|anonymous|null|undefined)$/i;

/** Names of authors, without `By` before them; null for addresses, handles and prose. */
export function cleanAuthor(value: string | null | undefined): string | null {
  const author = oneLine(value ?? '')
    .replace(/^(?:written\s+)?by:?\s+/i, '')
    .replace(/[\s,;|·•-]+$/u, '');
  if (NOBODY.test(author) || /\d/.test(author)) return null;
  const isName =
    author.length <= MAX_AUTHOR_CHARS &&
    /\p{L}{2}/u.test(author) &&
    !/https?:|@|[<>{}]|\.\s\p{Lu}\p{Ll}{3,}\s\p{Ll}/u.test(author);
  return isName ? author : null;
}

const MAX_PUBLISHER_CHARS = 80;

/** Whose article it is, by name, as a field to spread; empty for addresses, handles and prose. */
export function publisherField(value: string | null | undefined): { readonly publisher?: string } {
  const publisher = oneLine(value ?? '').replace(/[\s,;|·•-]+$/u, '');
  const isName =
    publisher.length <= MAX_PUBLISHER_CHARS &&
    /\p{L}{2}/u.test(publisher) &&
    !NOBODY.test(publisher) &&
    !/https?:|@|[<>{}]|\.\s\p{Lu}/u.test(publisher);
  return isName ? { publisher } : {};
}

/** An `http` or `https` address in its standard form; null for anything else. */
export function cleanUrl(value: string | null | undefined): string | null {
  const text = (value ?? '').trim();
  if (!/^https?:\/\//i.test(text) || text.length > 2_000) return null;
  return URL.canParse(text) ? new URL(text).href : null;
}

/** A BCP 47 tag in its canonical form (`en_us` → `en-US`); null where it is none. */
export function cleanLanguage(value: string | null | undefined): string | null {
  const tag = (value ?? '').trim().replaceAll('_', '-');
  if (tag === '') return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}
