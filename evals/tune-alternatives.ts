/**
 * Prints what the limits of `src/use-cases/verifying/alternative-limits.ts` cost and find, and chooses them:
 * `node evals/tune-alternatives.ts DATA_DIR [CACHE_DIR]`. The same data gives the same figures.
 *
 * A true claim that is called contradicted costs as much as five edits that are not found with their reason:
 * an editor who is sent after nothing stops reading. Chosen on each half of the subjects in turn, one limit
 * after the other until none gets better, and measured on the other half.
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ALTERNATIVE_LIMITS, type AlternativeLimits } from '../src/use-cases/verifying/alternative-limits.ts';
import { judge } from '../src/use-cases/verifying/judge-against.ts';
import {
  type AskedAlternative,
  askAlternatives,
  settleAlternatives,
  type Tried,
} from '../src/use-cases/verifying/try-alternatives.ts';
import { seedOf } from './asking/random.ts';
import { mean } from './metrics.ts';
import type { Cell } from './suite.ts';
import { tableLines } from './table.ts';
import { type EditedClaim, editedClaims } from './verifying/edited-claims.ts';
import { findingsFor } from './verifying/measure.ts';
import { withVerifier } from './verifying/with-verifier.ts';

const FALSE_COST = 5;

/** One subject in so many is measured: enough for limits that are tried in coarse steps. */
const SAMPLED = 4;

const CODES = [
  'name-mismatch',
  'date-mismatch',
  'negation-mismatch',
  'number-mismatch',
  'missing-detail',
] as const;
const BELIEVED = [0, 1, 2, 3, 4, 5].map((count) => new Set(CODES.slice(0, count)));

// The strictest first: of two that are as good it is taken.
const TRIED: { readonly [Key in keyof AlternativeLimits]: readonly AlternativeLimits[Key][] } = {
  sentences: [1, 2],
  isNextTried: [false, true],
  reads: ['sentence', 'with-before', 'either'],
  leastGain: [6, 5, 4.5, 4, 3.5, 3, 2.5, 2, 1.5, 1],
  leastSupport: [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3],
  leastContradicts: [0.5, 0.7],
  believed: BELIEVED,
  sameMatter: [1, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0],
};

/** A claim with what the model says of all its alternatives, however it is read. */
interface Sample {
  readonly claim: EditedClaim;
  readonly tried: Tried;
  readonly asked: readonly AskedAlternative[];
}

async function takeSamples(dataDir: string, cacheDir: string): Promise<Sample[]> {
  const print = (line: string) => void process.stderr.write(`${line}\n`);
  const claims = (await editedClaims(dataDir)).filter(
    ({ group }) => seedOf(`sampled ${group}`) % SAMPLED === 0,
  );
  return withVerifier({ cacheDir, print }, async (verifier) => {
    const tried = (await findingsFor(verifier, claims)).map((findings) => ({
      findings,
      judgement: judge(findings),
    }));
    // The most that is tried: fewer sentences, and one way of reading them, are a part of it.
    const sentences = Math.max(...TRIED.sentences);
    const limits = { ...ALTERNATIVE_LIMITS, sentences, isNextTried: true, reads: 'either' as const };
    const asked = await askAlternatives(verifier, tried, { limits });
    return claims.flatMap((claim, index) => {
      const one = tried[index];
      return one === undefined ? [] : [{ claim, tried: one, asked: asked[index] ?? [] }];
    });
  });
}

// A sentence alone begins where it begins in its document; one that is read with another is longer than it.
function readAs({ findings }: Tried, asked: readonly AskedAlternative[], { reads }: AlternativeLimits) {
  if (reads === 'either') return asked;
  const { text } = findings.reading.source.document;
  const first = findings.reading.source.sentences[0]?.span.start;
  return asked.filter(({ source, sentence }) => {
    const isAlone = source === text.slice(sentence.start, sentence.end);
    return reads === 'sentence' ? isAlone : !isAlone || sentence.start === first;
  });
}

/** Shares, 0 to 1. */
interface Measured {
  /** Of the true claims, those called contradicted. */
  readonly falsely: number;
  /** Of the edits, those called contradicted for the right reason. */
  readonly found: number;
  readonly cost: number;
}

const WORDINGS = ['copied', 'retold'] as const;

function measure(samples: readonly Sample[], limits: AlternativeLimits): Record<string, Measured> {
  const outcomes = samples.map(({ claim, tried, asked }) => {
    const { verdict, reasons } = settleAlternatives(tried, readAs(tried, asked, limits), limits);
    const isContradicted = verdict === 'contradicted';
    const isRight = isContradicted && reasons.some(({ code }) => code === claim.expected);
    return { claim, isContradicted, isRight };
  });
  const measured = WORDINGS.map((wording) => {
    const own = outcomes.filter(({ claim }) => claim.wording === wording);
    const falsely = mean(
      own.filter(({ claim }) => claim.expected === null).map((one) => +one.isContradicted),
    );
    const found = mean(own.filter(({ claim }) => claim.expected !== null).map((one) => +one.isRight));
    return [wording, { falsely, found, cost: FALSE_COST * falsely + 1 - found }] as const;
  });
  return Object.fromEntries(measured);
}

const costOf = (samples: readonly Sample[], limits: AlternativeLimits) =>
  mean(Object.values(measure(samples, limits)).map(({ cost }) => cost));

/** All limits that differ from these in one. */
function neighboursOf(limits: AlternativeLimits): AlternativeLimits[] {
  // The keys are those of the limits.
  const keys = Object.keys(TRIED) as (keyof AlternativeLimits)[];
  return keys.flatMap((key) => TRIED[key].map((value) => ({ ...limits, [key]: value })));
}

/** What a limit less is worth where it makes no difference: nothing within this. */
const NOISE = 0.002;

function choose(samples: readonly Sample[]): AlternativeLimits {
  let chosen = ALTERNATIVE_LIMITS;
  let cost = costOf(samples, chosen);
  for (;;) {
    const [best] = neighboursOf(chosen)
      .map((limits) => ({ limits, cost: costOf(samples, limits) }))
      .toSorted((a, b) => a.cost - b.cost);
    if (best === undefined || best.cost >= cost - NOISE) return chosen;
    chosen = best.limits;
    cost = best.cost;
  }
}

const shown = (value: AlternativeLimits[keyof AlternativeLimits]) =>
  typeof value === 'object'
    ? [...value].map((code) => code.split('-')[0]).join('+') || 'none'
    : String(value);
const limitsLine = (limits: AlternativeLimits) =>
  Object.entries(limits)
    .map(([key, value]) => `${key} ${shown(value)}`)
    .join(', ');

function rowOf(name: string, samples: readonly Sample[], limits: AlternativeLimits): Cell[] {
  const measured = measure(samples, limits);
  const cells = WORDINGS.flatMap((wording) => {
    const { falsely = 0, found = 0 } = measured[wording] ?? {};
    return [falsely, found];
  });
  return [name, ...cells, costOf(samples, limits)];
}

const COLUMNS = ['', ...WORDINGS.flatMap((wording) => [`${wording}: falsely`, 'found']), 'cost'];

const [dataDir, cacheDir = join(tmpdir(), 'citedesk-evals')] = process.argv.slice(2);
if (dataDir === undefined) throw new Error('Usage: node evals/tune-alternatives.ts DATA_DIR [CACHE_DIR]');
const samples = await takeSamples(dataDir, cacheDir);
const print = (line: string) => void process.stdout.write(`${line}\n`);
// Not the lowest bit: by that the sample was drawn.
const halfOf = ({ claim }: Sample) => (seedOf(claim.group) >>> 12) % 2;
const halves = [0, 1].map((half) => samples.filter((one) => halfOf(one) === half));
const counts = WORDINGS.map((wording) => {
  const own = samples.filter(({ claim }) => claim.wording === wording);
  return `${own.filter(({ claim }) => claim.expected === null).length} true, ${own.filter(({ claim }) => claim.expected !== null).length} edited, ${wording}`;
});
print(counts.join('; '));
const across = halves.flatMap((half, at) => {
  const other = halves[1 - at] ?? [];
  const limits = choose(half);
  print(`chosen on half ${at + 1}: ${limitsLine(limits)}`);
  return [
    rowOf(`half ${2 - at}, limits of half ${at + 1}`, other, limits),
    rowOf(`half ${2 - at}, limits as they are`, other, ALTERNATIVE_LIMITS),
  ];
});
const chosen = choose(samples);
print(`chosen on all: ${limitsLine(chosen)}`);
const none = { ...ALTERNATIVE_LIMITS, leastGain: Number.POSITIVE_INFINITY };
for (const line of tableLines({
  title: 'Chosen on one half, measured on the other',
  columns: COLUMNS,
  rows: [
    ...across,
    rowOf('all, nothing put again', samples, none),
    rowOf('all, limits of all', samples, chosen),
  ],
}))
  print(line);
const around = Object.entries(TRIED).flatMap(([key, values]) =>
  values.map((value) => rowOf(`${key} ${shown(value)}`, samples, { ...chosen, [key]: value })),
);
for (const line of tableLines({ title: 'One limit otherwise', columns: COLUMNS, rows: around })) print(line);
