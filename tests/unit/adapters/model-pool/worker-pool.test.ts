import { describe, expect, it } from 'vitest';
import type { PoolJob } from '../../../../src/adapters/model-pool/pool-job.ts';
import { WorkerPool } from '../../../../src/adapters/model-pool/worker-pool.ts';
import { answer, createFakeWorkers, TASK, textsOf } from './fake-workers.ts';

interface Outcome {
  readonly done: string[];
  readonly failed: { readonly text: string; readonly error: Error }[];
}

function poolOf(workers: number) {
  const fakes = createFakeWorkers();
  const outcome: Outcome = { done: [], failed: [] };
  let id = 0;
  const job = (text: string, urgent = false): PoolJob => ({
    id: id++,
    task: TASK,
    input: text,
    urgent,
    resolve: () => outcome.done.push(text),
    reject: (error) => outcome.failed.push({ text, error }),
    deaths: 0,
  });
  return { pool: new WorkerPool({ start: fakes.start, workers }), workers: fakes.workers, outcome, job };
}

const names = (count: number) => Array.from({ length: count }, (_, i) => `t${i}`);

describe('WorkerPool', () => {
  it('starts one worker at once and further ones as work comes, up to its limit', () => {
    const { pool, workers, job } = poolOf(3);
    expect(workers.length).toBe(1);
    pool.add([job('a')]);
    expect(workers.length).toBe(1);
    pool.add(names(12).map((name) => job(name)));
    expect(workers.length).toBe(2);
    pool.add(names(200).map((name) => job(name)));
    expect(workers.length).toBe(3);
  });

  it('sends nothing to a worker that is not loaded', () => {
    const { pool, workers, job } = poolOf(1);
    pool.add([job('a')]);
    expect(workers[0]?.requests).toEqual([]);
    workers[0]?.events.onLoaded();
    expect(textsOf(workers[0])).toEqual(['a']);
  });

  it('keeps a few texts with a worker and sends the next when one is done', () => {
    const { pool, workers, job } = poolOf(1);
    workers[0]?.events.onLoaded();
    pool.add(names(20).map((name) => job(name)));
    const held = textsOf(workers[0]).length;
    expect(held).toBeGreaterThan(1);
    expect(held).toBeLessThan(20);
    answer(workers[0], 't0');
    expect(textsOf(workers[0]).length).toBe(held + 1);
  });

  it('sends a question at once, marked urgent, though its worker is full', () => {
    const { pool, workers, job } = poolOf(1);
    workers[0]?.events.onLoaded();
    pool.add(names(20).map((name) => job(name)));
    pool.add([job('question', true)]);
    expect(workers[0]?.requests.at(-1)).toMatchObject({ input: 'question', urgent: true });
  });

  it('leaves questions for a worker that is still loading', () => {
    const { pool, workers, job } = poolOf(2);
    workers[0]?.events.onLoaded();
    pool.add(names(40).map((name) => job(name, true)));
    const first = textsOf(workers[0]).length;
    workers[1]?.events.onLoaded();
    expect(textsOf(workers[1]).length).toBe(first);
  });

  it('spreads texts over loaded workers evenly', () => {
    const { pool, workers, job } = poolOf(2);
    pool.add(names(16).map((name) => job(name)));
    for (const worker of workers) worker.events.onLoaded();
    answer(workers[0], 't0');
    expect(workers.map((worker) => textsOf(worker).length)).toEqual([8, 8]);
  });

  it('embeds again, each alone, the texts of a worker that died', () => {
    const { pool, workers, outcome, job } = poolOf(1);
    workers[0]?.events.onLoaded();
    pool.add(['a', 'b', 'c'].map((name) => job(name)));
    answer(workers[0], 'a');
    workers[0]?.events.onGone('signal SIGSEGV');
    expect(workers.length).toBe(2);
    workers[1]?.events.onLoaded();
    expect(textsOf(workers[1])).toEqual(['b']);
    answer(workers[1], 'b');
    expect(textsOf(workers[1])).toEqual(['b', 'c']);
    answer(workers[1], 'c');
    expect(outcome).toEqual({ done: ['a', 'b', 'c'], failed: [] });
  });

  it('rejects only the text that ends a worker twice', () => {
    const { pool, workers, outcome, job } = poolOf(1);
    workers[0]?.events.onLoaded();
    pool.add(['bad', 'good'].map((name) => job(name)));
    workers[0]?.events.onGone('signal SIGSEGV');
    workers[1]?.events.onLoaded();
    workers[1]?.events.onGone('signal SIGSEGV');
    workers[2]?.events.onLoaded();
    answer(workers[2], 'good');
    expect(outcome.done).toEqual(['good']);
    expect(outcome.failed).toMatchObject([{ text: 'bad', error: { code: 'embedder-failed' } }]);
  });

  it('rejects a text on which the model throws, and goes on', () => {
    const { pool, workers, outcome, job } = poolOf(1);
    workers[0]?.events.onLoaded();
    pool.add([job('odd'), job('even')]);
    workers[0]?.events.onReply({ type: 'failed', id: 0, message: 'bad shape' });
    answer(workers[0], 'even');
    expect(outcome.failed).toMatchObject([{ text: 'odd', error: { code: 'embedder-failed' } }]);
    expect(outcome.done).toEqual(['even']);
  });

  it('gives up after two starts that failed, and tries afresh for the next text', () => {
    const { pool, workers, outcome, job } = poolOf(1);
    pool.add([job('a')]);
    workers[0]?.events.onGone('no runtime');
    expect(outcome.failed).toEqual([]);
    workers[1]?.events.onGone('no runtime');
    expect(outcome.failed).toMatchObject([
      { text: 'a', error: { code: 'embedder-failed', cause: { message: 'no runtime' } } },
    ]);
    pool.add([job('b')]);
    workers[2]?.events.onLoaded();
    answer(workers[2], 'b');
    expect(outcome.done).toEqual(['b']);
  });

  it('goes on with the workers that it has when another does not start', () => {
    const { pool, workers, outcome, job } = poolOf(2);
    workers[0]?.events.onLoaded();
    pool.add(names(20).map((name) => job(name)));
    workers[1]?.events.onGone('out of memory');
    expect(workers.length).toBe(2);
    for (const name of names(20)) answer(workers[0], name);
    expect(outcome).toEqual({ done: names(20), failed: [] });
  });

  it('forgets dropped texts, waiting or held, and tells the worker', () => {
    const { pool, workers, outcome, job } = poolOf(1);
    workers[0]?.events.onLoaded();
    const dropped = names(20).map((name) => job(name));
    pool.add(dropped);
    pool.drop(dropped);
    pool.add([job('next')]);
    expect(workers[0]?.requests.slice(-2)).toMatchObject([{ type: 'drop' }, { input: 'next' }]);
    workers[0]?.events.onReply({ type: 'done', id: 0, output: 1 });
    answer(workers[0], 'next');
    expect(outcome).toEqual({ done: ['next'], failed: [] });
  });

  it('holds up the end of the program only while there is work', () => {
    const { pool, workers, job } = poolOf(1);
    expect(workers[0]?.busy).toBe(false);
    pool.add([job('a')]);
    expect(workers[0]?.busy).toBe(true);
    workers[0]?.events.onLoaded();
    answer(workers[0], 'a');
    expect(workers[0]?.busy).toBe(false);
  });

  it('ends its workers when closed, rejects what is under way, and starts no more', async () => {
    const { pool, workers, outcome, job } = poolOf(1);
    workers[0]?.events.onLoaded();
    pool.add(names(10).map((name) => job(name)));
    await pool.close();
    pool.add([job('late')]);
    expect(workers.map((worker) => worker.killed)).toEqual([true]);
    expect(outcome.failed.map(({ error }) => error)).toMatchObject(Array(11).fill({ code: 'aborted' }));
  });
});
