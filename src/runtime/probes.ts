import { createServer } from 'node:net';
import { ALL_MINILM_L6_V2 } from '../adapters/embedder/known-model.ts';
import { checkModelFiles, fingerprintOf, type ModelFileReport } from '../adapters/model-pool/model-files.ts';
import { createFolderSource } from '../adapters/source/folder-source.ts';
import { createLocalIndexStore } from '../adapters/storage/local-index-store.ts';
import { CITEDESK_VERIFY } from '../adapters/verifier/known-model.ts';
import type { Probes } from '../use-cases/diagnose.ts';
import { recipeFor } from '../use-cases/indexing/open-previous.ts';
import type { Config } from './config.ts';
import { keyVariableOf, type ModelSettings, modelKey, modelName } from './model-settings.ts';
import { hasPages } from './pages.ts';
import { parsers } from './parsers.ts';

/** What `doctor` asks this machine; no model is loaded for it. */
export async function nodeProbes(config: Config): Promise<Probes> {
  const { corpus, index, modelDir, verifierDir, host, port, answerer, verifier } = config;
  const { name, dimensions, windowTokens, markTokens } = ALL_MINILM_L6_V2;
  const fingerprint = fingerprintOf(ALL_MINILM_L6_V2);
  const recipe = await recipeFor({ name, dimensions, maxTokens: windowTokens - markTokens, fingerprint });
  const { node } = process.versions;
  return {
    runtimeVersion: node,
    isRuntimeSupported: isSupported(node),
    modelFiles: () => allModelFiles(config),
    modelFix: `Restore ${modelDir} and ${verifierDir} from the repository: "git checkout -- models".`,
    source: createFolderSource({ dir: corpus }),
    parsers,
    store: createLocalIndexStore({ dir: index }),
    fingerprint: recipe.fingerprint,
    answerer: answerer === undefined ? null : modelProbe(answerer),
    verifier: verifier === undefined ? null : modelProbe(verifier),
    hasPage: () => hasPages(),
    port,
    isPortFree: () => isPortFree(host, port),
  };
}

function modelProbe(settings: ModelSettings): Probes['answerer'] {
  const isMissing = modelKey(settings, process.env) === 'missing';
  return { name: modelName(settings), missingKey: isMissing ? keyVariableOf(settings) : null };
}

/** The files of both models; a path begins with the name of its model. */
async function allModelFiles({ modelDir, verifierDir }: Config): Promise<ModelFileReport[]> {
  const models = [
    { dir: modelDir, model: ALL_MINILM_L6_V2 },
    { dir: verifierDir, model: CITEDESK_VERIFY },
  ];
  const reports = models.map(async ({ dir, model }) =>
    (await checkModelFiles(dir, model)).map((report) => ({
      ...report,
      path: `${model.name}/${report.path}`,
    })),
  );
  return (await Promise.all(reports)).flat();
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
