/**
 * The longest line and the longest event that are kept, in UTF-16 units. A whole answer with its
 * quotations is some 10,000; a server that sends more than this without an event's end is broken.
 */
export const MAX_EVENT_CHARS = 1_000_000;

/** What is known after the text so far. Start from `SSE_START`; never changed in place. */
export interface SseState {
  /** The line that has not ended yet; a CR at its end may belong to a CRLF. */
  readonly line: string;
  /** The `data` lines of the event that has not ended yet; null before the first. */
  readonly data: string | null;
}

export interface SseStep {
  readonly state: SseState;
  /** The `data` of each event that ended within this piece, in order. */
  readonly events: readonly string[];
}

export const SSE_START: SseState = { line: '', data: null };

/**
 * Reads the next piece of a `text/event-stream` (WHATWG HTML, §9.2.6) without its byte order mark, cut
 * anywhere. Only `data` is kept: comments, `event`, `id` and `retry` are read and dropped.
 *
 * @throws RangeError past `MAX_EVENT_CHARS`.
 */
export function feedSse(state: SseState, piece: string): SseStep {
  const lines = (state.line + piece).split(/\r\n|\n|\r(?!$)/);
  const line = lines.pop() ?? '';
  const events: string[] = [];
  let { data } = state;
  for (const whole of lines) {
    if (whole === '' && data !== null) events.push(data);
    data = whole === '' ? null : withLine(data, whole);
  }
  if (line.length + (data?.length ?? 0) > MAX_EVENT_CHARS) throw new RangeError();
  return { state: { line, data }, events };
}

function withLine(data: string | null, line: string): string | null {
  const match = /^data(?:: ?(.*))?$/s.exec(line);
  return match === null ? data : (data === null ? '' : `${data}\n`) + (match[1] ?? '');
}

/**
 * The `data` of every event of a body, as it arrives. UTF-8 sequences may be cut between pieces; an
 * event without its blank line at the end of the body is dropped, as the standard says.
 *
 * @throws RangeError past `MAX_EVENT_CHARS`, and whatever the body's reader throws (a lost connection, an abort).
 */
export async function* readSse(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
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
