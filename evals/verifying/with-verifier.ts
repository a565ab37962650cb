import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTransformersVerifier } from '../../src/adapters/verifier/cross-encoder-verifier.ts';
import type { ClaimVerifier } from '../../src/ports/claim-verifier.ts';
import type { EvalContext } from '../suite.ts';
import { createCachedVerifier } from './cached-verifier.ts';

const MODEL_DIR = fileURLToPath(new URL('../../models/citedesk-verify', import.meta.url));

/** Works with the product's verifier, whose scores are kept where a cache folder is given. */
export async function withVerifier<T>(
  { cacheDir, print }: Pick<EvalContext, 'cacheDir' | 'print'>,
  work: (verifier: ClaimVerifier) => Promise<T>,
): Promise<T> {
  const verifier = await createTransformersVerifier({ modelDir: MODEL_DIR });
  try {
    return await work(
      cacheDir === null
        ? verifier
        : await createCachedVerifier({ verifier, dir: join(cacheDir, 'verifying'), print }),
    );
  } finally {
    await verifier.close();
  }
}
