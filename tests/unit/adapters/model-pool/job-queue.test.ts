import { describe, expect, it } from 'vitest';
import { JobQueue } from '../../../../src/adapters/model-pool/job-queue.ts';
import type { PoolJob } from '../../../../src/adapters/model-pool/pool-job.ts';
import { TASK } from './fake-workers.ts';

let nextId = 0;
const job = (input: string, urgent = false): PoolJob => ({
  id: nextId++,
  task: TASK,
  input,
  urgent,
  resolve: () => {},
  reject: () => {},
  deaths: 0,
});

function drain(queue: JobQueue): unknown[] {
  const texts = [];
  for (let next = queue.take(); next !== undefined; next = queue.take()) texts.push(next.input);
  return texts;
}

describe('JobQueue', () => {
  it('gives urgent jobs first, else in order of arrival', () => {
    const queue = new JobQueue();
    queue.add([job('a'), job('b')]);
    queue.add([job('urgent 1', true), job('c'), job('urgent 2', true)]);
    expect(queue.peek()?.input).toBe('urgent 1');
    expect(queue.size).toBe(5);
    expect(drain(queue)).toEqual(['urgent 1', 'urgent 2', 'a', 'b', 'c']);
    expect(queue.size).toBe(0);
  });

  it('puts jobs back before the others of their kind', () => {
    const queue = new JobQueue();
    queue.add([job('a'), job('b'), job('c')]);
    queue.take();
    queue.addFirst([job('again'), job('urgent', true)]);
    expect(drain(queue)).toEqual(['urgent', 'again', 'b', 'c']);
  });

  it('removes jobs wherever they stand', () => {
    const queue = new JobQueue();
    const jobs = ['a', 'b', 'c', 'd'].map((text) => job(text));
    queue.add(jobs);
    queue.take();
    queue.remove(new Set(jobs.slice(0, 3)));
    expect(drain(queue)).toEqual(['d']);
  });

  it('keeps its order over thousands of jobs', () => {
    const queue = new JobQueue();
    const texts = Array.from({ length: 5_000 }, (_, i) => `t${i}`);
    queue.add(texts.map((text) => job(text)));
    expect(drain(queue)).toEqual(texts);
  });
});
