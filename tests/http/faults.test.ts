import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { serveLocally } from '../fakes/local-server.ts';
import { builtIndex, citedesk, FIXTURE, folder, MODEL_DIR } from './support/cli.ts';

const intact = await builtIndex();

/** A copy of the intact index, changed by `damage`, which gets its folder and its files. */
function damagedIndex(damage: (dir: string, files: readonly string[]) => void): string {
  const dir = join(folder(), 'index');
  cpSync(intact, dir, { recursive: true });
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  damage(dir, files);
  return dir;
}

function damagedModel(): string {
  const dir = join(folder(), 'model');
  cpSync(MODEL_DIR, dir, { recursive: true });
  const path = join(dir, 'onnx/model_quantized.onnx');
  const bytes = readFileSync(path);
  bytes[1_000_000] = (bytes[1_000_000] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  return dir;
}

const findFile = (files: readonly string[], pattern: RegExp) => {
  const found = files.find((file) => pattern.test(file));
  if (found === undefined) throw new Error(`No file ${pattern} among ${files.join(', ')}`);
  return found;
};

// What every command over an index does with a fault: one sentence with its fix, and nothing on stdout.
async function expectFault(
  args: readonly string[],
  words: RegExp,
  env: Record<string, string> = {},
): Promise<void> {
  for (const command of [
    ['ask', 'Who?'],
    ['serve', '--port', '0'],
    ['ask', '--batch', '-'],
  ]) {
    const result = await citedesk([...command, '--corpus', FIXTURE, ...args], {
      env,
      stdin: '{"id":1,"question":"x"}',
    });
    expect(result).toMatchObject({ code: 3, stdout: '', stderr: expect.stringMatching(words) });
    expect(result.stderr.trim().split('\n')).toHaveLength(1);
  }
}

describe('an index', () => {
  it('that is missing', async () => {
    await expectFault(
      ['--index', join(folder(), 'none')],
      /^citedesk: There is no index in .* Run `citedesk index` to make one\.$/m,
    );
  });

  it('that is damaged', async () => {
    const index = damagedIndex((_, files) => {
      const path = findFile(files, /terms\.bin$/);
      writeFileSync(path, readFileSync(path).subarray(0, 40));
    });
    await expectFault(['--index', index], /damaged.*citedesk index --rebuild/);
  });

  it('of a newer format', async () => {
    const index = damagedIndex((dir, files) => {
      const path = findFile(files, /manifest\.json$/);
      const manifest = readFileSync(path, 'utf8').replace(/"formatVersion": \d+/, '"formatVersion": 99');
      writeFileSync(path, manifest);
      const pointer = JSON.parse(readFileSync(join(dir, 'CURRENT'), 'utf8'));
      const hash = createHash('sha256').update(manifest).digest('hex');
      writeFileSync(join(dir, 'CURRENT'), JSON.stringify({ ...pointer, manifestSha256: hash }));
    });
    await expectFault(['--index', index], /newer|99/);
  });
});

describe('weights', () => {
  it('that are damaged', async () => {
    const env = { CITEDESK_MODEL_DIR: damagedModel() };
    await expectFault(['--index', intact], /model_quantized\.onnx.* damaged/, env);
    const doctor = await citedesk(['doctor', '--corpus', FIXTURE, '--index', intact, '--port', '0'], { env });
    expect(doctor).toMatchObject({ code: 1, stdout: expect.stringContaining('✗ model') });
  });

  it('that are missing', async () => {
    await expectFault(['--index', intact], /cannot be read/, { CITEDESK_MODEL_DIR: folder() });
  });
});

describe('a corpus', () => {
  it('that is not there', async () => {
    const result = await citedesk([
      'index',
      '--corpus',
      join(folder(), 'none'),
      '--index',
      join(folder(), 'index'),
    ]);
    expect(result).toMatchObject({
      code: 3,
      stdout: '',
      stderr: expect.stringMatching(/corpus folder .* cannot be read/),
    });
  });
});

describe('a port', () => {
  it('that is in use', async () => {
    const server = await serveLocally(() => undefined);
    const port = String(server.port);
    const flags = ['--port', port, '--corpus', FIXTURE, '--index', intact];
    const result = await citedesk(['serve', ...flags]);
    expect(result).toMatchObject({
      code: 3,
      stdout: '',
      stderr: expect.stringContaining(`Port ${port} of 127.0.0.1 is in use`),
    });
    const doctor = await citedesk(['doctor', ...flags]);
    expect(doctor).toMatchObject({ code: 1, stdout: expect.stringContaining(`Port ${port} is in use`) });
    await server.close();
  });
});

describe('a host', () => {
  it('that others can reach needs a token', async () => {
    const result = await citedesk([
      'serve',
      '--host',
      '0.0.0.0',
      '--port',
      '0',
      '--corpus',
      FIXTURE,
      '--index',
      intact,
    ]);
    expect(result).toMatchObject({ code: 2, stderr: expect.stringContaining('CITEDESK_TOKEN') });
  });
});
