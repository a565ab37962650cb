import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseCsv } from '../collections/csv.ts';
import type { LabelledPair, PairSet } from './pair.ts';
import { readJsonLines } from './read-lines.ts';

/** The sets that the small model was trained on: its word on them is too good. */
export async function loadSeenSets(dataDir: string): Promise<PairSet[]> {
  const sets = await Promise.all([
    wice(dataDir),
    cliff(dataDir),
    attribution(dataDir),
    qags(dataDir),
    symmetric(dataDir),
    rte(dataDir),
  ]);
  return sets.map(([name, pairs]) => ({ name, isUnseen: false, pairs }));
}

type Named = readonly [name: string, pairs: readonly LabelledPair[]];

/** WiCE dev (Kamoi et al. 2023): sentences of Wikipedia against the pages that they cite. */
async function wice(dataDir: string): Promise<Named> {
  interface Row {
    readonly claim: string;
    readonly label: string;
    readonly evidence: readonly string[];
    readonly meta: { readonly id: string };
  }
  const rows = await readJsonLines<Row>(join(dataDir, 'wice/claim_dev.jsonl'));
  return [
    'WiCE',
    rows.map(({ claim, label, evidence, meta }) => ({
      id: meta.id,
      group: meta.id,
      claim,
      source: evidence.join('\n'),
      isSupported: label === 'supported',
    })),
  ];
}

/** CLIFF validation cut of AggreFact (Tang et al. 2023): machine summaries of news against the article. */
async function cliff(dataDir: string): Promise<Named> {
  const rows = parseCsv(await readFile(join(dataDir, 'cliff/cliff_val.csv'), 'utf8'));
  const pairs = rows.map((row, index) => ({
    id: `cliff-${index}`,
    group: row['id'] ?? '',
    claim: row['summ'] ?? '',
    source: row['doc'] ?? '',
    isSupported: row['error_type'] === 'correct',
  }));
  return ['CLIFF', pairs];
}

/** AttributionBench dev (Li et al. 2024): sentences of written answers against what they cite. */
async function attribution(dataDir: string): Promise<Named> {
  interface Row {
    readonly id: string;
    readonly question: string;
    readonly claim: string;
    readonly references: readonly string[];
    readonly attribution_label: string;
  }
  const rows = await readJsonLines<Row>(join(dataDir, 'attributionbench/dev_all_subset_balanced.jsonl'));
  const pairs = rows.map((row) => ({
    id: row.id,
    group: row.question,
    claim: row.claim,
    source: row.references.join('\n\n'),
    isSupported: row.attribution_label === 'attributable',
  }));
  return ['AttributionBench', pairs];
}

/** QAGS CNN/DM (Wang et al. 2020): sentences of machine summaries against the article. */
async function qags(dataDir: string): Promise<Named> {
  interface Row {
    readonly article: string;
    readonly summary_sentences: readonly {
      readonly sentence: string;
      readonly responses: readonly { readonly response: string }[];
    }[];
  }
  const rows = await readJsonLines<Row>(join(dataDir, 'qags/mturk_cnndm.jsonl'));
  const pairs = rows.flatMap(({ article, summary_sentences }, index) =>
    summary_sentences.map(({ sentence, responses }, place) => ({
      id: `qags-${index}-${place}`,
      group: `qags-${index}`,
      claim: sentence,
      source: article,
      isSupported: responses.filter(({ response }) => response === 'yes').length >= 2,
    })),
  );
  return ['QAGS-CNN/DM', pairs];
}

/** FeverSymmetric dev (Schuster et al. 2019): claims against one sentence that supports or refutes. */
async function symmetric(dataDir: string): Promise<Named> {
  interface Row {
    readonly id: string;
    readonly claim: string;
    readonly evidence: string;
    readonly gold_label: string;
  }
  const rows = await readJsonLines<Row>(
    join(dataDir, 'fever_symmetric/symmetric_v0.2_fever_symmetric_dev.jsonl'),
  );
  const pairs = rows.map((row, index) => ({
    id: `fever-${index}`,
    group: row.id.slice(-5),
    claim: row.claim,
    source: row.evidence,
    isSupported: row.gold_label === 'SUPPORTS',
  }));
  return ['FeverSymmetric', pairs];
}

/** RTE (Dagan et al. 2005 and later). */
async function rte(dataDir: string): Promise<Named> {
  const file = await readFile(join(dataDir, 'rte/train.tsv'), 'utf8');
  const pairs = file
    .split('\n')
    .slice(1)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [index = '', source = '', claim = '', label = ''] = line.trim().split('\t');
      return { id: `rte-${index}`, group: source, claim, source, isSupported: label === 'entailment' };
    });
  return ['RTE', pairs];
}
