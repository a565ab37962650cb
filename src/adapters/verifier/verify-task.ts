// What a worker of the pool imports to judge: one pair to its scores.
import { resolve } from 'node:path';
import type { ClaimPair, SupportScores } from '../../ports/claim-verifier.ts';
import type { LoadTask, ModelTask } from '../model-pool/model-task.ts';
import { CITEDESK_VERIFY } from './known-model.ts';

/** Imported by the pool's processes, by URL. @public */
export const load: LoadTask<ClaimPair, SupportScores> = async (modelDir) => {
  // Only a worker loads the native runtime; the main process imports this file for `verifyTask` alone.
  const { loadJudge } = await import('./judge.ts');
  return loadJudge(modelDir, CITEDESK_VERIFY);
};

/** The task of judging one pair with the model of a folder. */
export function verifyTask(modelDir: string): ModelTask<ClaimPair, SupportScores> {
  return { errorCode: 'verifier-failed', module: import.meta.url, modelDir: resolve(modelDir) };
}
