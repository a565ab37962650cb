/**
 * Prints how much of a text stands in another of the same judged set: for windows of 150 words, the
 * largest share of their shingles in any one other text, counted by tenths. Below the threshold of
 * near-duplicates should lie what unrelated articles share, above it what is a copy.
 *
 * Then, for whole articles, how much of the shorter text the longer one tells, counted by twentieths:
 * for pairs made of half of the news articles by distortion, and for all pairs of articles that share
 * wording as they are. The threshold of one story lies between the retellings and all others.
 *
 *   node evals/tune-copies.ts DATA_DIR
 */

import { allStatementsOf } from '../src/retrieval/retelling.ts';
import { kinshipOf } from '../src/retrieval/same-story.ts';
import { shinglesOf } from '../src/retrieval/shingles.ts';
import { words } from '../src/text/tokens.ts';
import { loadNewsTexts } from './checking/news-texts.ts';
import { loadClapnq } from './collections/clapnq.ts';
import type { Collection } from './collections/collection.ts';
import { loadScifact } from './collections/scifact.ts';
import { loadTime } from './collections/time.ts';
import { loadXquad } from './collections/xquad.ts';
import { distortedPairs, isForTuning } from './copies/distorted-pairs.ts';
import { tableLines } from './table.ts';

const WINDOW_WORDS = 150;
// The end of a text may be a line that many share, such as a copyright notice.
const LEAST_WORDS = 50;
const TENTHS = Array.from({ length: 11 }, (_, tenth) => tenth);

interface Window {
  readonly textId: string;
  readonly shingles: ReadonlySet<number>;
}

function windowsOf({ texts }: Collection): Window[] {
  return texts.flatMap(({ id, text }) => {
    const all = words(text);
    const starts = Array.from({ length: Math.ceil(all.length / WINDOW_WORDS) }, (_, at) => at * WINDOW_WORDS);
    return starts
      .map((start) => all.slice(start, start + WINDOW_WORDS))
      .filter((window) => window.length >= LEAST_WORDS)
      .map((window) => ({ textId: id, shingles: shinglesOf(window) }));
  });
}

function largestShares(windows: readonly Window[]): number[] {
  const holders = new Map<number, Set<string>>();
  for (const { textId, shingles } of windows) {
    for (const shingle of shingles) holders.set(shingle, (holders.get(shingle) ?? new Set()).add(textId));
  }
  return windows.map(({ textId, shingles }) => {
    const counts = new Map<string, number>();
    for (const shingle of shingles) {
      for (const id of holders.get(shingle) ?? []) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    counts.delete(textId);
    return Math.max(0, ...counts.values()) / Math.max(1, shingles.size);
  });
}

const [dataDir] = process.argv.slice(2);
if (dataDir === undefined) throw new Error('Usage: node evals/tune-copies.ts DATA_DIR');
const rows = [];
for (const load of [loadTime, loadXquad, loadScifact, loadClapnq]) {
  const collection = await load(dataDir);
  const shares = largestShares(windowsOf(collection));
  const counts = TENTHS.map((tenth) => shares.filter((share) => Math.floor(share * 10) === tenth).length);
  rows.push([collection.name, shares.length, ...counts]);
}
const columns = ['set', 'windows', ...TENTHS.map((tenth) => `${(tenth / 10).toFixed(1)}+`)];
for (const line of tableLines({ title: 'Largest share of a window in one other text', columns, rows }))
  console.log(line);

const TWENTIETHS = Array.from({ length: 21 }, (_, step) => step / 20);

function toldRow(kind: string, pairs: readonly (readonly [string, string])[]) {
  const told = pairs.map(([a, b]) => {
    const telling = (text: string) => ({ statements: allStatementsOf(text), centroid: null });
    return kinshipOf(telling(a), telling(b)).told;
  });
  const atLeast = (least: number) => told.filter((share) => share >= least).length;
  return [kind, told.length, ...TWENTIETHS.map(atLeast)];
}

// Articles that lie further apart are not compared sentence by sentence.
const SHARED_WORDING = 0.05;

/** Pairs of articles as they are that share wording; to the reader all but the closest are other stories. */
function naturalPairs(texts: readonly string[]): (readonly [string, string])[] {
  const sets = texts.map((text) => shinglesOf(words(text)));
  return texts.flatMap((a, at) =>
    texts.slice(at + 1).flatMap((b, next) => {
      const [left, right] = [sets[at] ?? new Set(), sets[at + 1 + next] ?? new Set()];
      const shared = left.intersection(right).size;
      return shared >= SHARED_WORDING * Math.min(left.size, right.size) ? [[a, b] as const] : [];
    }),
  );
}

const news = (await loadNewsTexts(dataDir)).filter(({ id }) => !id.startsWith('leads'));
const pairs = distortedPairs(news.filter(isForTuning));
const kinds = [...new Set(pairs.map(({ kind }) => kind))];
const told = kinds.map((kind) => {
  const ofKind = pairs.filter((pair) => pair.kind === kind);
  const name = `${ofKind[0]?.isRetelling ? 'retold' : 'other'}: ${kind}`;
  return toldRow(
    name,
    ofKind.map(({ source, made }) => [source, made] as const),
  );
});
const natural = toldRow('as they are', naturalPairs(news.map(({ text }) => text)));
const title = 'Pairs of which the shorter text is told by the longer to at least this share';
const toldColumns = ['kind', 'pairs', ...TWENTIETHS.map((step) => step.toFixed(2))];
for (const line of tableLines({ title, columns: toldColumns, rows: [...told, natural] })) console.log(line);
