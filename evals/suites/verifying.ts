import { judgeFindings } from '../../src/use-cases/verifying/judge-against.ts';
import { randomFrom, sample } from '../asking/random.ts';
import { isHeldOut } from '../asking/split.ts';
import type { EvalContext, Floor, Suite, SuiteResult, Table } from '../suite.ts';
import { areaUnderCurve, balancedAccuracy, bestThreshold } from '../verifying/balanced.ts';
import { areaDifference } from '../verifying/bootstrap.ts';
import { type JudgedPair, judgePair } from '../verifying/judged-pair.ts';
import { findingsFor } from '../verifying/measure.ts';
import type { PairSet } from '../verifying/pair.ts';
import { loadSeenSets } from '../verifying/seen-sets.ts';
import { loadUnseenSets } from '../verifying/unseen-sets.ts';
import { withVerifier } from '../verifying/with-verifier.ts';

/** Pairs of a set at most, and what they are drawn by. */
const PER_SET = 300;
const SEED = 20_260_503;

export const verifyingSuite: Suite = {
  name: 'verify',
  about: 'claims against given sources: word overlap, rules, the model and their combination',
  run,
};

async function run(context: EvalContext): Promise<SuiteResult> {
  const { dataDir } = context;
  if (dataDir === null) return { status: 'skipped', reason: 'No data folder was given.' };
  const sets = [...(await loadUnseenSets(dataDir)), ...(await loadSeenSets(dataDir))];
  const rows = await withVerifier(context, async (verifier) => {
    const measured: Row[] = [];
    for (const set of sets) {
      const pairs = sample(heldOut(set), PER_SET, randomFrom(SEED));
      const findings = await findingsFor(verifier, pairs);
      const judgements = await judgeFindings(verifier, findings);
      const judged = findings.flatMap((one, index) => {
        const [pair, judgement] = [pairs[index], judgements[index]];
        if (pair === undefined || judgement === undefined) return [];
        return [judgePair(pair, one, judgement.score)];
      });
      measured.push(rowOf(set, judged));
      context.print(`${set.name}: ${judged.length} pairs judged`);
    }
    return measured;
  });
  return { status: 'done', tables: [areas(rows), accuracies(rows)], floors: rows.flatMap(floorsOf) };
}

const heldOut = ({ pairs }: PairSet) => pairs.filter(({ group }) => isHeldOut(group));

const RIVALS = ['overlap', 'rules', 'model'] as const;
type Checker = (typeof RIVALS)[number] | 'combined';
const CHECKERS: readonly Checker[] = [...RIVALS, 'combined'];

interface Row {
  readonly set: PairSet;
  readonly pairs: readonly JudgedPair[];
  readonly area: Readonly<Record<Checker, number>>;
  /** At 0.5; of the overlap, which is no probability, at the threshold that suits it best on these pairs. */
  readonly accuracy: Readonly<Record<Checker, number>>;
  /** Upper end of the interval of the combination's area less each rival's. */
  readonly ahead: Readonly<Record<(typeof RIVALS)[number], number>>;
}

function rowOf(set: PairSet, pairs: readonly JudgedPair[]): Row {
  const scored = (checker: Checker) =>
    pairs.map((one) => ({ isSupported: one.isSupported, score: one[checker] }));
  const accuracy = (checker: Checker) => {
    const cases = scored(checker);
    return balancedAccuracy(cases, checker === 'overlap' ? bestThreshold(cases) : 0.5);
  };
  const ahead = (rival: Checker) =>
    areaDifference(
      pairs.map((one) => ({ isSupported: one.isSupported, ours: one.combined, theirs: one[rival] })),
      SEED,
    ).high;
  return {
    set,
    pairs,
    area: {
      overlap: areaUnderCurve(scored('overlap')),
      rules: areaUnderCurve(scored('rules')),
      model: areaUnderCurve(scored('model')),
      combined: areaUnderCurve(scored('combined')),
    },
    accuracy: {
      overlap: accuracy('overlap'),
      rules: accuracy('rules'),
      model: accuracy('model'),
      combined: accuracy('combined'),
    },
    ahead: { overlap: ahead('overlap'), rules: ahead('rules'), model: ahead('model') },
  };
}

const nameOf = ({ set }: Row) => (set.isUnseen ? set.name : `${set.name} *`);

function areas(rows: readonly Row[]): Table {
  return {
    title:
      'Area under the curve; behind: the 95 % interval of the difference lies below 0. The model was trained on the sets marked *',
    columns: ['set', 'pairs', ...CHECKERS, 'behind'],
    rows: rows.map((row) => [
      nameOf(row),
      row.pairs.length,
      ...CHECKERS.map((checker) => row.area[checker]),
      RIVALS.filter((rival) => row.ahead[rival] < 0).join(', ') || 'none',
    ]),
  };
}

function accuracies(rows: readonly Row[]): Table {
  return {
    title: 'Balanced accuracy at 0.5; overlap at the threshold that suits it best on these very pairs',
    columns: ['set', 'pairs', 'supported', ...CHECKERS],
    rows: rows.map((row) => [
      nameOf(row),
      row.pairs.length,
      row.pairs.filter(({ isSupported }) => isSupported).length,
      ...CHECKERS.map((checker) => row.accuracy[checker]),
    ]),
  };
}

// What must not get worse: some three or four of a hundred below what was measured when the weights were last fitted.
const FLOORS: Readonly<Record<string, number>> = {
  NewsNLI: 0.67,
  'Climate-FEVER': 0.48,
  SciFact: 0.6,
  MTRAG: 0.72,
  'RGB answers': 0.88,
};

function floorsOf(row: Row): Floor[] {
  const { name, isUnseen } = row.set;
  if (!isUnseen) return [];
  return [
    { what: `${name}: balanced accuracy`, value: row.accuracy.combined, atLeast: FLOORS[name] ?? 0.5 },
    ...RIVALS.map((rival) => ({ what: `${name}: not behind ${rival}`, value: row.ahead[rival], atLeast: 0 })),
  ];
}
