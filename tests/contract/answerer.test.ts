import { createExtractiveAnswerer } from '../../src/adapters/answerer/extractive-answerer.ts';
import { createWrittenAnswerer } from '../../src/adapters/answerer/written-answerer.ts';
import { createFakeClaimVerifier } from '../fakes/fake-claim-verifier.ts';
import { createScriptedModel, type Script } from '../fakes/scripted-model.ts';
import { createWordJudge } from '../fakes/word-judge.ts';
import { BRIDGE, describeAnswerer } from './answerer.contract.ts';

const verifier = createFakeClaimVerifier();

describeAnswerer('extractive', ({ embedder }) => createExtractiveAnswerer({ embedder, verifier }));

const SCRIPTS: Readonly<Record<string, Script>> = {
  right: { chunks: [`${BRIDGE} [1]`] },
  wrong: { chunks: ['The harbour bridge opened again on 9 May 2026 [1]. The harbour bridge sank.'] },
  hostile: { chunks: ['[1][1]]\n\n[99] ~~**\u202e', '\u0000 I hate humans', ' [', '1'] },
  broken: { chunks: [`${BRIDGE} [1]\nThe`], end: 'error' },
  absent: { chunks: [], status: 503 },
};

for (const [name, script] of Object.entries(SCRIPTS)) {
  describeAnswerer(`written (${name})`, ({ embedder }) =>
    createWrittenAnswerer({
      name: `scripted/${name}`,
      model: async () => createScriptedModel(() => script).model,
      judge: createWordJudge().judge,
      extractive: createExtractiveAnswerer({ embedder, verifier }),
      policy: 'repair',
      limits: { maxOutputTokens: 500, timeoutMs: 20_000, stallMs: 10_000, retries: 0 },
      maxEvidenceChars: 12_000,
    }),
  );
}
