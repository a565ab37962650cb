import { CitedeskError } from '../../src/domain/errors.ts';
import type { Lock } from '../../src/ports/lock.ts';

export interface MemoryLock extends Lock {
  /** `acquire` and `release`, in order. */
  readonly calls: readonly string[];
}

/** A lock between builds of one process. */
export function createMemoryLock(): MemoryLock {
  const calls: string[] = [];
  let isHeld = false;
  return {
    calls,
    async acquire() {
      if (isHeld) throw new CitedeskError('index-busy', 'Another build holds the lock.');
      isHeld = true;
      calls.push('acquire');
      let isReleased = false;
      return {
        async release() {
          if (isReleased) return;
          isReleased = true;
          isHeld = false;
          calls.push('release');
        },
      };
    },
  };
}
