import type { CheckedClaim } from '../../../src/domain/check.ts';
import type { Ref } from '../../../src/domain/document.ts';
import { asFields, countOf, type Fields, listOf, parseJson, textOf } from '../stream/fields.ts';
import type { Failure } from '../stream/turn.ts';
import { readCite, readReason, readRef, readVerdict } from '../stream/wire-shapes.ts';

/** What a line of a streamed check says. Closed: the reducer's switch ends in `never`. */
export type CheckEvent =
  | { readonly type: 'check-started'; readonly text: string; readonly claimCount: number }
  | { readonly type: 'claim-checked'; readonly index: number; readonly claim: CheckedClaim }
  /** Without the claims, each of which has come before. */
  | { readonly type: 'check-finished'; readonly ownCopies: readonly Ref[] }
  | { readonly type: 'check-failed'; readonly failure: Failure };

type EventReader = (fields: Fields) => CheckEvent | null;

const EVENT_READERS: Readonly<Record<string, EventReader>> = {
  'check-started': checkStarted,
  'claim-checked': claimChecked,
  'check-finished': (fields) => ({
    type: 'check-finished',
    ownCopies: listOf(asFields(fields['report'])?.['ownCopies'], readRef),
  }),
  'check-failed': (fields) => ({ type: 'check-failed', failure: failureOf(asFields(fields['problem'])) }),
};

const FINISHED = '{"type":"check-finished"';

/** A line as an event; null for one that this page does not know or cannot read. */
export function readCheckEvent(line: string): CheckEvent | null {
  const ownCopies = line.trimStart().startsWith(FINISHED) ? lastOwnCopies(line) : null;
  if (ownCopies !== null) return { type: 'check-finished', ownCopies };
  const fields = asFields(parseJson(line));
  const type = fields && textOf(fields, 'type');
  if (!fields || type === null || !Object.hasOwn(EVENT_READERS, type)) return null;
  return EVENT_READERS[type]?.(fields) ?? null;
}

const OWN_COPIES = '"ownCopies":';

/**
 * What stands under the last key `ownCopies` where it is the report's last; null elsewhere. The report says
 * again what has come claim by claim: megabytes, for which a page would stand still. (A key cannot be inside a
 * string: its quotation marks would be escaped there.)
 */
function lastOwnCopies(line: string): readonly Ref[] | null {
  const at = line.lastIndexOf(OWN_COPIES);
  const value = at < 0 ? null : /^\s*(\[.*\])\s*\}\s*\}\s*$/s.exec(line.slice(at + OWN_COPIES.length));
  const list = value === null ? null : parseJson(value[1] ?? '');
  return Array.isArray(list) ? listOf(list, readRef) : null;
}

function checkStarted(fields: Fields): CheckEvent | null {
  const text = textOf(fields, 'text');
  const claimCount = countOf(fields, 'claimCount');
  return text === null || claimCount === null ? null : { type: 'check-started', text, claimCount };
}

function claimChecked(fields: Fields): CheckEvent | null {
  const index = countOf(fields, 'index');
  const claim = readCheckedClaim(fields['claim']);
  return index === null || claim === null ? null : { type: 'claim-checked', index, claim };
}

function readCheckedClaim(value: unknown): CheckedClaim | null {
  const fields = asFields(value);
  const text = fields && textOf(fields, 'text');
  const [start, end] = fields === null ? [null, null] : [countOf(fields, 'start'), countOf(fields, 'end')];
  if (fields === null || text === null || start === null || end === null || end < start) return null;
  const score = fields['score'];
  return {
    ...{ start, end, text, kind: fields['kind'] === 'quote' ? 'quote' : 'statement' },
    verdict: readVerdict(fields['verdict']),
    score: typeof score === 'number' ? score : 0,
    reasons: listOf(fields['reasons'], readReason),
    evidence: listOf(fields['evidence'], readCite),
    independentSources: countOf(fields, 'independentSources') ?? 0,
  };
}

function failureOf(problem: Fields | null): Failure {
  const words = (key: string) => (problem && textOf(problem, key)) ?? '';
  const detail = [words('detail'), words('fix')].filter((part) => part !== '').join(' ');
  return { kind: 'broken', title: words('title'), detail };
}
