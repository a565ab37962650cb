import { describe, expect, it } from 'vitest';
import { streamEvents } from '../../../../src/use-cases/indexing/event-stream.ts';

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

async function read(events: AsyncIterable<number>): Promise<number[]> {
  const seen: number[] = [];
  for await (const event of events) seen.push(event);
  return seen;
}

describe('streamEvents', () => {
  it('gives what was emitted, in order, whether at once or over time', async () => {
    const stream = streamEvents<number>(async ({ emit }) => {
      emit(1);
      emit(2);
      await nextTurn();
      emit(3);
    });
    expect(await read(stream)).toEqual([1, 2, 3]);
    expect(await read(streamEvents<number>(async () => {}))).toEqual([]);
  });

  it('gives the events before an error, then the error', async () => {
    const seen: number[] = [];
    const stream = streamEvents<number>(async ({ emit }) => {
      emit(1);
      throw new Error('broken');
    });
    const reading = (async () => {
      for await (const event of stream) seen.push(event);
    })();
    await expect(reading).rejects.toThrow('broken');
    expect(seen).toEqual([1]);
  });

  it('does nothing until it is read', async () => {
    let isStarted = false;
    const stream = streamEvents<number>(async () => {
      isStarted = true;
    });
    await nextTurn();
    expect(isStarted).toBe(false);
    await read(stream);
    expect(isStarted).toBe(true);
  });

  it('aborts the work of a reader that walks away, and waits for it to clean up', async () => {
    const steps: string[] = [];
    const stream = streamEvents<number>(async ({ emit, signal }) => {
      emit(1);
      while (!signal.aborted) await nextTurn();
      steps.push('aborted');
      await nextTurn();
      steps.push('clean');
      throw new Error('nobody is left to hear this');
    });
    for await (const _event of stream) break;
    expect(steps).toEqual(['aborted', 'clean']);
  });

  it("passes on the caller's abort", async () => {
    const controller = new AbortController();
    const stream = streamEvents<number>(async ({ signal }) => {
      controller.abort();
      expect(signal.aborted).toBe(true);
    }, controller.signal);
    await read(stream);
  });
});
