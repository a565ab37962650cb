import { SERVER_SENT_EVENTS, type StreamFrame } from './stream-frame.ts';

export interface EventStreamOptions {
  /** Server-sent events unless told. */
  readonly frame?: StreamFrame;
  /** A comment line goes out when nothing else has for so long; clients and proxies then keep the line. */
  readonly heartbeatMs: number;
  /** What is sent last when the source throws after the start. */
  readonly errorPart: (error: unknown) => object;
  /** Called once, when all is sent or the reader has gone. */
  readonly onEnd: () => void;
}

/**
 * Parts as server-sent events or in another frame. Reads no further than the client does; a
 * cancelled stream ends the source.
 */
export function eventStream(
  parts: AsyncIterator<object>,
  options: EventStreamOptions,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const { frame = SERVER_SENT_EVENTS } = options;
  let pending: Promise<IteratorResult<object>> | null = null;
  return new ReadableStream({
    async pull(controller) {
      const send = (line: string) => controller.enqueue(encoder.encode(line));
      pending ??= parts.next();
      try {
        const next = await firstOf(pending, options.heartbeatMs);
        if (next === 'silent') return send(frame.silence);
        pending = null;
        if (next.done !== true) return send(frame.part(next.value));
      } catch (error) {
        send(frame.part(options.errorPart(error)));
      }
      send(frame.end);
      controller.close();
      options.onEnd();
    },
    async cancel() {
      options.onEnd();
      await parts.return?.(undefined);
    },
  });
}

async function firstOf<T>(promise: Promise<T>, ms: number): Promise<T | 'silent'> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silent = new Promise<'silent'>((resolve) => {
    timer = setTimeout(() => resolve('silent'), ms);
  });
  try {
    return await Promise.race([promise, silent]);
  } finally {
    clearTimeout(timer);
  }
}
