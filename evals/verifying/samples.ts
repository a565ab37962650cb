import type { ClaimVerifier } from '../../src/ports/claim-verifier.ts';
import { settledByRules } from '../../src/verification/combine.ts';
import type { FeatureName } from '../../src/verification/feature-names.ts';
import { featuresOf } from '../../src/verification/features.ts';
import { randomFrom, sample } from '../asking/random.ts';
import { isHeldOut } from '../asking/split.ts';
import { findingsFor } from './measure.ts';
import type { LabelledPair } from './pair.ts';
import { plantedPairs } from './planted-pairs.ts';
import { loadSeenSets } from './seen-sets.ts';
import { loadUnseenSets } from './unseen-sets.ts';

/** A labelled pair, measured. */
export interface Sample {
  readonly set: string;
  readonly isUnseen: boolean;
  readonly group: string;
  readonly row: Readonly<Record<FeatureName, number>>;
  readonly isSupported: boolean;
  /** True where rules alone decide, so that the weights have no say. */
  readonly isSettled: boolean;
}

/** Pairs of a set at most: more would take hours for weights that no longer move. */
const PER_SET = 900;
const PLANTED_PER_KIND = 120;
const SEED = 7;

/** Name of the planted edits among the sets. */
export const PLANTED = 'planted edits';

/** Measures the pairs that are not held out. */
export async function takeSamples(options: {
  readonly dataDir: string;
  readonly verifier: ClaimVerifier;
  readonly print: (line: string) => void;
}): Promise<Sample[]> {
  const { dataDir, verifier, print } = options;
  const sets = [...(await loadSeenSets(dataDir)), ...(await loadUnseenSets(dataDir))];
  const planted = await plantedPairs(dataDir, { perKind: PLANTED_PER_KIND, seed: SEED, heldOut: false });
  const samples: Sample[] = [];
  const measure = async (set: string, isUnseen: boolean, pairs: readonly LabelledPair[]) => {
    const findings = await findingsFor(verifier, pairs);
    findings.forEach((one, index) => {
      const { group = '', isSupported = false } = pairs[index] ?? {};
      const row = featuresOf(one.claim, one.reading, one.scores);
      samples.push({ set, isUnseen, group, row, isSupported, isSettled: settledByRules(one) !== null });
    });
    print(`${set}: ${pairs.length} pairs measured`);
  };
  for (const { name, isUnseen, pairs } of sets) {
    const usable = pairs.filter(({ group }) => !isHeldOut(group));
    await measure(name, isUnseen, sample(usable, PER_SET, randomFrom(SEED)));
  }
  await measure(PLANTED, true, planted);
  return samples;
}
