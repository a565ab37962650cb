import { ar } from './ar.ts';
import { enTable } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import { type Strings, stringsOf } from './strings.ts';
import type { StringTable } from './table.ts';

/** A table of which any part may be left out; what is, is said in English. */
export type PartialTable<T = StringTable> = {
  readonly [K in keyof T]?: T[K] extends string ? string : PartialTable<T[K]>;
};

const tables = new Map<string, StringTable>(Object.entries({ ar, en: enTable, es, fr, pt, ru }));
const made = new Map<string, Strings>();

/**
 * Adds a language, or replaces one. `language` is a language tag (BCP 47), such as `de` or `pt-BR`: a tag
 * with a region serves that region alone. Throws a RangeError for what is no tag.
 */
export function registerStrings(language: string, table: PartialTable): void {
  const [tag = 'en'] = Intl.getCanonicalLocales(language);
  // It has all keys of the English one, with texts.
  tables.set(tag, withRest(enTable, table) as StringTable);
  made.clear();
}

/** The words in the nearest language to a tag that there is a table for: its own, its parent, English. */
export function stringsFor(language: string): Strings {
  const known = made.get(language);
  if (known !== undefined) return known;
  const tag = canonical(language);
  const [table, locale] = nearest(tag);
  const strings = stringsOf(locale, table);
  made.set(language, strings);
  return strings;
}

function canonical(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en';
  } catch {
    // A page may write `en_US`, or anything.
    return 'en';
  }
}

function nearest(tag: string): readonly [StringTable, string] {
  for (let parent = tag; parent !== ''; parent = parent.slice(0, Math.max(parent.lastIndexOf('-'), 0))) {
    const table = tables.get(parent);
    if (table !== undefined) return [table, tag];
  }
  return [enTable, 'en'];
}

type Texts = Readonly<Record<string, unknown>>;

/** Texts only: whatever else a page's table holds is left out. Plural forms come whole or not at all. */
function withRest(base: object, over: object): object {
  const own: Texts = { ...base };
  const entries = Object.entries<unknown>({ ...base, ...over }).map(([key, value]) => {
    const rest = own[key];
    if (typeof rest !== 'object' || rest === null) return [key, typeof value === 'string' ? value : rest];
    const given: object = Object(value);
    return [key, withRest('other' in given ? {} : rest, given)];
  });
  return Object.fromEntries(entries);
}
