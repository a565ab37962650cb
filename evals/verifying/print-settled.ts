/**
 * Of the judged pairs, those that rules alone call contradicted, and how many of them people found supported:
 * `node evals/verifying/print-settled.ts DATA_DIR`. All pairs of each set; no model is asked.
 */
import type { ClaimVerifier } from '../../src/ports/claim-verifier.ts';
import { settledByRules } from '../../src/verification/combine.ts';
import { tableLines } from '../table.ts';
import { findingsFor } from './measure.ts';
import { plantedPairs } from './planted-pairs.ts';
import { loadSeenSets } from './seen-sets.ts';
import { loadUnseenSets } from './unseen-sets.ts';

const [dataDir] = process.argv.slice(2);
if (dataDir === undefined) throw new Error('Usage: node evals/verifying/print-settled.ts DATA_DIR');

const NOTHING = { supports: 0, saysNothing: 1, contradicts: 0 };
const unasked: ClaimVerifier = {
  model: { name: 'none', maxTokens: 256, fingerprint: 'none' },
  verify: async (pairs) => pairs.map(() => NOTHING),
  close: async () => {},
};

/** Planted edits of a kind, as many as the fit of the weights sees. */
const PLANTED = { perKind: 120, seed: 7, heldOut: false };

const sets = [
  ...(await loadSeenSets(dataDir)),
  ...(await loadUnseenSets(dataDir)),
  { name: 'planted edits', pairs: await plantedPairs(dataDir, PLANTED) },
];
const rows = [];
for (const { name, pairs } of sets) {
  const findings = await findingsFor(unasked, pairs);
  const told = pairs.filter((_, at) => {
    const one = findings[at];
    return one !== undefined && settledByRules(one)?.verdict === 'contradicted';
  });
  const wrong = told.filter(({ isSupported }) => isSupported).length;
  rows.push([name, pairs.length, told.length, wrong]);
}
const columns = ['set', 'pairs', 'called contradicted', 'supported after all'];
for (const line of tableLines({ title: 'What rules alone contradict', columns, rows }))
  process.stdout.write(`${line}\n`);
