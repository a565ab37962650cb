import type { DocumentId } from '../domain/document.ts';
import { words } from '../text/tokens.ts';
import { isRetelling, type Statement, statementsOf } from './retelling.ts';
import { shinglesOf } from './shingles.ts';

/** What folding reads of a passage. */
export interface Foldable {
  readonly documentId: DocumentId;
  readonly text: string;
}

/** A passage and those of other documents that tell nothing but what it tells, or its neighbours do. */
export interface Folded<T extends Foldable> {
  readonly passage: T;
  readonly duplicates: readonly T[];
}

/**
 * Share of a passage's shingles that another document must hold for the two to be compared sentence by
 * sentence. Measured by `node evals/tune-copies.ts` on 10,800 windows of four judged sets: of unrelated
 * texts 0.3 % reach 0.1 and none 0.3; retellings of one story in a newsroom lie at 0.35 and above.
 */
const SHARED_WORDING = 0.2;

/**
 * Folds retellings, best first. A passage is folded into the better one before it that tells all it
 * tells; where the later one tells more, it takes the better one's place. Only passages of different
 * documents are folded: neighbours of one document share a sentence by the splitter's overlap. A
 * retelling may lie across several passages of a document, since no two files are cut at the same
 * places. Time grows with the text, not with its square, but for passages that share wording.
 */
export function foldNearDuplicates<T extends Foldable>(ranked: readonly T[]): Folded<T>[] {
  const kept: Entry<T>[] = [];
  const holders: ShingleHolders = new Map();
  for (const passage of ranked) {
    const entry = entryOf(passage);
    const sharing = kept.filter(sharesWording(entry, holders));
    hold(holders, entry);
    const original = tellerOf(entry, sharing);
    if (original !== null) {
      original.duplicates.push(passage);
      continue;
    }
    const place = firstToldBy([...kept.filter(isOf(entry)), entry], sharing);
    if (place === undefined) {
      kept.push(entry);
    } else {
      entry.duplicates.push(place.passage, ...place.duplicates);
      kept[kept.indexOf(place)] = entry;
    }
  }
  return kept.map(({ passage, duplicates }) => ({ passage, duplicates }));
}

interface Entry<T extends Foldable> {
  readonly passage: T;
  readonly shingles: ReadonlySet<number>;
  /** Made at the first call: few passages share wording with another. */
  readonly statements: () => readonly Statement[];
  readonly duplicates: T[];
}

function entryOf<T extends Foldable>(passage: T): Entry<T> {
  const found = words(passage.text);
  let statements: readonly Statement[] | null = null;
  return {
    passage,
    shingles: shinglesOf(found),
    statements: () => {
      statements ??= statementsOf(passage.text, found);
      return statements;
    },
    duplicates: [],
  };
}

const isOf = (entry: Entry<Foldable>) => (other: Entry<Foldable>) =>
  other.passage.documentId === entry.passage.documentId;

/** The documents that hold a shingle. */
type ShingleHolders = Map<number, DocumentId[]>;

function hold(holders: ShingleHolders, { passage, shingles }: Entry<Foldable>): void {
  for (const shingle of shingles) {
    const documents = holders.get(shingle);
    if (documents === undefined) holders.set(shingle, [passage.documentId]);
    else if (!documents.includes(passage.documentId)) documents.push(passage.documentId);
  }
}

/** True for entries of other documents that hold enough of the entry's wording. */
function sharesWording(
  { passage, shingles }: Entry<Foldable>,
  holders: ShingleHolders,
): (other: Entry<Foldable>) => boolean {
  const counts = new Map<DocumentId, number>();
  for (const shingle of shingles) {
    for (const id of holders.get(shingle) ?? []) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  counts.delete(passage.documentId);
  const needed = Math.max(1, SHARED_WORDING * shingles.size);
  return (other) => (counts.get(other.passage.documentId) ?? 0) >= needed;
}

/** Of the entries of a document that together tell all that `entry` tells, the one that shares most with it. */
function tellerOf<T extends Foldable>(entry: Entry<T>, sharing: readonly Entry<T>[]): Entry<T> | null {
  const documents = Map.groupBy(sharing, (other) => other.passage.documentId);
  const tellers = [...documents.values()].filter((others) => isToldBy(entry, others)).flat();
  return mostShared(entry, tellers, sharing);
}

/** Of equals the first in the order of `sharing`. */
function mostShared<T extends Foldable>(
  { shingles }: Entry<T>,
  tellers: readonly Entry<T>[],
  sharing: readonly Entry<T>[],
): Entry<T> | null {
  if (tellers.length < 2) return tellers[0] ?? null;
  const shared = new Map(tellers.map((other) => [other, other.shingles.intersection(shingles).size]));
  const inOrder = sharing.filter((other) => shared.has(other));
  return inOrder.sort((a, b) => (shared.get(b) ?? 0) - (shared.get(a) ?? 0))[0] ?? null;
}

function isToldBy(entry: Entry<Foldable>, others: readonly Entry<Foldable>[]): boolean {
  return isRetelling(
    entry.statements(),
    others.flatMap((other) => other.statements()),
  );
}

/** The first of the entries that adds nothing to what `tellers` tell. */
function firstToldBy<T extends Foldable>(
  tellers: readonly Entry<T>[],
  entries: readonly Entry<T>[],
): Entry<T> | undefined {
  if (entries.length === 0) return undefined;
  const told = tellers.flatMap((teller) => teller.statements());
  return entries.find((entry) => isRetelling(entry.statements(), told));
}
