import type { Answer, AnswerClaim } from '../../../src/domain/answer.ts';
import type { Cite } from '../../../src/domain/document.ts';
import { asFields, countOf, type Fields, parseJson, textOf } from './fields.ts';
import { readAnswer, readCite, readJudgedText } from './wire-shapes.ts';

/** What a part of the answer stream says. Closed: the reducer's switch ends in `never`. */
export type ChatEvent =
  | { readonly type: 'source-found'; readonly documentId: string; readonly title: string }
  | { readonly type: 'text-added'; readonly text: string }
  | {
      readonly type: 'citation-found';
      /** 0-based, in the order of the answer's sentences. */
      readonly claimIndex: number;
      /** 1-based, in reading order; equal cites share one. */
      readonly number: number;
      readonly cite: Cite;
    }
  | {
      readonly type: 'claim-judged';
      readonly claimIndex: number;
      readonly claim: Omit<AnswerClaim, 'citations'>;
    }
  | { readonly type: 'answer-finished'; readonly answer: Answer }
  | { readonly type: 'answer-failed'; readonly message: string }
  | { readonly type: 'stream-finished' };

type PartReader = (part: Fields) => ChatEvent | null;

const PART_READERS: Readonly<Record<string, PartReader>> = {
  'source-document': sourceFound,
  'text-delta': textAdded,
  'data-citation': citationFound,
  'data-verdict': claimJudged,
  'data-answer': answerFinished,
  error: (part) => ({ type: 'answer-failed', message: textOf(part, 'errorText') ?? '' }),
  finish: () => ({ type: 'stream-finished' }),
};

/**
 * One `data` of the AI SDK's UI message stream (v1) as an event. Null for a part that this page has
 * no use for, does not know, or cannot read: a newer server may send more than an older page knows.
 */
export function readChatEvent(data: string): ChatEvent | null {
  const part = asFields(parseJson(data));
  const type = part && textOf(part, 'type');
  if (!part || type === null || !Object.hasOwn(PART_READERS, type)) return null;
  return PART_READERS[type]?.(part) ?? null;
}

function sourceFound(part: Fields): ChatEvent | null {
  const documentId = textOf(part, 'sourceId');
  return documentId ? { type: 'source-found', documentId, title: textOf(part, 'title') ?? '' } : null;
}

function textAdded(part: Fields): ChatEvent | null {
  const text = textOf(part, 'delta');
  return text ? { type: 'text-added', text } : null;
}

function citationFound(part: Fields): ChatEvent | null {
  const data = asFields(part['data']);
  if (data === null) return null;
  const claimIndex = countOf(data, 'claimIndex');
  const number = countOf(data, 'number');
  const cite = readCite(data['cite']);
  if (claimIndex === null || !number || cite === null) return null;
  return { type: 'citation-found', claimIndex, number, cite };
}

function claimJudged(part: Fields): ChatEvent | null {
  const data = asFields(part['data']);
  const claimIndex = data && countOf(data, 'claimIndex');
  const claim = readJudgedText(data);
  return claimIndex === null || claim === null ? null : { type: 'claim-judged', claimIndex, claim };
}

function answerFinished(part: Fields): ChatEvent | null {
  const answer = readAnswer(part['data']);
  return answer && { type: 'answer-finished', answer };
}
