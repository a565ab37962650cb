/**
 * The calls that run now, by session and id, so that a cancellation, which comes in a request of its
 * own, finds the one it means.
 */
export interface RunningCalls {
  /** Keeps `stop` until what it gives is called. A call outside any session cannot be cancelled. */
  begin(session: string | null, callId: string | number, stop: () => void): () => void;
  /** Stops the call if it runs. */
  cancel(session: string | null, callId: string | number): void;
}

export function createRunningCalls(): RunningCalls {
  const running = new Map<string, () => void>();
  // The number 1 and the text "1" are two ids.
  const keyOf = (session: string, callId: string | number) => JSON.stringify([session, callId]);
  return {
    begin(session, callId, stop) {
      if (session === null) return () => {};
      const key = keyOf(session, callId);
      running.set(key, stop);
      return () => {
        if (running.get(key) === stop) running.delete(key);
      };
    },
    cancel(session, callId) {
      if (session !== null) running.get(keyOf(session, callId))?.();
    },
  };
}
