import { readFile } from 'node:fs/promises';

/**
 * When a process began, as a word that no other process with its number shares: the boot's id and
 * the ticks since boot (field 22 of `/proc/PID/stat`, proc(5)). Null where the system does not say.
 */
export async function processStart(pid: number): Promise<string | null> {
  const stat = await readStat(pid);
  const bootId = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => null);
  return stat === null || bootId === null ? null : `${bootId.trim()}/${stat.startTicks}`;
}

/** True while the process that `pid` and `start` name runs; one that has ended but was not yet reaped does not. */
export async function isRunning(pid: number, start: string | null): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Another user's process may not be signalled, but it is there.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  const stat = await readStat(pid);
  if (stat === null) return true;
  if (stat.state === 'Z' || stat.state === 'X') return false;
  return start === null || start === (await processStart(pid));
}

async function readStat(pid: number): Promise<{ state: string; startTicks: string } | null> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (line === null) return null;
  // The name in brackets may itself hold spaces and brackets; the state follows the last of them.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const [state = '', startTicks = ''] = [fields[0], fields[19]];
  return { state, startTicks };
}
