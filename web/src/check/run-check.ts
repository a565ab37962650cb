import { readProblem, UNREACHABLE } from '../api/problem.ts';
import type { Server } from '../api/server.ts';
import { readCheckEvent } from './check-events.ts';
import type { CheckHappening } from './check-state.ts';
import { readLines } from './read-lines.ts';

/** A draft as it is sent: words with the name of their file (empty: plain text), or a file of bytes. */
export type DraftInput = (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bytes'; readonly bytes: Blob; readonly mediaType: string }
) & {
  readonly name: string;
  /** The day that `yesterday` counts from, `YYYY-MM-DD`; empty: the one that the draft itself tells, if any. */
  readonly date: string;
};

export interface RunOptions {
  readonly server: Server;
  readonly signal: AbortSignal;
}

// Judged claims are some 3 kB each: so many are read and drawn within a frame on a slow machine (measured
// by tests/browser/check-page-speed.test.ts).
const LINES_AT_ONCE = 16;

/**
 * Sends a draft and gives what happens, in portions small enough to be drawn in one frame. It never throws:
 * whatever goes wrong is an event of its own, and the last event always ends the check.
 */
export async function* runCheck(
  draft: DraftInput,
  options: RunOptions,
): AsyncGenerator<readonly CheckHappening[]> {
  const { signal } = options;
  const response = await post(draft, options);
  if (response === null) {
    yield [signal.aborted ? { type: 'check-stopped' } : { type: 'request-failed', failure: UNREACHABLE }];
  } else if (!response.ok || response.body === null) {
    yield [{ type: 'request-failed', failure: await readProblem(response) }];
  } else {
    yield* portions(response.body);
    yield [{ type: signal.aborted ? 'check-stopped' : 'connection-ended' }];
  }
}

async function post(draft: DraftInput, { server, signal }: RunOptions): Promise<Response | null> {
  const accept = 'application/x-ndjson';
  const isText = draft.kind === 'text';
  const { name, date } = draft;
  const dated = date !== '' && { publishedAt: date };
  const body = isText
    ? JSON.stringify({ draft: draft.text, ...(name !== '' && { name }), ...dated })
    : draft.bytes;
  const headers = { accept, 'content-type': isText ? 'application/json' : draft.mediaType };
  const address = new URL('api/check', server.base);
  if (!isText && date !== '') address.searchParams.set('publishedAt', date);
  try {
    return await server.send(address, { method: 'POST', headers, body, signal });
  } catch {
    return null;
  }
}

async function* portions(body: ReadableStream<Uint8Array>): AsyncGenerator<readonly CheckHappening[]> {
  try {
    for await (const lines of readLines(body)) {
      for (let at = 0; at < lines.length; at += LINES_AT_ONCE) {
        yield lines
          .slice(at, at + LINES_AT_ONCE)
          .map(readCheckEvent)
          .filter((event) => event !== null);
      }
    }
  } catch {
    // A lost connection, a stop, a line beyond its cap: the caller ends the check, what came stays.
  }
}
