// Run as a process of its own: takes the lock at the path it is given when told to, says how that
// went, and holds on until it is killed.
import { createInterface } from 'node:readline';
import { createFileLock } from '../../src/adapters/system/file-lock.ts';

const lock = createFileLock({ path: process.argv[2] ?? '' });
process.stdout.write('ready\n');
for await (const line of createInterface({ input: process.stdin })) {
  if (line !== 'go') continue;
  const outcome = await lock.acquire().then(
    () => 'held',
    (error: { readonly code?: string }) => error.code ?? String(error),
  );
  process.stdout.write(`${outcome}\n`);
}
