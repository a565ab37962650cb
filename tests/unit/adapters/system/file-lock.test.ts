import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFileLock } from '../../../../src/adapters/system/file-lock.ts';
import { isRunning, processStart } from '../../../../src/adapters/system/process-identity.ts';

const CHILD = fileURLToPath(new URL('../../../fakes/lock-child.ts', import.meta.url));
// Above the highest number that Linux gives a process (2^22), so that no process has it.
const NOBODY = 4_194_305;

let folder: string;
let path: string;
const children: ChildProcess[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'citedesk-lock-'));
  path = join(folder, 'build.lock');
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

const holder = (changes: Record<string, unknown> = {}) =>
  JSON.stringify({
    pid: NOBODY,
    host: hostname(),
    start: null,
    since: '2026-05-03T08:00:00.000Z',
    ...changes,
  });

async function startChild() {
  const child = spawn(process.execPath, [CHILD, path], { stdio: ['pipe', 'pipe', 'inherit'] });
  children.push(child);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const said = async () => String((await lines.next()).value);
  expect(await said()).toBe('ready');
  return {
    async tries() {
      child.stdin.write('go\n');
      return said();
    },
    async kill() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
    pid: child.pid,
  };
}

describe('a lock that another process holds', () => {
  it('is refused, naming the process and since when', async () => {
    const child = await startChild();
    expect(await child.tries()).toBe('held');
    const since: unknown = JSON.parse(await readFile(path, 'utf8')).since;
    await expect(createFileLock({ path }).acquire()).rejects.toMatchObject({
      code: 'index-busy',
      message: `Process ${child.pid} has been building this index since ${since}.`,
      fix: expect.stringContaining('Wait'),
    });
  });

  it('is free again once that process was killed', async () => {
    const child = await startChild();
    expect(await child.tries()).toBe('held');
    await child.kill();
    const lease = await createFileLock({ path }).acquire();
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ pid: process.pid });
    await lease.release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('is waited for as long as allowed', async () => {
    const lease = await createFileLock({ path }).acquire();
    const waiting = createFileLock({ path, waitMs: 10_000 }).acquire();
    await lease.release();
    await (await waiting).release();
  });
});

describe('a lock whose holder is gone', () => {
  it.each([
    ['names a process that does not run', holder()],
    ['names a process whose number another one has now', holder({ pid: process.pid, start: 'boot/1' })],
    ['was left empty by a power cut', ''],
    ['names nobody', '{"pid":"many"}'],
  ])('is taken over when it %s', async (_name, text) => {
    await writeFile(path, text);
    const lease = await createFileLock({ path }).acquire();
    await expect(createFileLock({ path }).acquire()).rejects.toMatchObject({ code: 'index-busy' });
    await lease.release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('goes to exactly one of several processes that all see it', async () => {
    const rivals = await Promise.all(Array.from({ length: 4 }, startChild));
    await writeFile(path, holder());
    const outcomes = await Promise.all(rivals.map((rival) => rival.tries()));
    expect(outcomes.sort()).toEqual(['held', 'index-busy', 'index-busy', 'index-busy']);
  });

  it('goes to exactly one of many who ask at once', async () => {
    for (let round = 0; round < 10; round++) {
      await writeFile(path, holder({ since: `round ${round}` }));
      const asks = Array.from({ length: 6 }, () => createFileLock({ path }).acquire());
      const outcomes = await Promise.allSettled(asks);
      const leases = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
      expect(leases).toHaveLength(1);
      await leases[0]?.release();
    }
  });

  it('is left to one who took it over in between', async () => {
    await writeFile(path, holder());
    const lock = createFileLock({
      path,
      onDeadHolder: async () => {
        await createFileLock({ path }).acquire();
      },
    });
    await expect(lock.acquire()).rejects.toMatchObject({ code: 'index-busy' });
  });

  it('is taken by one who finds it free again in between', async () => {
    await writeFile(path, holder());
    const lock = createFileLock({ path, onDeadHolder: () => rm(path, { force: true }) });
    await (await lock.acquire()).release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('is taken over even when the one who was taking it over was killed at it', async () => {
    await writeFile(path, holder());
    await writeFile(`${path}.taking`, holder({ since: 'later' }));
    await writeFile(`${path}.claim-${NOBODY}-1`, holder());
    await (await createFileLock({ path }).acquire()).release();
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('a lock of which nothing can be known', () => {
  it('stands when another machine holds it, and says what to do if that is gone', async () => {
    await writeFile(path, holder({ host: 'elsewhere' }));
    await expect(createFileLock({ path }).acquire()).rejects.toMatchObject({
      code: 'index-busy',
      message: expect.stringContaining('on elsewhere'),
      fix: expect.stringContaining(`delete ${path}`),
    });
  });

  it('is reported when its file cannot be written', async () => {
    await writeFile(join(folder, 'file'), '');
    const lock = createFileLock({ path: join(folder, 'file', 'build.lock') });
    await expect(lock.acquire()).rejects.toMatchObject({ code: 'storage-failed', fix: expect.any(String) });
  });
});

describe('isRunning', () => {
  it('knows this process by its start', async () => {
    expect(await isRunning(process.pid, await processStart(process.pid))).toBe(true);
    expect(await isRunning(NOBODY, null)).toBe(false);
  });

  // Only Linux says of an ended process that it has ended.
  it.skipIf(process.platform !== 'linux')(
    'does not count a process that has ended but was not reaped',
    async () => {
      // The parent sleeps from then on and never asks what became of its child.
      const script =
        "const { pid } = require('child_process').spawn('true'); require('fs').writeSync(1, pid + '\\n');" +
        'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);';
      const parent = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
      children.push(parent);
      const [line] = await once(createInterface({ input: parent.stdout }), 'line');
      const pid = Number(line);
      const start = await processStart(pid);
      while (await isRunning(pid, start)) await new Promise((resolve) => setImmediate(resolve));
      expect(() => process.kill(pid, 0)).not.toThrow();
    },
  );
});
