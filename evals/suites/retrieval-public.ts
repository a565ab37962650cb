import { withBuiltIndex } from '../built-index.ts';
import { loadClapnq } from '../collections/clapnq.ts';
import type { Collection, CollectionText } from '../collections/collection.ts';
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
  /** In the tests. */
  readonly quick?: QuickSet;
}

/** A smaller collection: every question, all that is judged, and of the other texts one in `every`. */
interface QuickSet {
  readonly every: number;
  readonly floors: (figures: ListsFigures) => readonly Floor[];
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
  // Words alone reach .797, vectors alone .788, both .846; in the whole set .685, .657 and .735: the floor
  // stands where that of the whole does, so that a search no better than one of the two breaks it.
  quick: { every: 5, floors: ({ fused }) => [atLeast('SciFact, a quarter of it', fused.ndcg10, 0.82)] },
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
  const quick = context.quick === true ? set.quick : undefined;
  const whole = await set.load(dataDir);
  const { name, questions } = whole;
  const texts = quick === undefined ? whole.texts : thinned(whole, quick.every);
  const judged = questions.map((one) => ({ ...one, judged: gainsByPath(one.judged) }));
  return withBuiltIndex(context, { name: set.name, source: textSource(texts) }, async ({ index, report }) => {
    const figures = await measureLists({ index, embedder: await context.embedder() }, judged);
    const title = `${name}: ${texts.length}${quick ? ` of ${whole.texts.length}` : ''} texts, ${report.passages} passages, indexed in ${report.seconds.toFixed(1)} s`;
    return {
      status: 'done',
      tables: [listsTable(title, questions.length, figures)],
      floors: (quick ?? set).floors?.(figures) ?? [],
    };
  });
}

function thinned({ texts, questions }: Collection, every: number): readonly CollectionText[] {
  const judged = new Set(questions.flatMap((one) => [...one.judged.keys()]));
  return texts.filter(({ id }, at) => judged.has(id) || at % every === 0);
}

function gainsByPath(judged: ReadonlyMap<string, number>): Map<string, number> {
  return new Map([...judged].map(([id, gain]) => [pathOfText(id), gain]));
}
