import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Collection, CollectionText } from './collection.ts';

/**
 * TIME (Cornell SMART, 1963): 423 magazine articles in capitals, 83 questions.
 * The judgements name an article by its place in the file. In the copy in use they run to 425 over
 * 423 articles: two are missing between 370 and 378, so that ids from 378 on are two too high.
 */
export async function loadTime(dataDir: string): Promise<Collection> {
  const read = (name: string) => readFile(join(dataDir, 'time', name), 'latin1');
  const [articles, questions, judgements] = await Promise.all(['TIME.ALL', 'TIME.QUE', 'TIME.REL'].map(read));
  const judged = parseJudgements(judgements ?? '');
  return {
    name: 'TIME',
    texts: parseArticles(articles ?? ''),
    questions: parseRecords(questions ?? '', 'FIND').map(({ head, body }) => {
      const id = head.trim();
      return { id, question: body, judged: judged.get(id) ?? new Map() };
    }),
  };
}

function parseArticles(file: string): CollectionText[] {
  return parseRecords(file, 'TEXT').map(({ head, body }, index) => ({
    id: String(index + 1),
    title: null,
    text: body,
    publishedAt: isoDate(head),
  }));
}

/** Records `*NAME head`, then lines that a blank one follows each; their words are joined by one space. */
function parseRecords(file: string, name: string): { head: string; body: string }[] {
  return file
    .split(new RegExp(`^\\*(?=${name}\\b)`, 'm'))
    .slice(1)
    .map((record) => {
      const [head = '', ...lines] = record.slice(name.length).split('\n');
      const body = lines.filter((line) => !line.startsWith('*STOP')).join(' ');
      return { head, body: body.replace(/\s+/g, ' ').trim() };
    });
}

function parseJudgements(file: string): Map<string, Map<string, number>> {
  const rows = file.split('\n').map((line) => line.trim().split(/\s+/));
  return new Map(
    rows
      .filter((row) => row.length > 1)
      .map(([question = '', ...ids]) => [question, new Map(ids.map((id) => [correctedId(Number(id)), 1]))]),
  );
}

function correctedId(id: number): string {
  return String(id >= 378 ? id - 2 : id);
}

function isoDate(head: string): string | null {
  const match = /(\d\d)\/(\d\d)\/(\d\d)/.exec(head);
  return match === null ? null : `19${match[3]}-${match[1]}-${match[2]}`;
}
