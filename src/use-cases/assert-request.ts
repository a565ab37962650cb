import { CitedeskError } from '../domain/errors.ts';
import { LIMITS, type SearchFilter } from './desk.ts';

// A calendar date, or a date-time that starts with one.
const DATE = /^\d{4}-\d{2}-\d{2}(?:T.*)?$/;

/** Throws `invalid-input` for a blank question and `limit-exceeded` for one beyond `LIMITS.questionChars`. */
export function assertQuestion(question: string): void {
  const chars = question.trim().length;
  if (chars === 0) {
    throw new CitedeskError('invalid-input', 'The question is empty.', { fix: 'Ask in words.' });
  }
  if (chars > LIMITS.questionChars) {
    throw new CitedeskError('limit-exceeded', tooLong('A question', LIMITS.questionChars, chars), {
      fix: 'Ask a shorter question, or check a long text as a draft.',
    });
  }
}

/** Throws `invalid-input` for a blank draft and `limit-exceeded` for one beyond `LIMITS.draftChars`. */
export function assertDraft(draft: string): void {
  if (draft.trim() === '') {
    throw new CitedeskError('invalid-input', 'The draft is empty.', { fix: 'Give a text to check.' });
  }
  if (draft.length > LIMITS.draftChars) {
    throw new CitedeskError('limit-exceeded', tooLong('A draft', LIMITS.draftChars, draft.length), {
      fix: 'Check it in parts.',
    });
  }
}

/** Throws `invalid-input` for dates that no calendar has, a period that ends before it starts, or a blank glob. */
export function assertFilter({ since, until, path }: SearchFilter): void {
  assertDate('since', since);
  assertDate('until', until);
  if (since !== undefined && until !== undefined && until.slice(0, 10) < since.slice(0, 10)) {
    throw new CitedeskError('invalid-input', `The period ends (${until}) before it starts (${since}).`);
  }
  if (path !== undefined && path.trim() === '') {
    throw new CitedeskError('invalid-input', 'The path pattern is empty.', {
      fix: 'Give a glob such as 2026/**, or leave it out.',
    });
  }
}

/** Throws `limit-exceeded` unless the limit is absent or a whole number from 1 to `LIMITS.searchResults`. */
export function assertResultLimit(limit: number | undefined): void {
  if (limit === undefined) return;
  if (Number.isInteger(limit) && limit >= 1 && limit <= LIMITS.searchResults) return;
  throw new CitedeskError(
    'limit-exceeded',
    `The number of results is from 1 to ${LIMITS.searchResults}, not ${limit}.`,
  );
}

function assertDate(name: string, value: string | undefined): void {
  if (value === undefined) return;
  if (DATE.test(value) && isOnCalendar(value.slice(0, 10))) return;
  throw new CitedeskError('invalid-input', `${name} is a date such as 2026-05-03, not ${short(value)}.`);
}

// Date rolls 30 February over into March; a real day comes back as it went in.
function isOnCalendar(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

function tooLong(what: string, limit: number, chars: number): string {
  return `${what} has at most ${group(limit)} characters; this one has ${group(chars)}.`;
}

const group = (count: number) => count.toLocaleString('en-GB');

function short(value: string): string {
  return value.length <= 40 ? `"${value}"` : `"${value.slice(0, 40)}…"`;
}
