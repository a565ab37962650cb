import { readFileSync } from 'node:fs';
import { readChatEvent } from '../../../web/src/stream/chat-events.ts';
import { reduceTurn } from '../../../web/src/stream/reducer.ts';
import { readSse } from '../../../web/src/stream/sse-parser.ts';
import { newTurn, type Turn } from '../../../web/src/stream/turn.ts';

const fixture = (name: string) => new URL(`fixtures/${name}`, import.meta.url);

/** A stream as the server sent it: three sentences with letters of two to four bytes, one comment line. */
export const RECORDED: Uint8Array = readFileSync(fixture('answer.sse'));

/** The answer that the stream carries. */
export const RECORDED_ANSWER = JSON.parse(readFileSync(fixture('answer.json'), 'utf8'));

/** A body that arrives in these pieces. */
function bodyOf(pieces: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
}

/** The bytes cut at these places. */
export function cutAt(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const borders = [0, ...[...places].sort((a, b) => a - b), bytes.length];
  return borders.slice(1).map((end, index) => bytes.slice(borders[index], end));
}

/** The data of every event of a body that arrives in these pieces. */
export async function readAll(pieces: readonly Uint8Array[]): Promise<readonly string[]> {
  const events: string[] = [];
  for await (const data of readSse(bodyOf(pieces))) events.push(data);
  return events;
}

/** A turn after all of a stream's events. */
export function turnOf(stream: readonly string[]): Turn {
  return stream
    .map(readChatEvent)
    .reduce((turn, event) => (event === null ? turn : reduceTurn(turn, event)), newTurn('q1', 'asked'));
}
