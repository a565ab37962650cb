/**
 * What of the claims that are not supported the source tells, by how many of their words it holds:
 * `node evals/verifying/print-lacking.ts DATA_DIR [CACHE_DIR]`. Behind `MOSTLY` in
 * src/verification/combine.ts, and what of the labelled contradictions is found. Dev pairs only.
 */
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judgeFindings } from '../../src/use-cases/verifying/judge-against.ts';
import { windowCoverage } from '../../src/verification/features.ts';
import { bestOfParts } from '../../src/verification/model-word.ts';
import { parseCsv } from '../collections/csv.ts';
import { readZip } from '../collections/zip.ts';
import { tableLines } from '../table.ts';
import { findingsFor } from './measure.ts';
import type { LabelledPair } from './pair.ts';
import { readJsonLines } from './read-lines.ts';
import { loadSeenSets } from './seen-sets.ts';
import { loadUnseenSets } from './unseen-sets.ts';
import { withVerifier } from './with-verifier.ts';

/** The sets' own labels, of three kinds, by the id of the pair. */
async function labelsOf(dataDir: string): Promise<Map<string, string>> {
  const rows = (file: string) => readJsonLines<Readonly<Record<string, unknown>>>(join(dataDir, file));
  const news = [
    ...(await rows('support_dev/newsnli.jsonl')),
    ...(await rows('support_dev/climate_fever.jsonl')),
  ];
  const wice = await readJsonLines<{ label: string; meta: { id: string } }>(
    join(dataDir, 'wice/claim_dev.jsonl'),
  );
  const fever = await rows('fever_symmetric/symmetric_v0.2_fever_symmetric_dev.jsonl');
  const zip = readZip(await readFile(join(dataDir, 'scifact/scifact.zip')));
  const scifact = parseCsv(zip.get('claims_train.csv') ?? '');
  return new Map([
    ...news.map((row) => [String(row['id']), String(row['label3'])] as const),
    ...wice.map(({ label, meta }) => [meta.id, label] as const),
    ...fever.map((row, index) => [`fever-${index}`, String(row['gold_label'])] as const),
    ...scifact.map((row) => [`scifact-${row['id']}`, row['evidence_label'] || 'NO EVIDENCE'] as const),
  ]);
}

interface Row {
  readonly set: string;
  readonly label: string;
  readonly verdict: string;
  readonly saysNothing: boolean;
  readonly coverage: number;
}

const SETS = new Set(['NewsNLI', 'Climate-FEVER', 'SciFact', 'WiCE', 'FeverSymmetric']);

async function takeRows(dataDir: string, cacheDir: string): Promise<Row[]> {
  const print = (line: string) => void process.stderr.write(`${line}\n`);
  const labels = await labelsOf(dataDir);
  const labelOf = ({ id }: LabelledPair) =>
    labels.get(id) ?? labels.get(id.split('-').slice(0, 2).join('-')) ?? '';
  const sets = [...(await loadUnseenSets(dataDir)), ...(await loadSeenSets(dataDir))];
  const rows: Row[] = [];
  await withVerifier({ cacheDir, print }, async (verifier) => {
    for (const { name, pairs } of sets.filter((one) => SETS.has(one.name))) {
      const findings = await findingsFor(verifier, pairs);
      const judgements = await judgeFindings(verifier, findings);
      rows.push(
        ...findings.map((one, index): Row => {
          const pair = pairs[index];
          const words = bestOfParts(one.reading, one.scores);
          return {
            set: name,
            label: pair === undefined ? '' : labelOf(pair),
            verdict: judgements[index]?.verdict ?? '',
            saysNothing: words.some(({ scores }) => scores.saysNothing >= 0.5),
            coverage: windowCoverage(one.claim, one.reading),
          };
        }),
      );
      print(`${name}: ${pairs.length} pairs`);
    }
  });
  return rows;
}

const VERDICTS = ['supported', 'partially-supported', 'contradicted', 'unsupported'];
const BORDERS = [0.5, 0.6, 0.7, 0.8, 0.9, 1.01];

function printTables(rows: readonly Row[]): void {
  const kinds = [...new Set(rows.map(({ set, label }) => `${set}: ${label}`))];
  const of = (kind: string) => rows.filter(({ set, label }) => `${set}: ${label}` === kind);
  const verdicts = tableLines({
    title: 'Share of each label that is given each verdict',
    columns: ['set: label', 'pairs', ...VERDICTS],
    rows: kinds.map((kind) => {
      const own = of(kind);
      const share = (verdict: string) => own.filter((one) => one.verdict === verdict).length / own.length;
      return [kind, own.length, ...VERDICTS.map(share)];
    }),
  });
  const lacking = tableLines({
    title: 'Pairs neither supported nor contradicted of which the model says that the source tells nothing',
    columns: ['set: label', ...BORDERS.slice(0, -1).map((border) => `coverage ${border}`)],
    rows: kinds.map((kind) => {
      const own = of(kind).filter(
        ({ verdict, saysNothing }) => saysNothing && !/^(?:supp|contra)/.test(verdict),
      );
      const between = (index: number) =>
        own.filter(
          ({ coverage }) => coverage >= (BORDERS[index] ?? 0) && coverage < (BORDERS[index + 1] ?? 2),
        );
      return [kind, ...BORDERS.slice(0, -1).map((_, index) => between(index).length)];
    }),
  });
  for (const line of [...verdicts, '', ...lacking]) process.stdout.write(`${line}\n`);
}

const [dataDir, cacheDir = join(tmpdir(), 'citedesk-evals')] = process.argv.slice(2);
if (dataDir === undefined) throw new Error('Name the folder of the judged sets.');
printTables(await takeRows(dataDir, cacheDir));
