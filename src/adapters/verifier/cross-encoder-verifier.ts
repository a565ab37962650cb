import type { ClaimVerifier } from '../../ports/claim-verifier.ts';
import { fingerprintOf, requireModelFiles } from '../model-pool/model-files.ts';
import { createModelPool, type ModelPool } from '../model-pool/model-pool.ts';
import { CITEDESK_VERIFY } from './known-model.ts';
import { verifyTask } from './verify-task.ts';

export interface TransformersVerifierOptions {
  /** Folder of the model, as vendored under `models/`. */
  readonly modelDir: string;
  /** Processes at most, 1 to 64; one for each core, up to eight, unless told. */
  readonly workers?: number;
}

/**
 * A verifier on @huggingface/transformers in child processes of its own, one thread each. The model's
 * files are checked by hash first: throws `model-missing` or `model-damaged`.
 */
export async function createTransformersVerifier(
  options: TransformersVerifierOptions,
): Promise<ClaimVerifier> {
  const { modelDir, workers } = options;
  const pool = createModelPool({ preload: verifyTask(modelDir), workers });
  try {
    const verifier = await createPooledVerifier({ modelDir, pool });
    return { ...verifier, close: () => pool.close() };
  } catch (error) {
    await pool.close();
    throw error;
  }
}

/**
 * The same verifier in the processes of a pool that others share and its maker closes; `close` of the
 * verifier itself does nothing. A process loads the model with the first pair that it gets.
 */
export async function createPooledVerifier(options: {
  readonly modelDir: string;
  readonly pool: ModelPool;
}): Promise<ClaimVerifier> {
  const { modelDir, pool } = options;
  const { name, windowTokens, markTokens } = CITEDESK_VERIFY;
  await requireModelFiles(modelDir, CITEDESK_VERIFY);
  const task = verifyTask(modelDir);
  return {
    model: { name, maxTokens: windowTokens - markTokens, fingerprint: fingerprintOf(CITEDESK_VERIFY) },
    verify: (pairs, { urgent = false, signal } = {}) => pool.run(task, pairs, { urgent, signal }),
    close: async () => {},
  };
}
