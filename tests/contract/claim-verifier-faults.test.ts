import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { embedTask } from '../../src/adapters/embedder/embed-task.ts';
import { checkModelFiles } from '../../src/adapters/model-pool/model-files.ts';
import { createModelPool } from '../../src/adapters/model-pool/model-pool.ts';
import {
  createPooledVerifier,
  createTransformersVerifier,
} from '../../src/adapters/verifier/cross-encoder-verifier.ts';
import { CITEDESK_VERIFY } from '../../src/adapters/verifier/known-model.ts';

const folder = (name: string) => fileURLToPath(new URL(`../../models/${name}`, import.meta.url));
const modelDir = folder('citedesk-verify');
const LONG = Array.from({ length: 40 }, (_, i) => `Delegate ${i} spoke about the harbour.`).join(' ');
const PAIRS = Array.from({ length: 60 }, (_, i) => ({ claim: `Delegate ${i} spoke.`, source: LONG }));
const noProc = process.platform === 'linux' ? '' : ' (skipped: needs /proc)';

/** Ids of the worker processes of this process. */
async function workers(): Promise<number[]> {
  const pids: number[] = [];
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const [stat, command] = await Promise.all(
      ['stat', 'cmdline'].map((file) => readFile(`/proc/${name}/${file}`, 'utf8').catch(() => '')),
    );
    const isOurs = Number(/\) \S (\d+)/.exec(stat ?? '')?.[1]) === process.pid;
    if (isOurs && command?.includes('model-pool/worker.ts')) pids.push(Number(name));
  }
  return pids;
}

describe.skipIf(noProc !== '')(`verifier workers that die${noProc}`, () => {
  it('gives the right scores though every worker is killed on the way', async () => {
    const pool = createModelPool({ preload: embedTask(folder('all-MiniLM-L6-v2')), workers: 2 });
    const verifier = await createPooledVerifier({ modelDir, pool });
    const undisturbed = await verifier.verify(PAIRS);
    const call = verifier.verify(PAIRS);
    await verifier.verify(PAIRS.slice(0, 1), { urgent: true });
    const killed = await workers();
    expect(killed.length).toBe(2);
    for (const pid of killed) process.kill(pid, 'SIGKILL');
    expect(await call).toEqual(undisturbed);
    await pool.close();
    expect(await workers()).toEqual([]);
  });
});

describe('the files of the verifier', () => {
  const folders: string[] = [];
  const copyOfModel = async () => {
    const copy = await mkdtemp(join(tmpdir(), 'citedesk-verify-'));
    folders.push(copy);
    await cp(modelDir, copy, { recursive: true });
    return copy;
  };
  afterAll(async () => {
    for (const copy of folders) await rm(copy, { recursive: true });
  });

  it('are all as pinned in this checkout', async () => {
    const reports = await checkModelFiles(modelDir, CITEDESK_VERIFY);
    expect(reports.map(({ status }) => status)).toEqual(['ok', 'ok', 'ok', 'ok']);
  });

  it.each(['onnx/model_quantized.onnx', 'tokenizer.json', 'config.json'])(
    'are refused when one byte of %s differs',
    async (path) => {
      const copy = await copyOfModel();
      const bytes = await readFile(join(copy, path));
      bytes[1_000 % bytes.length] = (bytes[1_000 % bytes.length] ?? 0) ^ 1;
      await writeFile(join(copy, path), bytes);
      await expect(createTransformersVerifier({ modelDir: copy })).rejects.toMatchObject({
        code: 'model-damaged',
        message: expect.stringContaining(path),
      });
    },
  );

  it('are refused when the folder is not there', async () => {
    const none = join(tmpdir(), 'citedesk-no-such-folder');
    await expect(createTransformersVerifier({ modelDir: none })).rejects.toMatchObject({
      code: 'model-missing',
    });
  });

  it('that vanish before the first pair make it fail, and not the worker', async () => {
    const copy = await copyOfModel();
    const pool = createModelPool({ preload: embedTask(folder('all-MiniLM-L6-v2')), workers: 1 });
    const verifier = await createPooledVerifier({ modelDir: copy, pool });
    await rm(join(copy, 'onnx/model_quantized.onnx'));
    const code = 'verifier-failed';
    await expect(verifier.verify(PAIRS.slice(0, 2))).rejects.toMatchObject({ code });
    await cp(modelDir, copy, { recursive: true });
    expect((await verifier.verify(PAIRS.slice(0, 2))).length).toBe(2);
    await pool.close();
  });
});
