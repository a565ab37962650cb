import { createServer } from 'node:net';
import { ALL_MINILM_L6_V2 } from '../adapters/embedder/known-model.ts';
import { checkModelFiles, fingerprintOf } from '../adapters/model-pool/model-files.ts';
import { createFolderSource } from '../adapters/source/folder-source.ts';
import { createLocalIndexStore } from '../adapters/storage/local-index-store.ts';
import type { Probes } from '../use-cases/diagnose.ts';
import { recipeFor } from '../use-cases/indexing/open-previous.ts';
import type { Config } from './config.ts';
import { hasPages } from './pages.ts';
import { parsers } from './parsers.ts';

/** What `doctor` asks this machine; the model is not loaded for it. */
export async function nodeProbes({ corpus, index, modelDir, host, port }: Config): Promise<Probes> {
  const { name, dimensions, windowTokens, markTokens } = ALL_MINILM_L6_V2;
  const fingerprint = fingerprintOf(ALL_MINILM_L6_V2);
  const recipe = await recipeFor({ name, dimensions, maxTokens: windowTokens - markTokens, fingerprint });
  const { node } = process.versions;
  return {
    runtimeVersion: node,
    isRuntimeSupported: isSupported(node),
    modelFiles: () => checkModelFiles(modelDir, ALL_MINILM_L6_V2),
    modelFix: `Restore ${modelDir} from the repository: "git checkout -- models".`,
    source: createFolderSource({ dir: corpus }),
    parsers,
    store: createLocalIndexStore({ dir: index }),
    fingerprint: recipe.fingerprint,
    hasPage: () => hasPages(),
    port,
    isPortFree: () => isPortFree(host, port),
  };
}

function isSupported(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}

function isPortFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    );
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}
