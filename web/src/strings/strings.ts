import type { Counted, StringTable } from './table.ts';

/** A language's words as the views use them. */
export interface Strings extends Omit<StringTable, 'reading' | 'answerDone' | 'citation' | 'panel'> {
  /** BCP 47. Dates are written as it says. */
  readonly locale: string;
  readonly reading: (articles: number) => string;
  readonly answerDone: (citations: number) => string;
  readonly citation: (number: number, title: string) => string;
  readonly panel: Omit<StringTable['panel'], 'place'> & {
    readonly place: (at: number, of: number) => string;
  };
}

/** The words of a table, in the plural forms and dates of a locale (a valid language tag). */
export function stringsOf(locale: string, table: StringTable): Strings {
  const rules = new Intl.PluralRules(locale);
  const counted = (forms: Counted) => (count: number) =>
    (forms[rules.select(count)] ?? forms.other).replace('#', String(count));
  return {
    ...table,
    locale,
    reading: counted(table.reading),
    answerDone: counted(table.answerDone),
    citation: (number, title) => filled(table.citation, { number, title }),
    panel: { ...table.panel, place: (at, of) => filled(table.panel.place, { at, of }) },
  };
}

// One pass over the table's own words: what is filled in may hold braces of its own.
function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
