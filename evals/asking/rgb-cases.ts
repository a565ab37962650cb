import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ArchiveText, type AskingCase, type AskingSet, holdsAnswer } from './asking-case.ts';
import { randomFrom, sample, seedOf } from './random.ts';

interface Row {
  readonly id: number;
  readonly query: string;
  readonly answer: string | readonly (string | readonly string[])[];
  readonly positive: readonly string[];
  readonly negative: readonly string[];
}

/**
 * RGB, the 100 English questions with web snippets (Chen et al. 2024): with the snippets that answer
 * among all others, and with those alone that do not. Snippets of other questions make the archive
 * up to some 10 or some 200. The same cases at every call.
 */
export async function loadRgbCases(dataDir: string): Promise<AskingSet> {
  const file = await readFile(join(dataDir, 'rgb', 'en_fact.json'), 'utf8');
  const rows = file
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): Row => JSON.parse(line));
  return { name: 'RGB', cases: rows.flatMap((row) => casesOf(row, rows)) };
}

function casesOf(row: Row, rows: readonly Row[]): AskingCase[] {
  const answers = [row.answer].flat(2);
  const random = randomFrom(seedOf(`${row.id}`));
  const others = sample(
    rows.filter((other) => other !== row),
    random() < 0.5 ? 2 : 20,
    random,
  )
    .flatMap((other) => [...other.positive, ...other.negative])
    .filter((snippet) => !holdsAnswer(snippet, answers));
  const negative = row.negative.filter((snippet) => !holdsAnswer(snippet, answers));
  const base = { question: row.query, subject: `rgb-${row.id}`, goldSentences: [] };
  return [
    {
      ...base,
      id: `rgb-${row.id}-a`,
      kind: 'answerable',
      answers,
      archive: texts([...row.positive, ...negative, ...others]),
    },
    {
      ...base,
      id: `rgb-${row.id}-p`,
      kind: 'paragraph-removed',
      answers: [],
      archive: texts([...negative, ...others]),
    },
  ];
}

function texts(snippets: readonly string[]): ArchiveText[] {
  return [...new Set(snippets)].map((snippet) => ({
    id: snippet,
    title: null,
    paragraphs: [snippet.replace(/\s+/g, ' ')],
  }));
}
