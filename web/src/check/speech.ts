import { type CheckState, isUnderWay } from './check-state.ts';
import { countsOf, FILTERS } from './filters.ts';
import { statusInWords } from './review-head.ts';
import { words } from './words.ts';

/** What a screen reader should hear when a check changes: its beginning and its end, never each claim. */
export function speechFor(before: CheckState, after: CheckState): string {
  if (before.phase === after.phase) return '';
  if (isUnderWay(after)) return statusInWords(after);
  const counts = countsOf(after.findings, new Map());
  const kinds = FILTERS.filter((filter) => filter !== 'all' && filter !== 'to-look-at' && counts[filter] > 0);
  const found = kinds.map((filter) => `${counts[filter]} ${words.filters[filter].toLowerCase()}`);
  const failure = after.failure === null ? [] : [failureTitle(after.failure)];
  return [...failure, statusInWords(after), found.join(', ')].filter((part) => part !== '').join('. ');
}

/** The server's own words for a failure, else the page's. */
export function failureTitle({ kind, title }: NonNullable<CheckState['failure']>): string {
  return title || words.review.failures[kind].title;
}
