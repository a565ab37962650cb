import { createHash } from 'node:crypto';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClaimPair, ClaimVerifier, SupportScores } from '../../src/ports/claim-verifier.ts';

/** Pairs handed on at a time: what is lost when a run is stopped. */
const BATCH = 400;

/**
 * A verifier that keeps its scores in a folder, by model and pair, so that weights can be fitted again
 * without asking it twice. `close` closes the verifier behind it.
 */
export async function createCachedVerifier(options: {
  readonly verifier: ClaimVerifier;
  readonly dir: string;
  readonly print: (line: string) => void;
}): Promise<ClaimVerifier> {
  const { verifier, dir, print } = options;
  await mkdir(dir, { recursive: true });
  const path = join(dir, `scores-${verifier.model.fingerprint.slice(0, 16)}.jsonl`);
  const known = await readScores(path);
  return {
    model: verifier.model,
    close: () => verifier.close(),
    async verify(pairs, verifyOptions) {
      const keyed = new Map(pairs.map((pair) => [keyOf(pair), pair]));
      const missing = [...keyed].filter(([key]) => !known.has(key));
      for (let from = 0; from < missing.length; from += BATCH) {
        const part = missing.slice(from, from + BATCH);
        const scores = await verifier.verify(
          part.map(([, pair]) => pair),
          verifyOptions,
        );
        const fresh = part.map(([key], index) => [key, scores[index] ?? NOTHING] as const);
        for (const [key, score] of fresh) known.set(key, score);
        await appendFile(path, fresh.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
        if (missing.length > BATCH) print(`scored ${from + part.length} of ${missing.length} windows`);
      }
      return pairs.map((pair) => known.get(keyOf(pair)) ?? NOTHING);
    },
  };
}

const NOTHING: SupportScores = { supports: 0, saysNothing: 1, contradicts: 0 };

const keyOf = ({ claim, source }: ClaimPair) =>
  createHash('sha256')
    .update(JSON.stringify([claim, source]))
    .digest('hex')
    .slice(0, 24);

async function readScores(path: string): Promise<Map<string, SupportScores>> {
  const file = await readFile(path, 'utf8').catch(() => '');
  const lines = file.split('\n').filter((line) => line.endsWith(']'));
  return new Map(lines.map((line): [string, SupportScores] => JSON.parse(line)));
}
