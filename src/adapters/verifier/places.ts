interface Waiter {
  readonly isUrgent: boolean;
  readonly go: () => void;
}

/** Runs work in a fixed number of places at once; what waits goes urgent first, else as it came. */
export interface Places {
  /** Rejects with the signal's reason when it fires before the work has begun. */
  run<T>(work: () => Promise<T>, options: PlaceOptions): Promise<T>;
}

export interface PlaceOptions {
  readonly isUrgent: boolean;
  readonly signal: AbortSignal;
}

export function createPlaces(count: number): Places {
  const waiting: Waiter[] = [];
  let free = count;
  const next = () => {
    if (free === 0 || waiting.length === 0) return;
    const urgent = waiting.findIndex(({ isUrgent }) => isUrgent);
    const [first] = waiting.splice(Math.max(urgent, 0), 1);
    free--;
    first?.go();
  };
  const enter = ({ isUrgent, signal }: PlaceOptions) => {
    signal.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const waiter = { isUrgent, go: resolve };
    const leave = () => {
      const at = waiting.indexOf(waiter);
      if (at !== -1) waiting.splice(at, 1);
      // One that has a place already is past this.
      reject(signal.reason);
    };
    signal.addEventListener('abort', leave, { once: true });
    waiting.push(waiter);
    next();
    return promise.finally(() => signal.removeEventListener('abort', leave));
  };
  return {
    async run(work, options) {
      await enter(options);
      try {
        return await work();
      } finally {
        free++;
        next();
      }
    },
  };
}
