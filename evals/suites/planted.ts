import { judgeFindings } from '../../src/use-cases/verifying/judge-against.ts';
import type { Combined } from '../../src/verification/combine.ts';
import { EXPECTED, type ItemKind } from '../checking/planted-items.ts';
import type { EvalContext, Floor, Suite, SuiteResult } from '../suite.ts';
import { findingsFor } from '../verifying/measure.ts';
import { plantedPairs } from '../verifying/planted-pairs.ts';
import { withVerifier } from '../verifying/with-verifier.ts';

/** Sentences of a kind at most; of the articles that no weight was fitted on. */
const PER_KIND = 100;
const SEED = 20_260_503;

export const plantedSuite: Suite = {
  name: 'planted',
  about: 'planted edits of news sentences, each against the article that it was made from',
  run,
};

interface Judged {
  readonly kind: ItemKind;
  readonly combined: Combined;
  readonly codes: readonly string[];
}

async function run(context: EvalContext): Promise<SuiteResult> {
  const { dataDir } = context;
  if (dataDir === null) return { status: 'skipped', reason: 'No data folder was given.' };
  const pairs = await plantedPairs(dataDir, { perKind: PER_KIND, seed: SEED, heldOut: true });
  const judgements = await withVerifier(context, async (verifier) =>
    judgeFindings(verifier, await findingsFor(verifier, pairs)),
  );
  const judged = judgements.flatMap((combined, index): Judged[] => {
    const kind = pairs[index]?.item.kind;
    const codes = combined.reasons.map(({ code }) => code);
    return kind === undefined ? [] : [{ kind, combined, codes }];
  });
  const rows = [...new Set(judged.map(({ kind }) => kind))].sort().map((kind) =>
    rowOf(
      kind,
      judged.filter((one) => one.kind === kind),
    ),
  );
  const percent = (share: number | null) => (share === null ? null : `${(share * 100).toFixed(1)} %`);
  return {
    status: 'done',
    tables: [
      {
        title: 'Planted edits, each against its own article; flagged: a score below 0.5',
        columns: ['kind', 'sentences', 'flagged', 'of those with the right reason', 'contradicted'],
        rows: rows.map((row) => [
          row.kind,
          row.count,
          percent(row.flagged),
          percent(row.rightReason),
          percent(row.contradicted),
        ]),
      },
    ],
    floors: rows.flatMap(floorsOf),
  };
}

interface Row {
  readonly kind: ItemKind;
  readonly count: number;
  readonly flagged: number;
  /** Null for what should pass. */
  readonly rightReason: number | null;
  readonly contradicted: number;
}

function rowOf(kind: ItemKind, judged: readonly Judged[]): Row {
  const flagged = judged.filter(({ combined }) => combined.score < 0.5);
  const expected = EXPECTED[kind];
  const right = flagged.filter(({ codes }) => expected !== null && codes.includes(expected));
  const contradicted = judged.filter(({ combined }) => combined.verdict === 'contradicted');
  return {
    kind,
    count: judged.length,
    flagged: flagged.length / judged.length,
    rightReason: expected === null ? null : right.length / Math.max(1, flagged.length),
    contradicted: contradicted.length / judged.length,
  };
}

// The promise of each kind: the share flagged, or, of what should pass, let through.
const FLOORS: Readonly<Record<ItemKind, number>> = {
  number: 0.97,
  date: 0.97,
  quotation: 0.97,
  name: 0.95,
  negation: 0.95,
  speaker: 0.9,
  quoted: 0.99,
  untouched: 0.99,
  reworded: 0.94,
};

function floorsOf({ kind, flagged, rightReason }: Row): Floor[] {
  if (rightReason === null)
    return [{ what: `${kind}: let through`, value: 1 - flagged, atLeast: FLOORS[kind] }];
  return [
    { what: `${kind}: flagged`, value: flagged, atLeast: FLOORS[kind] },
    { what: `${kind}: right reason`, value: rightReason, atLeast: 0.9 },
  ];
}
