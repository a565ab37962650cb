import { describe, expect, it } from 'vitest';
import type { Lock } from '../../src/ports/lock.ts';

/** What every lock promises; `make` gives a free one. */
export function describeLock(name: string, make: () => Promise<Lock>): void {
  describe(`lock contract: ${name}`, () => {
    it('is held by one at a time', async () => {
      const lock = await make();
      const lease = await lock.acquire();
      await expect(lock.acquire()).rejects.toMatchObject({ code: 'index-busy' });
      await lease.release();
      await (await lock.acquire()).release();
    });

    it('goes to exactly one of many who ask at once', async () => {
      const lock = await make();
      for (let round = 0; round < 5; round++) {
        const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => lock.acquire()));
        const leases = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
        expect(leases).toHaveLength(1);
        await leases[0]?.release();
      }
    });

    it('is not given back by a lease that was released before', async () => {
      const lock = await make();
      const first = await lock.acquire();
      await first.release();
      const second = await lock.acquire();
      await first.release();
      await expect(lock.acquire()).rejects.toMatchObject({ code: 'index-busy' });
      await second.release();
    });
  });
}
