import { withBuiltIndex } from '../built-index.ts';
import { loadClapnq } from '../collections/clapnq.ts';
import type { Collection } from '../collections/collection.ts';
import { loadCranfield } from '../collections/cranfield.ts';
import { loadScifact } from '../collections/scifact.ts';
import { loadTime } from '../collections/time.ts';
import { loadXquad } from '../collections/xquad.ts';
import type { EvalContext, Floor, Suite, SuiteResult } from '../suite.ts';
import { pathOfText, textSource } from '../text-source.ts';
import { type ListsFigures, listsTable, measureLists } from './judged-lists.ts';

interface PublicSet {
  readonly name: string;
  readonly about: string;
  readonly development?: boolean;
  readonly load: (dataDir: string) => Promise<Collection>;
  readonly floors?: (figures: ListsFigures) => readonly Floor[];
}

const atLeast = (what: string, value: number, floor: number): Floor => ({
  what: `${what} nDCG@10`,
  value,
  atLeast: floor,
});

export const timeSuite = suiteOf({
  name: 'time',
  about: 'finding the right articles: TIME 1963, 423 magazine articles',
  load: loadTime,
  floors: ({ fused }) => [atLeast('TIME', fused.ndcg10, 0.77)],
});

export const scifactSuite = suiteOf({
  name: 'scifact',
  about: 'finding the right articles: SciFact, 5,183 abstracts',
  load: loadScifact,
  floors: ({ fused }) => [atLeast('SciFact', fused.ndcg10, 0.7)],
});

export const clapnqSuite = suiteOf({
  name: 'clapnq',
  about: 'finding the right passage: ClapNQ, 597 passages of an encyclopedia; not below BM25',
  load: loadClapnq,
  floors: ({ fused, terms }) => [atLeast('ClapNQ', fused.ndcg10, terms.ndcg10)],
});

export const cranfieldSuite = suiteOf({
  name: 'cranfield',
  about: 'development set: Cranfield, 1,400 abstracts',
  development: true,
  load: loadCranfield,
});

export const xquadSuite = suiteOf({
  name: 'xquad',
  about: 'development set: XQuAD, 240 paragraphs',
  development: true,
  load: loadXquad,
});

function suiteOf(set: PublicSet): Suite {
  const { name, about, development = false } = set;
  return { name, about, development, run: (context) => runSet(set, context) };
}

async function runSet(set: PublicSet, context: EvalContext): Promise<SuiteResult> {
  const { dataDir } = context;
  if (dataDir === null)
    return { status: 'skipped', reason: 'No folder of judged sets was given (--data DIR).' };
  const { name, texts, questions } = await set.load(dataDir);
  const judged = questions.map((one) => ({ ...one, judged: gainsByPath(one.judged) }));
  return withBuiltIndex(context, { name: set.name, source: textSource(texts) }, async ({ index, report }) => {
    const figures = await measureLists({ index, embedder: await context.embedder() }, judged);
    const title = `${name}: ${texts.length} texts, ${report.passages} passages, indexed in ${report.seconds.toFixed(1)} s`;
    return {
      status: 'done',
      tables: [listsTable(title, questions.length, figures)],
      floors: set.floors?.(figures) ?? [],
    };
  });
}

function gainsByPath(judged: ReadonlyMap<string, number>): Map<string, number> {
  return new Map([...judged].map(([id, gain]) => [pathOfText(id), gain]));
}
