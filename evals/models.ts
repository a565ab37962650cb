import { fileURLToPath } from 'node:url';
import { embedTask } from '../src/adapters/embedder/embed-task.ts';
import { createPooledEmbedder } from '../src/adapters/embedder/transformers-embedder.ts';
import { createModelPool, type ModelPool } from '../src/adapters/model-pool/model-pool.ts';
import { createPooledVerifier } from '../src/adapters/verifier/cross-encoder-verifier.ts';
import type { ClaimVerifier } from '../src/ports/claim-verifier.ts';
import type { Embedder } from '../src/ports/embedder.ts';

/** The weights that come with the program. */
export const MODEL_DIR = fileURLToPath(new URL('../models/all-MiniLM-L6-v2', import.meta.url));
const VERIFIER_DIR = fileURLToPath(new URL('../models/citedesk-verify', import.meta.url));

/** The product's models in the processes of one pool, each made when it is first asked for. */
export interface Models {
  readonly embedder: () => Promise<Embedder>;
  readonly verifier: () => Promise<ClaimVerifier>;
  /** Ends the processes, which would keep the program alive. */
  readonly close: () => Promise<void>;
}

export function createModels(modelDir: string): Models {
  let pool: ModelPool | null = null;
  let embedder: Promise<Embedder> | null = null;
  let verifier: Promise<ClaimVerifier> | null = null;
  const shared = () => {
    pool ??= createModelPool({ preload: embedTask(modelDir) });
    return pool;
  };
  return {
    embedder: () => {
      embedder ??= createPooledEmbedder({ modelDir, pool: shared() });
      return embedder;
    },
    verifier: () => {
      verifier ??= createPooledVerifier({ modelDir: VERIFIER_DIR, pool: shared() });
      return verifier;
    },
    close: async () => pool?.close(),
  };
}
