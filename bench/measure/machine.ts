import { availableParallelism, cpus, loadavg } from 'node:os';

/** Where a figure was measured, and how busy it was: figures hold for an otherwise idle machine. */
export function machineLine(): string {
  const load = loadavg()[0] ?? 0;
  const busy = load > 0.5 ? ' – NOT IDLE, figures will be too low' : '';
  const model = cpus()[0]?.model ?? 'unknown processor';
  return `node ${process.version}, ${availableParallelism()} × ${model}, load ${load.toFixed(2)}${busy}`;
}
