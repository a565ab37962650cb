import { expect, it } from 'vitest';
import { restAfterFailures } from '../../../../src/adapters/verifier/rest-after-failures.ts';
import { CitedeskError } from '../../../../src/domain/errors.ts';
import type { ClaimVerifier } from '../../../../src/ports/claim-verifier.ts';
import { createFakeClaimVerifier } from '../../../fakes/fake-claim-verifier.ts';

const PAIRS = [{ claim: 'It rained.', source: 'It rained.' }];

function failing(fault: () => CitedeskError | null) {
  const fake = createFakeClaimVerifier();
  let calls = 0;
  const verifier: ClaimVerifier = {
    ...fake,
    verify: (pairs, options) => {
      calls++;
      const error = fault();
      return error === null ? fake.verify(pairs, options) : Promise.reject(error);
    },
  };
  return { verifier: restAfterFailures(verifier), calls: () => calls };
}

it('leaves a verifier alone that fails again and again, and tries it again later', async () => {
  let isBroken = true;
  const { verifier, calls } = failing(() =>
    isBroken ? new CitedeskError('verifier-failed', 'The language model failed.') : null,
  );
  const words: string[] = [];
  for (let call = 0; call < 60; call++) {
    await verifier.verify(PAIRS).catch((error: Error) => words.push(error.message));
  }
  expect(calls()).toBe(4);
  expect(words).toHaveLength(60);
  expect(words[3]).toBe('The language model is not asked for a while, since it failed 3 times in a row.');
  isBroken = false;
  for (let call = 0; call < 50; call++) await verifier.verify(PAIRS).catch(() => {});
  expect((await verifier.verify(PAIRS)).length).toBe(1);
});

it('goes on after single failures, and takes no abort for one', async () => {
  let call = 0;
  const { verifier, calls } = failing(() => {
    call++;
    if (call % 3 === 0) return null;
    const code = call % 2 === 0 ? 'aborted' : 'verifier-failed';
    return new CitedeskError(code, 'Not now.');
  });
  for (let one = 0; one < 30; one++) await verifier.verify(PAIRS).catch(() => {});
  expect(calls()).toBe(30);
});
