import type { DocumentId } from '../domain/document.ts';
import { type Word, words as wordsOf } from '../text/tokens.ts';
import { figuresDisagree } from './figures.ts';
import { shinglesOf } from './shingles.ts';

/** What folding reads of a passage. */
export interface Foldable {
  readonly documentId: DocumentId;
  readonly text: string;
}

/** A passage and those of other documents that say the same in the same words. */
export interface Folded<T extends Foldable> {
  readonly passage: T;
  readonly duplicates: readonly T[];
}

/**
 * Share of a passage's shingles that must stand in another document for it to count as a copy.
 * Measured by `node evals/tune-copies.ts` on 10,800 windows of four judged sets: unrelated texts share
 * less than 0.3, repeated ones 0.8 and more; the few between are templates with a line of their own.
 */
export const COPY_CONTAINMENT = 0.6;

/**
 * Folds each passage into the better one before it of which it is a copy; best first. Only passages of
 * other documents are copies: neighbours of one document share a sentence by the splitter's overlap.
 * A copy may lie across several kept passages of one document, since no two files are cut at the same
 * places. One that gives another figure is no copy. Time grows with the text, not with its square.
 */
export function foldNearDuplicates<T extends Foldable>(ranked: readonly T[]): Folded<T>[] {
  const kept: Kept<T>[] = [];
  const owners: ShingleOwners = new Map();
  for (const passage of ranked) {
    const words = wordsOf(passage.text);
    const entry: Kept<T> = { passage, words, shingles: shinglesOf(words), duplicates: [] };
    const original = originalOf(entry, kept, owners);
    if (original === null) {
      kept.push(entry);
      own(owners, entry);
    } else {
      original.duplicates.push(passage);
    }
  }
  return kept.map(({ passage, duplicates }) => ({ passage, duplicates }));
}

interface Kept<T extends Foldable> {
  readonly passage: T;
  readonly words: readonly Word[];
  readonly shingles: ReadonlySet<number>;
  readonly duplicates: T[];
}

/** The documents whose kept passages hold a shingle. */
type ShingleOwners = Map<number, DocumentId[]>;

function own(owners: ShingleOwners, { passage, shingles }: Kept<Foldable>): void {
  for (const shingle of shingles) {
    const documents = owners.get(shingle);
    if (documents === undefined) owners.set(shingle, [passage.documentId]);
    else if (!documents.includes(passage.documentId)) documents.push(passage.documentId);
  }
}

/** The kept passage that shares most with the entry, in a document that holds enough of it. */
function originalOf<T extends Foldable>(
  entry: Kept<T>,
  kept: readonly Kept<T>[],
  owners: ShingleOwners,
): Kept<T> | null {
  const holders = documentsHolding(entry, owners);
  if (holders.size === 0) return null;
  const shared = kept
    .filter(({ passage }) => holders.has(passage.documentId))
    .map((original) => ({ original, count: original.shingles.intersection(entry.shingles).size }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  if (shared.some(({ original }) => figuresDisagree(original.words, entry.words))) return null;
  return shared[0]?.original ?? null;
}

function documentsHolding({ passage, shingles }: Kept<Foldable>, owners: ShingleOwners): Set<DocumentId> {
  const counts = new Map<DocumentId, number>();
  for (const shingle of shingles) {
    for (const id of owners.get(shingle) ?? []) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  counts.delete(passage.documentId);
  const needed = COPY_CONTAINMENT * shingles.size;
  return new Set([...counts].filter(([, count]) => count >= needed).map(([id]) => id));
}
