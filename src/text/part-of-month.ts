import type { DateParts } from './date-mention.ts';

/** A stretch of a month and where the words for it begin. */
export interface PartOfMonth {
  readonly start: number;
  readonly days: Required<Pick<DateParts, 'lastDay'>> & { readonly day: number };
}

const LEAD =
  /(?<![\p{L}\p{N}])(?:(?<part>early|mid|late)(?:\s{1,3}|-)|(?:the\s)?(?<edge>beginning|start|end)\sof\s)$/iu;

/** Characters in which the words for a part of a month stand before it. */
const REACH = 20;

// They meet: a day on the border of two is told from neither.
const DAYS: Readonly<Record<string, PartOfMonth['days']>> = {
  early: { day: 1, lastDay: 12 },
  beginning: { day: 1, lastDay: 12 },
  start: { day: 1, lastDay: 12 },
  mid: { day: 9, lastDay: 21 },
  late: { day: 18, lastDay: 31 },
  end: { day: 18, lastDay: 31 },
};

/** What "early", "mid-" or "the end of" before the name of a month make of it; null where none stands there. */
export function partOfMonth(text: string, monthStart: number): PartOfMonth | null {
  const before = text.slice(Math.max(0, monthStart - REACH), monthStart);
  const match = LEAD.exec(before);
  const days = DAYS[(match?.groups?.['part'] ?? match?.groups?.['edge'] ?? '').toLowerCase()];
  return match === null || days === undefined ? null : { start: monthStart - match[0].length, days };
}
