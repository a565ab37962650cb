import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseCsv } from '../collections/csv.ts';
import { printedStrings } from '../collections/scifact.ts';
import { readZip } from '../collections/zip.ts';
import { mean } from '../metrics.ts';
import { loadAnswerSet } from './answer-sets.ts';
import type { LabelledPair, PairSet } from './pair.ts';
import { readJsonLines } from './read-lines.ts';

/** The sets that the small model was not trained on. */
export async function loadUnseenSets(dataDir: string): Promise<PairSet[]> {
  const sets = await Promise.all([newsnli(dataDir), climate(dataDir), scifact(dataDir), mtrag(dataDir)]);
  const judged = sets.map(([name, pairs]) => ({ name, isUnseen: true, pairs }));
  return [...judged, await loadAnswerSet(dataDir)];
}

type Named = readonly [name: string, pairs: readonly LabelledPair[]];

interface SupportRow {
  readonly id: string;
  readonly claim: string;
  readonly source: string;
  readonly label: 0 | 1;
}

const supportPair = ({ id, claim, source, label }: SupportRow, group: string): LabelledPair => ({
  id,
  group,
  claim,
  source,
  isSupported: label === 1,
});

/** NewsNLI (Ravichander et al. 2019): headlines with quantities against a sentence. */
async function newsnli(dataDir: string): Promise<Named> {
  const rows = await readJsonLines<SupportRow>(join(dataDir, 'support_dev/newsnli.jsonl'));
  return ['NewsNLI', rows.map((row) => supportPair(row, row.id))];
}

/** CLIMATE-FEVER (Diggelmann et al. 2020): claims from the web against sentences of Wikipedia. */
async function climate(dataDir: string): Promise<Named> {
  const rows = await readJsonLines<SupportRow>(join(dataDir, 'support_dev/climate_fever.jsonl'));
  return ['Climate-FEVER', rows.map((row) => supportPair(row, row.claim))];
}

/** SciFact (Wadden et al. 2020): scientific claims against a whole abstract that they cite. */
async function scifact(dataDir: string): Promise<Named> {
  const files = readZip(await readFile(join(dataDir, 'scifact/scifact.zip')));
  const rows = (name: string) => parseCsv(files.get(name) ?? '');
  const abstracts = new Map(
    rows('corpus_train.csv').map((row) => [
      row['doc_id'] ?? '',
      printedStrings(row['abstract'] ?? '').join(' '),
    ]),
  );
  const pairs = rows('claims_train.csv').flatMap((row): LabelledPair[] => {
    const document = row['evidence_doc_id'] || (/\d+/.exec(row['cited_doc_ids'] ?? '')?.[0] ?? '');
    const source = abstracts.get(document);
    if (source === undefined) return [];
    const id = `scifact-${row['id']}-${document}`;
    const isSupported = row['evidence_label'] === 'SUPPORT';
    return [{ id, group: `scifact-${row['id']}`, claim: row['claim'] ?? '', source, isSupported }];
  });
  return ['SciFact', [...new Map(pairs.map((pair) => [pair.id, pair])).values()]];
}

interface Mtrag {
  readonly documents: readonly { readonly document_id: string; readonly text: string }[];
  readonly tasks: readonly {
    readonly task_id: string;
    readonly contexts: readonly { readonly document_id: string }[];
  }[];
  readonly evaluations: readonly {
    readonly task_id: string;
    readonly model_id: string;
    readonly model_response: string;
    readonly annotations: Readonly<
      Record<string, Readonly<Record<string, { readonly value: string | number }>>>
    >;
  }[];
}

/** Mean of three people's marks, 1 to 4, from which a written answer counts as faithful; up to which it does not. */
const FAITHFUL = 3.6;
const UNFAITHFUL = 2.7;

/** MTRAG (Katsis et al. 2025): written answers of a few sentences against the passages they were made from. */
async function mtrag(dataDir: string): Promise<Named> {
  const path = join(dataDir, 'mtrag/mtrag_reference_subset_with_human_evaluations.json');
  const file: Mtrag = JSON.parse(await readFile(path, 'utf8'));
  const texts = new Map(file.documents.map(({ document_id, text }) => [document_id, text]));
  const contexts = new Map(
    file.tasks.map(({ task_id, contexts }) => [
      task_id,
      contexts.map(({ document_id }) => texts.get(document_id) ?? '').join('\n\n'),
    ]),
  );
  const pairs = file.evaluations.flatMap((row): LabelledPair[] => {
    const marks = Object.values(row.annotations['faithfulness'] ?? {}).map(({ value }) => Number(value));
    const mark = mean(marks.filter((each) => each >= 1));
    const source = contexts.get(row.task_id) ?? '';
    if (source === '' || (mark > UNFAITHFUL && mark < FAITHFUL)) return [];
    const id = `${row.task_id} ${row.model_id}`;
    return [{ id, group: row.task_id, claim: row.model_response, source, isSupported: mark >= FAITHFUL }];
  });
  return ['MTRAG', pairs];
}
