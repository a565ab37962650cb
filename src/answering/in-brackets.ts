import { type Span, sliceSpan, spansOverlap } from '../domain/span.ts';
import { type DateInterval, parseIsoDay } from '../text/calendar.ts';
import { type DateMention, dates } from '../text/dates.ts';
import { quotations } from '../text/quotes.ts';
import type { Candidate } from './candidates.ts';
import { type PronounSite, whoIsMeant } from './who-is-meant.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** A sentence as it is shown. */
export interface NotedSentence {
  readonly text: string;
  /** The sentence that a name in brackets was taken from; null where none was. */
  readonly namedIn: Span | null;
}

/**
 * A sentence as it reads well alone: after a relative day what day that was ("yesterday [8 June 2026]"),
 * after a pronoun that opens it who that is ("He [Ivo Brandt] said"). Brackets are ours and never part
 * of a quote. Nothing is added where the article has no date, where someone is quoted (who knows on which
 * day), or where any doubt is left whom a pronoun means.
 */
export function withBrackets({ document, span, before }: Candidate): NotedSentence {
  const text = sliceSpan(document.text, span);
  const person =
    before === null ? null : personNote(text, { above: document.text.slice(0, span.start), before });
  const notes = [...(person === null ? [] : [person.note]), ...dateNotes(text, document.publishedAt)];
  return {
    text: notes.reduceRight(
      (read, { at, words }) => `${read.slice(0, at)} [${words}]${read.slice(at)}`,
      text,
    ),
    namedIn: person?.namedIn ?? null,
  };
}

interface Note {
  readonly at: number;
  readonly words: string;
}

function personNote(
  text: string,
  site: Omit<PronounSite, 'gender'>,
): { readonly note: Note; readonly namedIn: Span } | null {
  const pronoun = /^(?:He|She)(?=\s)/.exec(text)?.[0];
  if (pronoun === undefined) return null;
  const meant = whoIsMeant({ ...site, gender: pronoun === 'He' ? 'male' : 'female' });
  return meant && { note: { at: pronoun.length, words: meant.name }, namedIn: meant.namedIn };
}

function dateNotes(text: string, publishedAt: string | null): Note[] {
  if (publishedAt === null) return [];
  const quoted = quotations(text);
  return dates(text, { reference: publishedAt }).flatMap((mention, index, all) => {
    const words = noteWords(mention);
    // "tomorrow (19 November)" says it itself.
    const isSaid = /^\s?[(,]\s?$/.test(text.slice(mention.end, all[index + 1]?.start ?? mention.end));
    if (words === null || isSaid || quoted.some((quote) => spansOverlap(quote, mention))) return [];
    const possessive = /^['’]s?(?!\p{L})/u.exec(text.slice(mention.end))?.[0] ?? '';
    return [{ at: mention.end + possessive.length, words }];
  });
}

// "Yesterday", "last month". A weekday alone may lie before or after the day of writing, and "today" may be
// the day or the age.
function noteWords(mention: DateMention): string | null {
  if (mention.relative === null || mention.interval === null) return null;
  const words = dayWords(mention, mention.interval);
  return words !== null && /^today$/i.test(mention.text) ? `as of ${words}` : words;
}

/** The day, month or year in words; null for other stretches of time. */
function dayWords({ precision }: DateMention, { from }: DateInterval): string | null {
  const day = parseIsoDay(from);
  if (day === null) return null;
  const month = `${MONTHS[day.month - 1] ?? ''} ${day.year}`;
  switch (precision) {
    case 'day':
      return `${day.day} ${month}`;
    case 'month':
      return month;
    case 'year':
      return String(day.year);
    default:
      return null;
  }
}
