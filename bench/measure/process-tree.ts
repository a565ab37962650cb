import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

const SAMPLE_MS = 250;

async function parentOf(pid: number): Promise<number | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const parent = /\) \S (\d+)/.exec(stat)?.[1];
  return parent === undefined ? null : Number(parent);
}

async function runningPids(): Promise<number[]> {
  return (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
}

/** Processes that have this text, such as `NAME=value`, in their environment. Linux only. */
export async function processesMarked(text: string): Promise<number[]> {
  const marked = await Promise.all(
    (await runningPids()).map(async (pid) => {
      const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '');
      return environment.split('\0').includes(text) ? [pid] : [];
    }),
  );
  return marked.flat();
}

/** A process and all that descend from it, as far as they are running now. Linux only. */
async function processTree(root: number): Promise<number[]> {
  const children = new Map<number, number[]>();
  for (const pid of await runningPids()) {
    const parent = await parentOf(pid);
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const tree: number[] = [];
  for (let next = [root]; next.length > 0; next = next.flatMap((pid) => children.get(pid) ?? [])) {
    tree.push(...next);
  }
  return tree;
}

// Proportional set size: a page shared by n processes counts 1/n in each, so that a sum is true.
async function proportionalBytes(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) * 1024;
}

export interface MemoryWatch {
  /** The most that the tree has held at once, in bytes, as far as samples saw it. */
  stop(): Promise<number>;
}

/** Samples the memory of a process tree until stopped. Costs time of its own: not for a timed run. */
export function watchMemory(root: number): MemoryWatch {
  const stopping = new AbortController();
  let peak = 0;
  const watching = (async () => {
    while (!stopping.signal.aborted) {
      const sizes = await Promise.all((await processTree(root)).map(proportionalBytes));
      peak = Math.max(
        peak,
        sizes.reduce((sum, size) => sum + size, 0),
      );
      await sleep(SAMPLE_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await watching;
      return peak;
    },
  };
}
