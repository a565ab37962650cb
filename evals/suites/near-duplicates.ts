import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createFolderSource } from '../../src/adapters/source/folder-source.ts';
import type { Story } from '../../src/domain/story.ts';
import { StoryFinder } from '../../src/retrieval/stories.ts';
import { withBuiltIndex } from '../built-index.ts';
import { loadNewsTexts } from '../checking/news-texts.ts';
import { type DistortedPair, distortedPairs, isForTuning } from '../copies/distorted-pairs.ts';
import type { EvalContext, Floor, Suite, SuiteResult, Table } from '../suite.ts';

const CORPUS_DIR = fileURLToPath(new URL('../../corpus', import.meta.url));

/** The pairs of the sample corpus that were written to retell one story, by path. */
const CORPUS_PAIRS = [
  ['2025/storm-isolde-ledger.md', '2025/storm-isolde-regional.txt'],
  ['2026/harbour-bridge-reopens.md', '2026/wire-bridge-traffic-returns.html'],
];

export const nearDuplicatesSuite: Suite = {
  name: 'near-duplicates',
  about: 'documents that retell one story: planted copies, distorted news, the sample corpus',
  async run(context) {
    const { dataDir } = context;
    if (dataDir === null) return { status: 'skipped', reason: 'No folder of judged sets is given.' };
    const rows = [await planted(dataDir), ...(await distorted(dataDir)), await sampleCorpus(context)];
    return resultOf(rows);
  },
};

interface Row {
  readonly what: string;
  readonly expected: number;
  readonly found: number;
  readonly wrong: number;
  /** Share of the expected that must be found. */
  readonly promised: number;
}

interface Told {
  readonly id: string;
  readonly text: string;
}

async function storiesAmong(texts: readonly Told[]): Promise<readonly Story[]> {
  const finder = new StoryFinder();
  for (const { id, text } of texts) finder.add({ documentId: id, text, vectors: [] });
  return finder.find();
}

/** Pairs of ids that stand in one story, each once, in order. */
function pairsOf(stories: readonly Story[]): Set<string> {
  return new Set(
    stories.flatMap((story) =>
      story.flatMap((one, at) => story.slice(at + 1).map((other) => [one, other].sort().join(' '))),
    ),
  );
}

function rowOf(what: string, expected: ReadonlySet<string>, found: ReadonlySet<string>): Row {
  return {
    what,
    expected: expected.size,
    found: expected.intersection(found).size,
    wrong: found.difference(expected).size,
    promised: 1,
  };
}

async function planted(dataDir: string): Promise<Row> {
  const read = async (name: string) =>
    (await readFile(join(dataDir, 'minhash_near_dup', name), 'utf8')).trim().split('\n');
  const texts = (await read('articles_1000.train')).map((line) => {
    const blank = line.indexOf(' ');
    return { id: line.slice(0, blank), text: line.slice(blank + 1) };
  });
  const expected = (await read('articles_1000.truth')).map((line) => line.split(/\s+/).sort().join(' '));
  return rowOf('planted copies among 1,000', new Set(expected), pairsOf(await storiesAmong(texts)));
}

/** The half of the news articles that no constant was chosen on, all in one archive with what was made of them. */
async function distorted(dataDir: string): Promise<Row[]> {
  const news = (await loadNewsTexts(dataDir)).filter(({ id }) => !id.startsWith('leads'));
  const texts = news.filter((text) => !isForTuning(text));
  const pairs = distortedPairs(texts, news.filter(isForTuning));
  const kinds = [...new Set(pairs.map(({ kind }) => kind))];
  const rows: Row[] = [];
  for (const kind of kinds) {
    rows.push(
      await distortedRow(
        kind,
        pairs.filter((pair) => pair.kind === kind),
      ),
    );
  }
  const natural = pairsOf(await storiesAmong(texts));
  return [...rows, rowOf(`none among ${texts.length} articles as they are`, new Set(), natural)];
}

async function distortedRow(kind: string, pairs: readonly DistortedPair[]): Promise<Row> {
  const texts = pairs.flatMap(({ sourceId, source, made }) => [
    { id: sourceId, text: source },
    { id: `${sourceId}-made`, text: made },
  ]);
  const found = pairsOf(await storiesAmong(texts));
  const own = new Set(pairs.map(({ sourceId }) => `${sourceId} ${sourceId}-made`));
  const isRetelling = pairs[0]?.isRetelling ?? false;
  // Two texts that were filled up with one foreign article do tell one story.
  const row = isRetelling
    ? rowOf(`retold: ${kind}`, own, found)
    : rowOf(`other: ${kind}`, new Set(), found.intersection(own));
  return { ...row, promised: 0.98 };
}

async function sampleCorpus(context: EvalContext): Promise<Row> {
  const source = createFolderSource({ dir: CORPUS_DIR });
  return withBuiltIndex(context, { name: 'corpus', source }, async ({ index }) => {
    const paths = new Map((await index.passages.listDocuments()).map(({ id, path }) => [id, path]));
    const stories = await index.passages.listStories();
    const found = pairsOf(stories.map((story) => story.map((id) => paths.get(id) ?? id)));
    return rowOf('sample corpus', new Set(CORPUS_PAIRS.map((pair) => pair.join(' '))), found);
  });
}

function resultOf(rows: readonly Row[]): SuiteResult {
  const table: Table = {
    title: 'Pairs of documents that tell one story',
    columns: ['set', 'pairs', 'found', 'wrong'],
    rows: rows.map(({ what, expected, found, wrong }) => [what, expected, found, wrong]),
  };
  return { status: 'done', tables: [table], floors: rows.flatMap(floorsOf) };
}

function floorsOf({ what, expected, found, wrong, promised }: Row): Floor[] {
  const precision = { what: `${what}: no false pair`, value: wrong === 0 ? 1 : 0, atLeast: 1 };
  if (expected === 0) return [precision];
  return [{ what: `${what}: found`, value: found / expected, atLeast: promised }, precision];
}
