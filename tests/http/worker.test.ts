import { mkdtempSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import { post } from './support/app.ts';

const entry = fileURLToPath(new URL('../../src/runtime/worker.ts', import.meta.url));

interface Bundle {
  /** Path of the bundle's first file. */
  readonly file: string;
  /** Modules of Node that the bundle asks for. */
  readonly nodeModules: readonly string[];
}

async function bundleWorker(): Promise<Bundle> {
  const nodeModules: string[] = [];
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'record-node-modules',
        enforce: 'pre',
        resolveId(id) {
          if (id.startsWith('node:') || builtinModules.includes(id)) nodeModules.push(id);
          return null;
        },
      },
    ],
    build: {
      write: false,
      minify: false,
      target: 'es2024',
      lib: { entry, formats: ['es'], fileName: () => 'worker.mjs' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (output === undefined || !('output' in output)) throw new Error('The bundler gave no output.');
  const dir = mkdtempSync(join(tmpdir(), 'worker-'));
  for (const chunk of output.output) {
    if (chunk.type === 'chunk') writeFileSync(join(dir, chunk.fileName), chunk.code);
  }
  return { file: join(dir, output.output[0].fileName), nodeModules };
}

describe('the Worker', () => {
  it('bundles without a module of Node, and says honestly that it has no index', async () => {
    const { file, nodeModules } = await bundleWorker();
    expect(nodeModules).toEqual([]);
    const { default: worker } = await import(pathToFileURL(file).href);
    const health = await worker.fetch(new Request('https://desk.example/healthz'));
    expect(health.status).toBe(503);
    expect(await health.json()).toMatchObject({
      status: 'not-ready',
      missing: [{ code: 'index-missing', detail: 'The Worker preset has no index bound yet.' }],
    });
    const answer = await worker.fetch(new Request('https://desk.example/api/ask', post({ question: 'x' })));
    expect(await answer.json()).toMatchObject({ status: 503, code: 'index-missing' });
    expect((await worker.fetch(new Request('https://desk.example/openapi.json'))).status).toBe(200);
    const list = post(
      { jsonrpc: '2.0', id: 1, method: 'tools/list' },
      { accept: 'application/json, text/event-stream' },
    );
    const tools = await worker.fetch(new Request('https://desk.example/mcp', list));
    expect(await tools.text()).toContain('"name":"check_draft"');
  });
});
