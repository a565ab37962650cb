import type { Document } from '../domain/document.ts';
import { CitedeskError } from '../domain/errors.ts';
import { sentences } from '../text/sentences.ts';
import { LIMITS, type PairVerdict, type VerifyRequest } from './desk.ts';
import { judgeAgainst, type Verifiers } from './verifying/judge-against.ts';

/**
 * Holds a claim against one text, without an index. Throws `invalid-input` for an empty claim,
 * `limit-exceeded` beyond the limits of `VerifyRequest`, and as the verifiers do.
 */
export async function verifyPair(
  verifiers: Verifiers,
  { claim, source, signal }: VerifyRequest,
): Promise<PairVerdict> {
  assertPair(claim, source);
  const document = looseDocument(source);
  const options = signal === undefined ? {} : { signal };
  const [judged] = await judgeAgainst(
    verifiers,
    { text: claim },
    [{ document, spans: sentences(source) }],
    options,
  );
  if (judged === undefined) throw new Error('One source is one judgement.');
  const { verdict, score, reasons, evidence } = judged;
  const best = evidence[0];
  const quote = best === undefined ? null : { start: best.start, end: best.end, text: best.quote };
  return { verdict, score, reasons, quote };
}

function assertPair(claim: string, source: string): void {
  const chars = claim.trim().length;
  if (chars === 0)
    throw new CitedeskError('invalid-input', 'The claim is empty.', { fix: 'Give a sentence to check.' });
  assertLength('A claim', chars, LIMITS.questionChars);
  assertLength('A source', source.length, LIMITS.draftChars);
}

function assertLength(what: string, chars: number, limit: number): void {
  if (chars <= limit) return;
  const words = `${what} has at most ${limit} characters; this one has ${chars}.`;
  throw new CitedeskError('limit-exceeded', words, { fix: 'Check it in parts.' });
}

/** A text of nobody's archive as a document; its title is what the reasons call it. */
export function looseDocument(text: string): Document {
  return {
    id: 'source',
    path: 'source',
    contentHash: '',
    access: 'desk',
    title: 'the given source',
    author: null,
    publishedAt: null,
    url: null,
    language: null,
    text,
    blocks: [],
  };
}
