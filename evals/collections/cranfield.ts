import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Collection } from './collection.ts';

/**
 * Cranfield (Cleverdon 1967): 1,400 abstracts on aerodynamics, 225 questions with degrees of
 * relevance. Codes 1 (a complete answer) to 4 (of minimal interest) become gains 4 to 1; the one row
 * of each question that is coded -1 is left out. The judgements count the questions in file order.
 */
export async function loadCranfield(dataDir: string): Promise<Collection> {
  const read = (name: string) => readFile(join(dataDir, 'cranfield', name), 'latin1');
  const judged = parseJudgements(await read('cranqrel'));
  return {
    name: 'Cranfield',
    texts: parseRecords(await read('cran.all.1400')).map((fields) => ({
      id: fields.get('I') ?? '',
      title: oneLine(fields.get('T')),
      text: oneLine(fields.get('W')),
      publishedAt: null,
    })),
    questions: parseRecords(await read('cran.qry')).map((fields, index) => {
      const id = String(index + 1);
      return { id, question: oneLine(fields.get('W')), judged: judged.get(id) ?? new Map() };
    }),
  };
}

/** SMART format: `.I 7`, then `.X` alone on its line before each field. */
function parseRecords(file: string): Map<string, string>[] {
  return file
    .split(/^\.I\s+/m)
    .slice(1)
    .map((record) => {
      const [id = '', ...fields] = record.split(/^\.([TABW])\s*$/m);
      const map = new Map([['I', String(Number(id))]]);
      for (let i = 0; i < fields.length; i += 2) map.set(fields[i] ?? '', fields[i + 1] ?? '');
      return map;
    });
}

function oneLine(field = ''): string {
  return field.replace(/\s+/g, ' ').trim();
}

function parseJudgements(file: string): Map<string, Map<string, number>> {
  const judged = new Map<string, Map<string, number>>();
  for (const line of file.split('\n')) {
    const [question = '', id = '', code] = line.trim().split(/\s+/);
    const gain = 5 - Number(code);
    if (!(gain >= 1 && gain <= 4)) continue;
    const ofQuestion = judged.get(question) ?? new Map<string, number>();
    judged.set(question, ofQuestion.set(id, gain));
  }
  return judged;
}
