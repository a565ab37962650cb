/**
 * Lets work in the background run only while nobody is served: whoever comes ends what it is doing, and it
 * begins that anew once the last one has left.
 */
export interface Quiet {
  /** Somebody is served until the release is called. */
  enter(): () => void;
  /** Runs the work while nobody is served, from its beginning after each interruption. Rejects as the work does. */
  run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T>;
}

export function createQuiet(): Quiet {
  let served = 0;
  let interruption = new AbortController();
  let waiting: (() => void)[] = [];

  const quiet = () =>
    served === 0 ? Promise.resolve() : new Promise<void>((resolve) => waiting.push(resolve));

  function leave(): void {
    served--;
    if (served > 0) return;
    const resumed = waiting;
    waiting = [];
    for (const resume of resumed) resume();
  }

  return {
    enter() {
      served++;
      interruption.abort();
      interruption = new AbortController();
      let isOut = false;
      return () => {
        if (!isOut) leave();
        isOut = true;
      };
    },
    async run(work) {
      for (;;) {
        await quiet();
        if (served > 0) continue;
        const { signal } = interruption;
        try {
          return await work(signal);
        } catch (error) {
          if (!signal.aborted) throw error;
        }
      }
    },
  };
}
