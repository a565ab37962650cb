import { readText } from '../../src/answering/reading.ts';
import { rivalValues } from '../../src/answering/rival-values.ts';
import { tellsAll } from '../../src/answering/same-fact.ts';
import { randomFrom, sample } from '../asking/random.ts';
import { changeDate, changeNumber, type Edit, type EditTools } from '../checking/edits.ts';
import { loadNewsTexts } from '../checking/news-texts.ts';
import { otherWords, sentencesOf } from '../copies/distortions.ts';
import type { Floor, Suite, SuiteResult } from '../suite.ts';

/** Sentences of a kind. With 300, one sentence is a third of a percent. */
const PER_KIND = 300;
const UNTOUCHED = 1_000;
const SEED = 20_261_122;
/** Share of the plain words that are others in a retold sentence. */
const REWORDED = 0.1;

export const disagreementsSuite: Suite = {
  name: 'disagreements',
  about: 'two articles, one figure or date changed: what is a conflict, and who reports the same',
  async run({ dataDir }) {
    if (dataDir === null) return { status: 'skipped', reason: 'No folder of judged sets is given.' };
    const texts = (await loadNewsTexts(dataDir)).filter(({ id }) => !id.startsWith('leads'));
    return judge(texts.flatMap(({ text }) => sentencesOf(text)).filter(isPlain));
  },
};

// Whole English sentences of usual length: the edits know English only.
function isPlain(sentence: string): boolean {
  const count = sentence.split(' ').length;
  return count >= 8 && count <= 50 && /^[A-Z].*[.!]$/.test(sentence) && /\b(?:the|a|of)\b/.test(sentence);
}

interface Row {
  readonly what: string;
  readonly count: number;
  /** Share shown as a conflict. */
  readonly rivals: number;
  /** Share said to report the same. */
  readonly same: number;
  readonly floors: readonly Omit<Floor, 'what'>[];
}

function judge(sentences: readonly string[]): SuiteResult {
  const random = randomFrom(SEED);
  const vocabulary = [...new Set(sentences.flatMap((one) => one.match(/(?<!\S)\p{Ll}{4,}(?!\S)/gu) ?? []))];
  const drawn = sample(sentences, 10 * PER_KIND, random);
  const tools = { random, vocabulary, names: [], foreign: [] };
  const retold = (one: string) => otherWords(one, REWORDED, tools);
  const changed = (edit: Edit) => editedPairs(drawn, edit, tools);
  const numbers = changed(changeNumber);
  const dates = changed(changeDate);
  const again = (pairs: readonly Pair[]) => pairs.map(([one, other]): Pair => [one, retold(other)]);
  const untouched = drawn.slice(0, UNTOUCHED).map((one): Pair => [one, retold(one)]);
  const cut = drawn.flatMap((one): Pair[] => {
    const shorter = one.replace(/,[^,]{25,}[.]$/, '.');
    return shorter === one ? [] : [[one, shorter]];
  });
  const rows = [
    rowOf('a figure changed', numbers, { rivals: 0.86 }),
    rowOf('a figure changed, retold', again(numbers), { rivals: 0.75 }),
    rowOf('a date changed', dates, { rivals: 0.74 }),
    rowOf('a date changed, retold', again(dates), { rivals: 0.72 }),
    rowOf('retold', untouched, { same: 0.92, noRivals: 0.995 }),
    rowOf('a clause left out', cut, { notSame: 0.88 }),
  ];
  const columns = ['pair', 'sentences', 'conflict', 'reports the same'];
  const shown = rows.map(({ what, count, rivals, same }) => [what, count, rivals, same]);
  const floors = rows.flatMap((row) => row.floors.map((floor) => ({ ...floor, what: row.what })));
  return { status: 'done', tables: [{ title: 'Pairs of sentences', columns, rows: shown }], floors };
}

type Pair = readonly [string, string];

function editedPairs(sentences: readonly string[], edit: Edit, tools: EditTools): Pair[] {
  const pairs = sentences.flatMap((one): Pair[] => {
    const other = edit(one, tools);
    return other === null || other === one ? [] : [[one, other]];
  });
  return pairs.slice(0, PER_KIND);
}

interface Promised {
  readonly rivals?: number;
  readonly noRivals?: number;
  readonly same?: number;
  readonly notSame?: number;
}

function rowOf(what: string, pairs: readonly Pair[], promised: Promised): Row {
  const readings = pairs.map(([a, b]) => [readText(a), readText(b)] as const);
  const rivals = readings.filter(([a, b]) => rivalValues(a, b) !== null).length / pairs.length;
  const same = readings.filter(([a, b]) => tellsAll(a, b)).length / pairs.length;
  const values = { rivals, noRivals: 1 - rivals, same, notSame: 1 - same };
  const floors = (['rivals', 'noRivals', 'same', 'notSame'] as const).flatMap((name) => {
    const atLeast = promised[name];
    return atLeast === undefined ? [] : [{ value: values[name], atLeast }];
  });
  return { what, count: pairs.length, rivals, same, floors };
}
