import type { Answer } from '../../../../src/domain/answer.ts';
import type { Excerpt } from '../../stream/excerpt.ts';
import { asFields, countOf, type Fields, listOf, parseJson, textOf } from '../../stream/fields.ts';
import { reduceTurn } from '../../stream/reducer.ts';
import { type Failure, newTurn, type QuestionFilter, type Turn } from '../../stream/turn.ts';
import { readAnswer } from '../../stream/wire-shapes.ts';

/** A conversation as the browser keeps it: all that its citations need to be shown, whatever becomes of the index. */
export interface KeptConversation {
  readonly id: string;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly changedAt: string;
  readonly turns: readonly Turn[];
  /** The words around each citation, as they read when it was given. */
  readonly excerpts: readonly Excerpt[];
  /** Ids of turns that the reader has said something about. */
  readonly judged: readonly string[];
}

const FORMAT = 1;

/** As JSON, for keeping and for export. */
export function toJson(conversation: KeptConversation, indent?: number): string {
  const { turns, ...rest } = conversation;
  return JSON.stringify({ format: FORMAT, ...rest, turns: turns.map(plainTurn) }, null, indent);
}

function plainTurn({ id, question, filter, phase, failure, ...turn }: Turn) {
  const answer: Answer = {
    status: phase === 'abstained' ? 'abstained' : 'answered',
    question,
    text: turn.text,
    claims: turn.claims.map(({ index, ...claim }) => ({
      ...claim,
      citations: (turn.citations.get(index) ?? []).map(({ cite }) => cite),
    })),
    conflicts: turn.conflicts,
    nearest: turn.nearest,
    ...(turn.notice !== '' && { notice: turn.notice }),
  };
  return { id, question, filter, phase, failure, answer };
}

/** A kept conversation read again; null for what is none, or of a format to come. Bad parts are left out. */
export function fromJson(text: string): KeptConversation | null {
  const fields = asFields(parseJson(text));
  const id = fields && textOf(fields, 'id');
  const startedAt = fields && textOf(fields, 'startedAt');
  if (!fields || fields['format'] !== FORMAT || !id || startedAt === null) return null;
  const turns = listOf(fields['turns'], readTurn);
  if (turns.length === 0) return null;
  return {
    ...{ id, startedAt, turns },
    changedAt: textOf(fields, 'changedAt') ?? startedAt,
    excerpts: listOf(fields['excerpts'], readExcerpt),
    judged: listOf(fields['judged'], (value) => (typeof value === 'string' ? value : null)),
  };
}

function readTurn(value: unknown): Turn | null {
  const fields = asFields(value);
  const id = fields && textOf(fields, 'id');
  const question = fields && textOf(fields, 'question');
  const answer = fields && readAnswer(fields['answer']);
  if (!fields || !id || !question || !answer) return null;
  const asked = newTurn(id, question, readFilter(fields['filter']));
  // Through the reducer, so that citations get the numbers that they had.
  const turn = reduceTurn(asked, { type: 'answer-finished', answer });
  return { ...turn, ...endOf(fields) };
}

const INTERRUPTED: Failure = { kind: 'interrupted', title: '', detail: '' };

/** How a kept turn ended; one that was under way when the page was left did so without its answer's end. */
function endOf(fields: Fields): Partial<Turn> {
  const phase = textOf(fields, 'phase');
  if (phase === 'answered' || phase === 'abstained') return {};
  if (phase === 'stopped') return { phase };
  return { phase: 'failed', failure: readFailure(fields['failure']) ?? INTERRUPTED };
}

function readFailure(value: unknown): Failure | null {
  const fields = asFields(value);
  const kind = fields && textOf(fields, 'kind');
  if (kind !== 'refused' && kind !== 'broken' && kind !== 'unreachable' && kind !== 'interrupted')
    return null;
  return {
    kind,
    title: (fields && textOf(fields, 'title')) ?? '',
    detail: (fields && textOf(fields, 'detail')) ?? '',
  };
}

function readFilter(value: unknown): QuestionFilter {
  const fields = asFields(value);
  const [since, until, path] = ['since', 'until', 'path'].map((key) => fields && textOf(fields, key));
  return { ...(since && { since }), ...(until && { until }), ...(path && { path }) };
}

function readExcerpt(value: unknown): Excerpt | null {
  const fields = asFields(value);
  const documentId = fields && textOf(fields, 'documentId');
  const start = fields && countOf(fields, 'start');
  const text = fields && textOf(fields, 'text');
  return documentId && start !== null && text ? { documentId, start, text } : null;
}

/** The first question, which is what a conversation is found again by. */
export const titleOf = ({ turns }: KeptConversation): string => turns[0]?.question ?? '';
