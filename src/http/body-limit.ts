import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { LIMITS } from '../use-cases/desk.ts';
import { HttpError } from './problem.ts';

/** Bytes of a body at most, by what it holds; counted before anything is parsed. */
export const BODY_BYTES = {
  // A question of the highest length, each character as a JSON escape of six bytes, and much room
  // for the desk to say by how much a longer one is too long.
  question: 1_000_000,
  // A draft of the highest length, likewise.
  draft: 8_000_000,
  // As much as a draft's file may have; its text is bounded when it is read.
  docx: LIMITS.fileBytes,
  // Clients of the AI SDK send the conversation back with every part of every answer.
  conversation: 8_000_000,
  // A report holds its draft, each claim again and up to four sentences of articles with every one.
  report: 32_000_000,
  // Question, answer and reason of the highest length, each character as an escape, and their places.
  feedback: 200_000,
} as const;

/** Refuses a longer body with `content-too-large`, without reading it to the end. */
export function bodyAtMost(maxSize: number): MiddlewareHandler {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new HttpError(
        'content-too-large',
        `A request here has at most ${maxSize.toLocaleString('en-GB')} bytes; this one has more.`,
      );
    },
  });
}
