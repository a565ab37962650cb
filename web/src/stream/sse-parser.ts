/**
 * The longest line and the longest event that are kept, in UTF-16 units. A whole answer with its
 * quotations is some 10,000; a server that sends more than this without an event's end is broken.
 */
export const MAX_EVENT_CHARS = 1_000_000;

/** What is known after the text so far. Start from `SSE_START`; never changed in place. */
export interface SseState {
  /** The line that has not ended yet. */
  readonly line: string;
  /** The `data` lines of the event that has not ended yet; null before the first. */
  readonly data: string | null;
  /** The text so far ended in CR, so that a LF right after belongs to the same line end. */
  readonly afterCr: boolean;
  /** Nothing came yet, so that a byte order mark would still be one. */
  readonly atStart: boolean;
}

export interface SseStep {
  readonly state: SseState;
  /** The `data` of each event that ended within this piece, in order. */
  readonly events: readonly string[];
}

export const SSE_START: SseState = { line: '', data: null, afterCr: false, atStart: true };

/** The stream holds a line or an event above `MAX_EVENT_CHARS`. */
export class SseLimitError extends Error {
  constructor(chars: number) {
    super(`an event of at least ${chars} characters; the limit is ${MAX_EVENT_CHARS}`);
    this.name = 'SseLimitError';
  }
}

/**
 * Reads the next piece of a `text/event-stream` (WHATWG HTML, §9.2.6), cut anywhere. Only `data` is
 * kept: comments, `event`, `id` and `retry` are read and dropped.
 *
 * @throws SseLimitError past `MAX_EVENT_CHARS`.
 */
export function feedSse(state: SseState, piece: string): SseStep {
  if (piece === '') return { state, events: [] };
  const text = withoutContinuation(state, piece);
  const lines = text.split(/\r\n|\r|\n/);
  const unfinished = lines.pop() ?? '';
  const events: string[] = [];
  let data = state.data;
  let line = state.line;
  for (const rest of lines) {
    const whole = line + rest;
    line = '';
    if (whole === '' && data !== null) events.push(data);
    data = whole === '' ? null : withLine(data, whole);
  }
  line += unfinished;
  limit(line.length + (data?.length ?? 0));
  return { state: { line, data, afterCr: piece.endsWith('\r'), atStart: false }, events };
}

function withoutContinuation(state: SseState, piece: string): string {
  if (state.afterCr && piece.startsWith('\n')) return piece.slice(1);
  if (state.atStart && piece.startsWith('\uFEFF')) return piece.slice(1);
  return piece;
}

function withLine(data: string | null, line: string): string | null {
  const match = /^data(?:: ?(.*))?$/s.exec(line);
  if (match === null) return data;
  const value = match[1] ?? '';
  limit((data?.length ?? 0) + value.length);
  return data === null ? value : `${data}\n${value}`;
}

function limit(chars: number): void {
  if (chars > MAX_EVENT_CHARS) throw new SseLimitError(chars);
}

/**
 * The `data` of every event of a body, as it arrives. UTF-8 sequences may be cut between pieces; an
 * event without its blank line at the end of the body is dropped, as the standard says.
 *
 * @throws SseLimitError, and whatever the body's reader throws (a lost connection, an abort).
 */
export async function* readSse(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const reader = body.getReader();
  let state = SSE_START;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const step = feedSse(state, decoder.decode(value, { stream: true }));
      state = step.state;
      yield* step.events;
    }
  } finally {
    // A reader who stops early (an abort, an error in the page) must not leave the server sending.
    reader.cancel().catch(() => undefined);
  }
}
