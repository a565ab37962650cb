import { join } from 'node:path';
import type { LabelledPair, PairSet } from './pair.ts';
import { readJsonLines } from './read-lines.ts';
import { statementOf } from './statement-of.ts';

/**
 * RGB (Chen et al. 2024): questions with their right and a wrong answer, made into statements, against web
 * snippets as they were and falsified.
 */
export async function loadAnswerSet(dataDir: string): Promise<PairSet> {
  return { name: 'RGB answers', isUnseen: true, pairs: await rgb(dataDir) };
}

interface RgbRow {
  readonly id: number;
  readonly query: string;
  readonly answer: string | readonly (string | readonly string[])[];
  readonly fakeanswer: string;
  readonly positive: readonly string[];
  readonly positive_wrong: readonly string[];
  readonly negative: readonly string[];
}

async function rgb(dataDir: string): Promise<LabelledPair[]> {
  const rows = await readJsonLines<RgbRow>(join(dataDir, 'rgb/en_fact.json'));
  return rows.flatMap((row) => {
    const answer = [row.answer].flat(2)[0] ?? '';
    const [right, fake] = [answer, row.fakeanswer].map(
      (each) => statementOf(row.query, each) ?? `${row.query}: ${each}`,
    );
    const pair = (
      kind: string,
      claim: string | undefined,
      sources: readonly string[],
      isSupported: boolean,
    ) => ({
      id: `rgb-${row.id}-${kind}`,
      group: `rgb-${row.id}`,
      claim: claim ?? '',
      source: sources.join('\n\n'),
      isSupported,
    });
    return [
      pair('right', right, row.positive, true),
      pair('fake-right', fake, row.positive_wrong, true),
      pair('fake', fake, row.positive, false),
      pair(
        row.id % 2 === 0 ? 'falsified' : 'beside',
        right,
        row.id % 2 === 0 ? row.positive_wrong : row.negative,
        false,
      ),
    ];
  });
}
