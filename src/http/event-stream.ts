import type { ChatPart } from './chat-parts.ts';

export interface EventStreamOptions {
  /** A comment line goes out when nothing else has for so long; clients and proxies then keep the line. */
  readonly heartbeatMs: number;
  /** The text of an `error` part when the source throws after the start. */
  readonly errorText: (error: unknown) => string;
  /** Called once, when all is sent or the reader has gone. */
  readonly onEnd: () => void;
}

/**
 * Parts as server-sent events, the last one `[DONE]`. Reads no further than the client does; a
 * cancelled stream ends the source.
 */
export function eventStream(
  parts: AsyncIterator<ChatPart>,
  options: EventStreamOptions,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let pending: Promise<IteratorResult<ChatPart>> | null = null;
  return new ReadableStream({
    async pull(controller) {
      const send = (line: string) => controller.enqueue(encoder.encode(line));
      pending ??= parts.next();
      try {
        const next = await firstOf(pending, options.heartbeatMs);
        if (next === 'silent') return send(': still working\n\n');
        pending = null;
        if (next.done !== true) return send(`data: ${JSON.stringify(next.value)}\n\n`);
      } catch (error) {
        send(`data: ${JSON.stringify({ type: 'error', errorText: options.errorText(error) })}\n\n`);
      }
      send('data: [DONE]\n\n');
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
