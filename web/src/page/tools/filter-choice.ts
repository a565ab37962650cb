import type { QuestionFilter } from '../../stream/turn.ts';
import type { words } from '../words.ts';

export type Period = keyof typeof words.filters.periods;

/** What the reader chose; `source` is a folder's glob, empty for all, null for a path of their own. */
export interface FilterChoice {
  readonly period: Period;
  readonly since: string;
  readonly until: string;
  readonly source: string | null;
  readonly path: string;
}

export const NO_FILTER: FilterChoice = { period: 'any', since: '', until: '', source: '', path: '' };

const DAY_MS = 86_400_000;
const PERIOD_DAYS: Readonly<Record<Exclude<Period, 'any' | 'between'>, number>> = {
  week: 7,
  month: 31,
  year: 366,
};

/** The choice as the server takes it. `todayMs`: milliseconds since 1970, UTC. */
export function filterOf(choice: FilterChoice, todayMs: number): QuestionFilter {
  const path = pathGlob(choice.source ?? choice.path);
  return { ...daysOf(choice, todayMs), ...(path !== '' && { path }) };
}

function daysOf({ period, since, until }: FilterChoice, todayMs: number): QuestionFilter {
  switch (period) {
    case 'any':
      return {};
    case 'between': {
      // The earlier first, whichever was typed where.
      const [first, last] = since !== '' && until !== '' && since > until ? [until, since] : [since, until];
      return { ...(first && { since: first }), ...(last && { until: last }) };
    }
    default:
      return { since: new Date(todayMs - PERIOD_DAYS[period] * DAY_MS).toISOString().slice(0, 10) };
  }
}

/** What a person types for a place, as a glob: a folder means all in it, a bare name that name anywhere. */
export function pathGlob(typed: string): string {
  const path = typed
    .trim()
    .replaceAll('\\', '/')
    .replace(/^\.?\/+/, '');
  if (path === '' || /[*?[\]{}]/.test(path)) return path;
  if (path.endsWith('/')) return `${path}**`;
  return /\.[a-z0-9]{1,8}$/i.test(path) ? `**/${path}`.replace(/^\*\*\/(?=.*\/)/, '') : `${path}/**`;
}
