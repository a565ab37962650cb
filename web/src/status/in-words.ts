/** Figures as a person says them, in the page's English. */

const LOCALE = 'en-GB';

export const numberInWords = (count: number): string => count.toLocaleString(LOCALE);

export function counted(count: number, one: string, many: string): string {
  return `${numberInWords(count)} ${count === 1 ? one : many}`;
}

/** Such as `340 ms`, `1.2 s`, `3 min 20 s`; a dash for null. */
export function timeTaken(ms: number | null): string {
  if (ms === null) return '–';
  if (ms < 1) return 'under 1 ms';
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  const seconds = ms / 1_000;
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  if (seconds < 59.5) return `${Math.round(seconds)} s`;
  return spanInWords(seconds);
}

/** Such as `40 s`, `3 min 20 s`, `2 h 5 min`, `4 days 3 h`: the two largest units. */
export function spanInWords(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3_600) return pair(Math.floor(whole / 60), 'min', [whole % 60, 's']);
  if (whole < 86_400) return pair(Math.floor(whole / 3_600), 'h', [Math.floor((whole % 3_600) / 60), 'min']);
  const days = Math.floor(whole / 86_400);
  return pair(days, days === 1 ? 'day' : 'days', [Math.floor((whole % 86_400) / 3_600), 'h']);
}

function pair(large: number, unit: string, [small, smallUnit]: readonly [number, string]): string {
  return small === 0 ? `${large} ${unit}` : `${large} ${unit} ${small} ${smallUnit}`;
}

/** Such as `12 %`, `0.4 %`. */
export function shareInWords(share: number): string {
  const percent = share * 100;
  const digits = percent > 0 && percent < 9.95 ? 1 : 0;
  return `${percent.toFixed(digits).replace(/\.0$/, '')} %`;
}

/** Day and minute in the reader's own time zone; what cannot be read comes back as it is. */
export function momentInWords(at: string): string {
  const time = Date.parse(at);
  if (Number.isNaN(time)) return at;
  return new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short' }).format(time);
}

/** The time of day to the second. */
export function clockInWords(at: string): string {
  const time = Date.parse(at);
  return Number.isNaN(time) ? at : new Intl.DateTimeFormat(LOCALE, { timeStyle: 'medium' }).format(time);
}
