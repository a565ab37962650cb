import { sliceSpan } from '../domain/span.ts';
import { type DateInterval, parseIsoDay } from '../text/calendar.ts';
import { type DateMention, dates } from '../text/dates.ts';
import { names } from '../text/names.ts';
import type { Candidate } from './candidates.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/**
 * A sentence as it reads well alone: after a relative day what day that was ("yesterday [8 June 2026]"),
 * after a pronoun that opens it who that is ("He [Ivo Brandt] said"). Brackets are ours and never part
 * of a citation. Nothing is added where the article has no date, or the sentence before names nobody or
 * more than one.
 */
export function withBrackets({ document, span, before }: Candidate): string {
  const text = sliceSpan(document.text, span);
  const notes = [...personNote(text, before), ...dateNotes(text, document.publishedAt)];
  return notes.reduceRight((read, { at, words }) => `${read.slice(0, at)} [${words}]${read.slice(at)}`, text);
}

interface Note {
  readonly at: number;
  readonly words: string;
}

function personNote(text: string, before: string | null): Note[] {
  const pronoun = /^(?:He|She)(?=\s)/.exec(text)?.[0];
  if (pronoun === undefined || before === null) return [];
  const people = new Set(names(before).flatMap((one) => (one.kind === 'person' ? [one.text] : [])));
  const [only, ...others] = people;
  return only === undefined || others.length > 0 ? [] : [{ at: pronoun.length, words: only }];
}

function dateNotes(text: string, publishedAt: string | null): Note[] {
  if (publishedAt === null) return [];
  return dates(text, { reference: publishedAt }).flatMap((mention) => {
    const words =
      isRelative(mention) && mention.interval !== null ? dayWords(mention, mention.interval) : null;
    return words === null ? [] : [{ at: mention.end, words }];
  });
}

// "yesterday", "last month". A weekday alone may lie before or after the day of writing.
const isRelative = ({ relative }: DateMention) => relative !== null;

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
