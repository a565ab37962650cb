import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArchiveText, AskingCase, AskingSet } from './asking-case.ts';
import { randomFrom, sample, seedOf } from './random.ts';

interface Row {
  readonly id: string;
  readonly input: string;
  readonly passages: readonly {
    readonly title: string;
    readonly text: string;
    readonly sentences: readonly string[];
  }[];
  readonly output: readonly { readonly selected_sentences?: readonly string[] }[];
}

// Passages beside the question's own: from a handful to a few hundred.
const OTHER_PASSAGES = [4, 12, 40, 150] as const;

/**
 * ClapNQ development part (Rosenthal et al. 2024) as questions to archives: the 300 answerable ones
 * with their passage, without it, and without the sentences that answer; the 300 unanswerable ones
 * with the passage that was judged to hold no answer. The same cases at every call.
 */
export async function loadClapnqCases(dataDir: string): Promise<AskingSet> {
  const read = async (name: string) => parseRows(await readFile(join(dataDir, 'clapnq', name), 'utf8'));
  const answerable = await read('clapnq_dev_answerable.jsonl');
  const unanswerable = await read('clapnq_dev_unanswerable.jsonl');
  const all = [...answerable, ...unanswerable].map((row) => textOf(row, () => true));
  const cases = [
    ...answerable.flatMap((row) => answerableCases(row, othersFor(row, all))),
    ...unanswerable.map((row) => unanswerableCase(row, othersFor(row, all))),
  ];
  return { name: 'ClapNQ', cases };
}

function answerableCases(row: Row, others: readonly ArchiveText[]): AskingCase[] {
  const gold = row.output.flatMap((output) => output.selected_sentences ?? []);
  const base = { question: row.input, answers: [], subject: subjectOf(row) };
  const rest = textOf(row, (sentence) => !gold.includes(sentence));
  const cases: AskingCase[] = [
    {
      ...base,
      id: `${row.id}-a`,
      kind: 'answerable',
      goldSentences: gold,
      archive: [textOf(row, () => true), ...others],
    },
    { ...base, id: `${row.id}-p`, kind: 'paragraph-removed', goldSentences: [], archive: others },
  ];
  if (rest.paragraphs.length > 0) {
    cases.push({
      ...base,
      id: `${row.id}-s`,
      kind: 'sentence-removed',
      goldSentences: [],
      archive: [rest, ...others],
    });
  }
  return cases;
}

function unanswerableCase(row: Row, others: readonly ArchiveText[]): AskingCase {
  return {
    id: `${row.id}-u`,
    kind: 'judged-unanswerable',
    question: row.input,
    answers: [],
    goldSentences: [],
    archive: [textOf(row, () => true), ...others],
    subject: subjectOf(row),
  };
}

// Passages of the same page are left out: the set does not say what they answer.
function othersFor(row: Row, all: readonly ArchiveText[]): ArchiveText[] {
  const random = randomFrom(seedOf(row.id));
  const count = OTHER_PASSAGES[Math.floor(random() * OTHER_PASSAGES.length)] ?? 12;
  return sample(
    all.filter((text) => text.title !== subjectOf(row)),
    count,
    random,
  );
}

function subjectOf(row: Row): string {
  return row.passages[0]?.title ?? row.id;
}

function textOf(row: Row, keep: (sentence: string) => boolean): ArchiveText {
  const passage = row.passages[0];
  const text = (passage?.sentences ?? []).filter(keep).join(' ');
  return { id: row.id, title: passage?.title ?? null, paragraphs: text === '' ? [] : [text] };
}

function parseRows(file: string): Row[] {
  return file
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): Row => JSON.parse(line));
}
