import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomFrom, sample, seedOf } from '../asking/random.ts';
import type { LabelledPair, PairSet } from './pair.ts';
import { readJsonLines } from './read-lines.ts';
import { statementOf } from './statement-of.ts';

/**
 * Questions with their right and a wrong answer, made into statements: XQuAD (Artetxe et al. 2020)
 * against its paragraph, RGB (Chen et al. 2024) against web snippets, some of which were falsified.
 */
export async function loadAnswerSets(dataDir: string): Promise<PairSet[]> {
  const [squad, snippets] = await Promise.all([xquad(dataDir), rgb(dataDir)]);
  return [
    { name: 'XQuAD answers', isUnseen: true, pairs: squad },
    { name: 'RGB answers', isUnseen: true, pairs: snippets },
  ];
}

interface Squad {
  readonly data: readonly {
    readonly title: string;
    readonly paragraphs: readonly {
      readonly context: string;
      readonly qas: readonly {
        readonly id: string;
        readonly question: string;
        readonly answers: readonly { readonly text: string }[];
      }[];
    }[];
  }[];
}

async function xquad(dataDir: string): Promise<LabelledPair[]> {
  const file: Squad = JSON.parse(await readFile(join(dataDir, 'xquad/xquad.en.json'), 'utf8'));
  return file.data.flatMap(({ title, paragraphs }) =>
    paragraphs.flatMap(({ context, qas }) =>
      qas.flatMap((one): LabelledPair[] => {
        const answer = one.answers[0]?.text ?? '';
        const others = qas.flatMap(({ answers }) => answers[0]?.text ?? []);
        const wrong = wrongAnswer(answer, others, one.id);
        const isSupported = wrong === null || seedOf(one.id) % 2 === 0;
        const claim = statementOf(one.question, isSupported ? answer : (wrong ?? answer));
        return claim === null ? [] : [{ id: one.id, group: title, claim, source: context, isSupported }];
      }),
    ),
  );
}

// Another answer from the same paragraph, of the same kind: a figure for a figure, a name for a name.
function wrongAnswer(answer: string, others: readonly string[], id: string): string | null {
  const kind = (text: string) => (/\d/.test(text) ? 'figure' : /^\p{Lu}/u.test(text) ? 'name' : 'words');
  const fitting = others.filter(
    (other) => kind(other) === kind(answer) && !other.includes(answer) && !answer.includes(other),
  );
  return sample(fitting, 1, randomFrom(seedOf(`wrong ${id}`)))[0] ?? null;
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
    const [right, fake] = [answer, row.fakeanswer].map((each) => statementOf(row.query, each) ?? `${row.query}: ${each}`);
    const pair = (kind: string, claim: string | undefined, sources: readonly string[], isSupported: boolean) => ({
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
      pair(row.id % 2 === 0 ? 'falsified' : 'beside', right, row.id % 2 === 0 ? row.positive_wrong : row.negative, false),
    ];
  });
}
