export interface EventStreamOptions {
  /** A comment line goes out when nothing else has for so long; clients and proxies then keep the line. */
  readonly heartbeatMs: number;
  /** What is sent last when the source throws after the start. */
  readonly errorPart: (error: unknown) => object;
  /** Called once, when all is sent or the reader has gone. */
  readonly onEnd: () => void;
}

/**
 * Parts as server-sent events, the last one `[DONE]`. Reads no further than the client does; a
 * cancelled stream ends the source.
 */
export function eventStream(
  parts: AsyncIterator<object>,
  options: EventStreamOptions,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let pending: Promise<IteratorResult<object>> | null = null;
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
        send(`data: ${JSON.stringify(options.errorPart(error))}\n\n`);
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
