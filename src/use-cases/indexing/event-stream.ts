export interface Emitter<Event> {
  readonly emit: (event: Event) => void;
  /** Fires when the caller's signal does, and when the reader of the stream walks away. */
  readonly signal: AbortSignal;
}

/**
 * The events that `work` emits, in order, while it runs; its error ends the stream. A reader that
 * stops early aborts the work and waits for it to have cleaned up.
 */
export async function* streamEvents<Event>(
  work: (emitter: Emitter<Event>) => Promise<void>,
  signal?: AbortSignal,
): AsyncGenerator<Event, void, undefined> {
  const walkedAway = new AbortController();
  const signals = signal === undefined ? [walkedAway.signal] : [walkedAway.signal, signal];
  const events: Event[] = [];
  let wake = () => {};
  const emit = (event: Event) => {
    events.push(event);
    wake();
  };
  let isDone = false;
  const running = work({ emit, signal: AbortSignal.any(signals) }).finally(() => {
    isDone = true;
    wake();
  });
  // The error is thrown below, once the events before it have been read.
  running.catch(() => undefined);
  try {
    while (!isDone || events.length > 0) {
      const event = events.shift();
      if (event !== undefined) yield event;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
    await running;
  } finally {
    walkedAway.abort();
    await running.catch(() => undefined);
  }
}
