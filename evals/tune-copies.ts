/**
 * Prints how much of a text stands in another of the same judged set: for windows of 150 words, the
 * largest share of their shingles in any one other text, counted by tenths. Below the threshold of
 * near-duplicates should lie what unrelated articles share, above it what is a copy.
 *
 *   node evals/tune-copies.ts DATA_DIR
 */
import { shinglesOf } from '../src/retrieval/shingles.ts';
import { words } from '../src/text/tokens.ts';
import { loadClapnq } from './collections/clapnq.ts';
import type { Collection } from './collections/collection.ts';
import { loadScifact } from './collections/scifact.ts';
import { loadTime } from './collections/time.ts';
import { loadXquad } from './collections/xquad.ts';
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
