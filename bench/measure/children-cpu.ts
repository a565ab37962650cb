import { readFile } from 'node:fs/promises';

// Linux counts processor time in hundredths of a second, whatever the kernel's own tick is.
const TICKS_PER_SECOND = 100;

/**
 * Processor seconds of all processes that this one started, with their own, and that have ended.
 * Unlike time on the clock it hardly depends on what else the machine does. Linux only.
 */
async function childrenCpuSeconds(): Promise<number> {
  const stat = await readFile('/proc/self/stat', 'utf8');
  // After the name in brackets comes field 3; cutime and cstime are fields 16 and 17.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / TICKS_PER_SECOND;
}

/** What `work` gives, and the processor seconds of the processes that it ran. */
export async function withCpuSeconds<T>(
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly cpuSeconds: number }> {
  const before = await childrenCpuSeconds();
  const result = await work();
  return { result, cpuSeconds: (await childrenCpuSeconds()) - before };
}
