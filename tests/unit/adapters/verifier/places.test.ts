import { describe, expect, it } from 'vitest';
import { createMemory } from '../../../../src/adapters/verifier/memory.ts';
import { createPlaces } from '../../../../src/adapters/verifier/places.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));
const waiting = { isUrgent: false, signal: new AbortController().signal };

describe('createPlaces', () => {
  it('never runs more at once than there are places', async () => {
    const places = createPlaces(3);
    let running = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++running);
      await turn();
      running--;
    };
    await Promise.all(Array.from({ length: 20 }, () => places.run(work, waiting)));
    expect([most, running]).toEqual([3, 0]);
  });

  it('takes what is urgent first, else what came first', async () => {
    const places = createPlaces(1);
    const order: string[] = [];
    const run = (name: string, isUrgent: boolean) =>
      places.run(
        async () => {
          order.push(name);
          await turn();
        },
        { ...waiting, isUrgent },
      );
    await Promise.all([run('a', false), run('b', false), run('c', true), run('d', false), run('e', true)]);
    expect(order).toEqual(['a', 'c', 'e', 'b', 'd']);
  });

  it('lets those go that wait no more, and gives a failure’s place away', async () => {
    const places = createPlaces(1);
    const leaving = new AbortController();
    const first = places.run(() => turn().then(() => Promise.reject(new Error('It broke.'))), waiting);
    const second = places.run(turn, { ...waiting, signal: leaving.signal });
    const third = places.run(async () => 'done', waiting);
    leaving.abort(new Error('Gone.'));
    const late = places.run(turn, { ...waiting, signal: leaving.signal });
    expect((await Promise.allSettled([first, second, late])).map(({ status }) => status)).toEqual(
      Array(3).fill('rejected'),
    );
    expect(await third).toBe('done');
  });
});

describe('createMemory', () => {
  it('keeps the latest', () => {
    const memory = createMemory<number>(2);
    for (const [key, value] of [
      ['a', 1],
      ['b', 2],
      ['a', 3],
      ['c', 4],
    ] as const)
      memory.set(key, value);
    expect(['a', 'b', 'c'].map((key) => memory.get(key))).toEqual([3, undefined, 4]);
  });
});
