import type { Answer, AnswerClaim, Conflict } from '../../../src/domain/answer.ts';
import type { Cite, Ref } from '../../../src/domain/document.ts';
import type { Reason, Verdict } from '../../../src/domain/verdict.ts';
import { safeUrl } from '../text/safe-url.ts';
import { asFields, countOf, listOf, textOf } from './fields.ts';
import { isReasonCode } from './reasons.ts';

// The page and its server may be of different versions and the page runs on sites that are not ours:
// nothing is taken for what it claims to be. A value that does not fit gives null and is left out.

// A record, so that the compiler asks for a verdict that is added to the domain.
const KNOWN_VERDICTS: Readonly<Record<Verdict, true>> = {
  supported: true,
  'partially-supported': true,
  contradicted: true,
  unsupported: true,
  'not-checked': true,
};

const isVerdict = (value: string): value is Verdict => Object.hasOwn(KNOWN_VERDICTS, value);

/** A verdict that this page does not know is shown as not checked: never as better than it is. */
export function readVerdict(value: unknown): Verdict {
  return typeof value === 'string' && isVerdict(value) ? value : 'not-checked';
}

export function readRef(value: unknown): Ref | null {
  const fields = asFields(value);
  const documentId = fields && textOf(fields, 'documentId');
  if (!fields || !documentId) return null;
  const path = textOf(fields, 'path') ?? '';
  const page = countOf(fields, 'page');
  return {
    documentId,
    path,
    title: textOf(fields, 'title') || path || documentId,
    url: safeUrl(textOf(fields, 'url')),
    publishedAt: textOf(fields, 'publishedAt'),
    ...(page === null ? {} : { page }),
  };
}

export function readCite(value: unknown): Cite | null {
  const ref = readRef(value);
  const fields = asFields(value);
  if (ref === null || fields === null) return null;
  const start = countOf(fields, 'start');
  const end = countOf(fields, 'end');
  const quote = textOf(fields, 'quote');
  if (start === null || end === null || quote === null || end <= start) return null;
  return { ...ref, start, end, quote };
}

export function readReason(value: unknown): Reason | null {
  const fields = asFields(value);
  const draft = asFields(fields?.['draft']);
  if (fields === null || draft === null) return null;
  const code = textOf(fields, 'code');
  const words = textOf(fields, 'words');
  const text = textOf(draft, 'text');
  const [start, end] = [countOf(draft, 'start'), countOf(draft, 'end')];
  if (!isReasonCode(code) || words === null || text === null || start === null || end === null) return null;
  return { code, words, draft: { start, end, text }, source: readCite(fields['source']) };
}

/** Everything of a claim but its citations, as a `data-verdict` part and an answer both hold it. */
export function readJudgedText(value: unknown): Omit<AnswerClaim, 'citations'> | null {
  const fields = asFields(value);
  if (fields === null) return null;
  const start = countOf(fields, 'start');
  const end = countOf(fields, 'end');
  const text = textOf(fields, 'text');
  if (start === null || end === null || text === null || end < start) return null;
  const verdict = readVerdict(fields['verdict']);
  const reasons = listOf(fields['reasons'], readReason);
  return {
    ...{ start, end, text, verdict, alsoReportedBy: listOf(fields['alsoReportedBy'], readRef) },
    ...(reasons.length > 0 && { reasons }),
    ...(fields['isStruck'] === true && { isStruck: true }),
  };
}

function readClaim(value: unknown): AnswerClaim | null {
  const judged = readJudgedText(value);
  return judged && { ...judged, citations: listOf(asFields(value)?.['citations'], readCite) };
}

function readConflict(value: unknown): Conflict | null {
  const fields = asFields(value);
  const about = fields && textOf(fields, 'about');
  if (fields === null || about === null) return null;
  const sides = listOf(fields['sides'], readCite);
  const values = listOf(fields['values'], (value) => (typeof value === 'string' ? value : null));
  const topic = textOf(fields, 'topic');
  return {
    ...{ about, sides },
    ...((topic === 'date' || topic === 'figure') && { topic }),
    // A side that could not be read would shift the values of those after it.
    ...(values.length === sides.length && { values }),
  };
}

export function readAnswer(value: unknown): Answer | null {
  const fields = asFields(value);
  const text = fields && textOf(fields, 'text');
  const status = fields?.['status'];
  if (!fields || text === null || (status !== 'answered' && status !== 'abstained')) return null;
  const notice = textOf(fields, 'notice');
  return {
    ...(notice !== null && { notice }),
    ...(fields['noticeCode'] === 'end-missing' && { noticeCode: 'end-missing' }),
    status,
    question: textOf(fields, 'question') ?? '',
    text,
    claims: listOf(fields['claims'], readClaim),
    conflicts: listOf(fields['conflicts'], readConflict),
    nearest: listOf(fields['nearest'], readCite),
  };
}
