import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '../../src/http/context.ts';
import { createDeskApp } from '../../src/http/desk-app.ts';
import { mergeSettings, PACKAGE_ROOT } from '../../src/runtime/config.ts';
import { createNodePreset } from '../../src/runtime/node.ts';
import type { Desk } from '../../src/use-cases/desk.ts';

/** The program as `serve` wires it, over the sample corpus, in a folder of its own that is gone afterwards. */
export async function withWholeProgram<T>(
  use: (program: { readonly desk: Desk; readonly app: App }) => Promise<T>,
): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), 'citedesk-program-'));
  const corpus = join(PACKAGE_ROOT, 'corpus');
  const preset = await createNodePreset({ ...mergeSettings([], dir), corpus, index: join(dir, 'index') });
  try {
    for await (const event of preset.build({})) void event;
    const { desk } = preset;
    const access = { isLoopback: true, token: null, allowedOrigins: [], allowedHosts: [] };
    return await use({
      desk,
      app: createDeskApp({ desk, access, monotonicMs: () => 0, now: () => '1970-01-01' }),
    });
  } finally {
    await preset.close();
    await rm(dir, { recursive: true, force: true });
  }
}
