import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createQuiet } from '../../../../src/use-cases/suggesting/quiet.ts';

/** Work that goes on until it is told to end or to stop, and counts its beginnings. */
function steps() {
  const begun: AbortSignal[] = [];
  let end = (_: string) => {};
  const work = (signal: AbortSignal) => {
    begun.push(signal);
    return new Promise<string>((resolve, reject) => {
      end = resolve;
      signal.addEventListener('abort', () => reject(new Error('Stopped.')));
    });
  };
  return { begun, work, end: (value: string) => end(value) };
}

describe('quiet work', () => {
  it('waits while somebody is served', async () => {
    const quiet = createQuiet();
    const { begun, work, end } = steps();
    const [leaveFirst, leaveSecond] = [quiet.enter(), quiet.enter()];
    const done = quiet.run(work);
    leaveFirst();
    leaveFirst();
    await setImmediate();
    expect(begun).toHaveLength(0);
    leaveSecond();
    await setImmediate();
    expect(begun).toHaveLength(1);
    end('found');
    expect(await done).toBe('found');
  });

  it('stops for whoever comes, and begins anew', async () => {
    const quiet = createQuiet();
    const { begun, work, end } = steps();
    const done = quiet.run(work);
    await setImmediate();
    const leave = quiet.enter();
    expect(begun[0]?.aborted).toBe(true);
    await setImmediate();
    expect(begun).toHaveLength(1);
    leave();
    await setImmediate();
    expect(begun).toHaveLength(2);
    end('found');
    expect(await done).toBe('found');
  });

  it('fails as its work does', async () => {
    await expect(createQuiet().run(() => Promise.reject(new Error('Broken.')))).rejects.toThrow('Broken.');
  });
});
