import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { ALL_MINILM_L6_V2 } from '../../src/adapters/embedder/known-model.ts';
import { createTransformersEmbedder } from '../../src/adapters/embedder/transformers-embedder.ts';
import { checkModelFiles } from '../../src/adapters/model-pool/model-files.ts';

const modelDir = fileURLToPath(new URL('../../models/all-MiniLM-L6-v2', import.meta.url));
const adapter = new URL('../../src/adapters/embedder/transformers-embedder.ts', import.meta.url).href;
const LONG = Array.from({ length: 40 }, (_, i) => `Delegate ${i} spoke about the harbour.`).join(' ');
const passages = (count: number) => Array.from({ length: count }, (_, i) => `${i}: ${LONG}`);
const noProc = process.platform === 'linux' ? '' : ' (skipped: needs /proc)';

/** Ids of the worker processes that `parent` started. */
async function workersOf(parent: number): Promise<number[]> {
  const pids: number[] = [];
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const [stat, command] = await Promise.all(
      ['stat', 'cmdline'].map((file) => readFile(`/proc/${name}/${file}`, 'utf8').catch(() => '')),
    );
    const parentOf = Number(/\) \S (\d+)/.exec(stat ?? '')?.[1]);
    if (parentOf === parent && command?.includes('model-pool/worker.ts')) pids.push(Number(name));
  }
  return pids;
}

const isRunning = async (pid: number) =>
  /\) [^ZX] /.test(await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''));

/** A program of its own that makes an embedder of two workers and runs `body` on it. */
function program(body: string): ChildProcess {
  const code = `const { createTransformersEmbedder } = await import(${JSON.stringify(adapter)});
    const embedder = await createTransformersEmbedder({ modelDir: ${JSON.stringify(modelDir)}, workers: 2 });
    ${body}`;
  return spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

const lineOf = (child: ChildProcess) =>
  new Promise<string>((resolve) => child.stdout?.once('data', (data) => resolve(String(data).trim())));
const exitOf = (child: ChildProcess) =>
  new Promise<{ code: number | null }>((resolve) => child.once('exit', (code) => resolve({ code })));

describe.skipIf(noProc !== '')(`embedder workers that die${noProc}`, () => {
  it('gives the right vectors though every worker is killed on the way', async () => {
    const embedder = await createTransformersEmbedder({ modelDir, workers: 2 });
    const texts = passages(40);
    const undisturbed = await embedder.embed(texts, { kind: 'passage' });
    const call = embedder.embed(texts, { kind: 'passage' });
    await embedder.embed(['a question, so that the passages are under way'], { kind: 'question' });
    const killed = await workersOf(process.pid);
    expect(killed.length).toBe(2);
    for (const pid of killed) process.kill(pid, 'SIGKILL');
    expect(await call).toEqual(undisturbed);
    expect((await workersOf(process.pid)).some((pid) => killed.includes(pid))).toBe(false);
    await embedder.close();
    expect(await workersOf(process.pid)).toEqual([]);
  });

  it('leaves a worker alone that gets the signals meant for its parent', async () => {
    const embedder = await createTransformersEmbedder({ modelDir, workers: 1 });
    const call = embedder.embed(passages(20), { kind: 'passage' });
    await embedder.embed(['under way?'], { kind: 'question' });
    const before = await workersOf(process.pid);
    for (const pid of before) for (const signal of ['SIGINT', 'SIGTERM']) process.kill(pid, signal);
    await call;
    expect(await workersOf(process.pid)).toEqual(before);
    await embedder.close();
  });

  it('leaves no worker behind when its parent is killed', async () => {
    const child = program(`
      embedder.embed(Array(500).fill(${JSON.stringify(LONG)}), { kind: 'passage' });
      await embedder.embed(['under way?'], { kind: 'question' });
      console.log('busy');`);
    await lineOf(child);
    const workers = await workersOf(child.pid ?? 0);
    expect(workers.length).toBeGreaterThan(0);
    child.kill('SIGKILL');
    await expect
      .poll(async () => (await Promise.all(workers.map(isRunning))).includes(true), { timeout: 30_000 })
      .toBe(false);
  });
});

describe('a program with an embedder', () => {
  it.each([
    ['closes it', 'await embedder.embed(["a"], { kind: "passage" }); await embedder.close();'],
    ['forgets to close it', 'await embedder.embed(["a"], { kind: "passage" });'],
    ['closes it before the model is loaded', 'await embedder.close();'],
    [
      'closes it with work under way',
      'embedder.embed(["a"], { kind: "passage" }).catch(() => {}); await embedder.close();',
    ],
  ])('ends by itself when it %s', async (_, body) => {
    const child = program(body);
    expect(await exitOf(child)).toEqual({ code: 0 });
  });

  it('has its event loop free while texts are embedded', async () => {
    const embedder = await createTransformersEmbedder({ modelDir, workers: 2 });
    // Both workers are loaded first, so that only embedding is under way while the turns are counted.
    await embedder.embed(passages(20), { kind: 'passage' });
    let embedding = true;
    let turns = 0;
    const call = embedder.embed(passages(50), { kind: 'passage' }).finally(() => {
      embedding = false;
    });
    while (embedding) {
      turns++;
      await new Promise((resolve) => setImmediate(resolve));
    }
    // Were the model to run in this process, there would be a turn or two for each text.
    expect(turns).toBeGreaterThan(500);
    await call;
    await embedder.close();
  });
});

describe('model files', () => {
  const folders: string[] = [];
  const copyOfModel = async () => {
    const folder = await mkdtemp(join(tmpdir(), 'citedesk-model-'));
    folders.push(folder);
    await cp(modelDir, folder, { recursive: true });
    return folder;
  };
  afterAll(async () => {
    for (const folder of folders) await rm(folder, { recursive: true });
  });

  it('are all as pinned in this checkout', async () => {
    const reports = await checkModelFiles(modelDir, ALL_MINILM_L6_V2);
    expect(reports.map(({ path, status }) => `${path} ${status}`)).toEqual([
      'onnx/model_quantized.onnx ok',
      'tokenizer.json ok',
      'tokenizer_config.json ok',
      'config.json ok',
    ]);
  });

  it('work from a folder of any name', async () => {
    const folder = await copyOfModel();
    const embedder = await createTransformersEmbedder({ modelDir: folder, workers: 1 });
    expect((await embedder.embed(['a'], { kind: 'question' })).length).toBe(1);
    await embedder.close();
  });

  it.each(['onnx/model_quantized.onnx', 'tokenizer.json', 'config.json'])(
    'are refused when one byte of %s differs',
    async (path) => {
      const folder = await copyOfModel();
      const bytes = await readFile(join(folder, path));
      bytes[1_000 % bytes.length] = (bytes[1_000 % bytes.length] ?? 0) ^ 1;
      await writeFile(join(folder, path), bytes);
      await expect(createTransformersEmbedder({ modelDir: folder })).rejects.toMatchObject({
        code: 'model-damaged',
        message: expect.stringContaining(path),
        fix: expect.stringContaining('git checkout'),
      });
      const damaged = (await checkModelFiles(folder, ALL_MINILM_L6_V2)).filter(
        ({ status }) => status === 'damaged',
      );
      expect(damaged.map((report) => report.path)).toEqual([path]);
    },
  );

  it.each(['onnx/model_quantized.onnx', 'tokenizer_config.json'])(
    'are refused when %s is missing',
    async (path) => {
      const folder = await copyOfModel();
      await rm(join(folder, path));
      await expect(createTransformersEmbedder({ modelDir: folder })).rejects.toMatchObject({
        code: 'model-missing',
        message: expect.stringContaining(path),
      });
    },
  );

  it('are refused when the folder is not there', async () => {
    const folder = join(tmpdir(), 'citedesk-no-such-folder');
    await expect(createTransformersEmbedder({ modelDir: folder })).rejects.toMatchObject({
      code: 'model-missing',
    });
  });

  it.each([0, 1.5, 65])('are not touched for %d workers', async (workers) => {
    await expect(createTransformersEmbedder({ modelDir, workers })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });
});
