import { HttpError } from './problem.ts';

/** Lets so many in at once and turns the rest away, so that a burst cannot starve those inside. */
export interface Gate {
  /** Throws `overloaded` when full; the release may be called more than once. */
  enter(): () => void;
  /** How many are inside. */
  readonly inside: number;
}

// A question takes tens of milliseconds: a client that waits this long will find room.
const RETRY_AFTER_SECONDS = '2';

export function createGate(what: string, limit: number): Gate {
  let inside = 0;
  return {
    get inside() {
      return inside;
    },
    enter() {
      if (inside >= limit) {
        const message = `At most ${limit} ${what} run at once, and that many do now.`;
        throw new HttpError('overloaded', message, { 'retry-after': RETRY_AFTER_SECONDS });
      }
      inside++;
      let isOut = false;
      return () => {
        if (isOut) return;
        isOut = true;
        inside--;
      };
    },
  };
}
