import type { Span } from '../domain/span.ts';

/** A time of day: `minutes` after midnight, 0 to 1439. */
export interface TimeMention extends Span {
  readonly text: string;
  readonly minutes: number;
}

const CLOCK =
  /(?<![\p{L}\p{N}:.,/-])(?<hour>[01]?\d|2[0-3])(?:[:.](?<minute>[0-5]\d)(?::[0-5]\d)?)?(?:\s?(?<half>[ap]\.?m\.?|[AP]\.?M\.?)(?!\p{L})|(?<zone>\s?(?:GMT|UTC|[BC]ST|CET|E[SD]T|hrs|hours?\s(?:GMT|UTC|local))(?!\p{L})))?(?![\p{N}]|[:.,/-]\d)/gu;
const NAMED = /(?<![\p{L}-])(?:noon|midday|midnight)(?!\p{L})/gu;

/** The times of day that a text names, in order: `10:30`, `5 p.m.`, `17.00 GMT`, `noon`. */
export function times(text: string): TimeMention[] {
  const clock = [...text.matchAll(CLOCK)].flatMap((match) => readClock(match));
  const named = [...text.matchAll(NAMED)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    minutes: match[0] === 'midnight' ? 0 : 720,
  }));
  return [...clock, ...named].sort((a, b) => a.start - b.start);
}

function readClock(match: RegExpExecArray): TimeMention[] {
  const { hour = '', minute, half, zone } = match.groups ?? {};
  // A bare figure is no time, and 10.30 without more is a decimal.
  const isTime =
    half !== undefined || (minute !== undefined && (zone !== undefined || match[0].includes(':')));
  if (!isTime || (half !== undefined && (Number(hour) > 12 || Number(hour) === 0))) return [];
  const shift =
    half === undefined ? 0 : /^p/i.test(half) ? (hour === '12' ? 0 : 720) : hour === '12' ? -720 : 0;
  const minutes = Number(hour) * 60 + Number(minute ?? 0) + shift;
  return [{ start: match.index, end: match.index + match[0].length, text: match[0], minutes }];
}
