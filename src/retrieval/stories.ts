import type { DocumentId } from '../domain/document.ts';
import type { Story } from '../domain/story.ts';
import { sentences } from '../text/sentences.ts';
import { words } from '../text/tokens.ts';
import { BucketPairs } from './bucket-pairs.ts';
import { commonShingles } from './common-shingles.ts';
import { type Bond, groupBonded } from './group-stories.ts';
import { planeKeys } from './hyperplanes.ts';
import { bandKeys, finalize, signatureOf } from './minhash.ts';
import { allStatementsOf } from './retelling.ts';
import { kinshipOf, SPUN_SIMILARITY, similarityOf, type Telling } from './same-story.ts';
import { shinglesOf } from './shingles.ts';

/** Changes with whatever shapes stories, so that an index knows when its own are out of date. */
export const STORY_RULE = 'minhash 64x2, told 0.6';

/** Three words: a light rewording spoils every second run of four, and what all texts share is left out. */
const SHINGLE_WORDS = 3;

/**
 * Share of the shorter text's shingles that two must have in common to be compared sentence by
 * sentence. Reports of one event by different hands share up to 0.3, retellings 0.35 and more.
 */
const SHARED_WORDING = 0.12;

/** What a text must give to be told apart from its retellings. */
export interface StoryDocument {
  readonly documentId: DocumentId;
  readonly text: string;
  /** One a passage, of unit length; none: retellings in wholly new words are not seen. */
  readonly vectors: readonly Float32Array[];
}

/** Texts between two turns of the event loop: some ten milliseconds' work. */
const BETWEEN_PAUSES = 50;

/**
 * Finds which documents tell one story: candidates by MinHash over rare shingles and by hyperplanes
 * over vectors, each pair then judged sentence by sentence. Time and memory grow with the text; all of
 * it is held until the end, a few kilobytes an article.
 */
export class StoryFinder {
  readonly #copies = new Map<string, Entry>();

  add({ documentId, text, vectors }: StoryDocument): void {
    const shingles = Uint32Array.from(shinglesOf(words(text), SHINGLE_WORDS)).sort();
    if (shingles.length === 0) return;
    // Copies to the letter are one from the start: furniture is what different texts share.
    const key = keyOf(shingles);
    const known = this.#copies.get(key);
    if (known === undefined) {
      this.#copies.set(key, { ids: [documentId], text, shingles, centroid: centroidOf(vectors) });
    } else known.ids.push(documentId);
  }

  /**
   * The stories that more than one document tells, each in order of ids, whatever the order of adding.
   * `pause` is awaited now and then; what it throws ends the search.
   */
  async find(pause: () => Promise<void> = async () => undefined): Promise<Story[]> {
    for (const { ids } of this.#copies.values()) ids.sort();
    const entries = [...this.#copies.values()].sort((a, b) => ((a.ids[0] ?? '') < (b.ids[0] ?? '') ? -1 : 1));
    const bonds = await bondsAmong(entries, pause);
    const groups = groupBonded(bonds);
    const grouped = new Set(groups.flat());
    const alone = entries.keys().filter((index) => !grouped.has(index));
    return [...groups, ...alone.map((index) => [index])]
      .map((group) => group.flatMap((index) => entries[index]?.ids ?? []).sort())
      .filter((ids) => ids.length > 1)
      .sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
  }
}

/** A text with the documents that hold it to the letter. */
interface Entry {
  readonly ids: DocumentId[];
  readonly text: string;
  /** Sorted. */
  readonly shingles: Uint32Array;
  readonly centroid: Float32Array | null;
}

interface Candidate {
  readonly rare: Uint32Array;
  readonly centroid: Float32Array | null;
  readonly telling: () => Telling;
}

async function bondsAmong(entries: readonly Entry[], pause: () => Promise<void>): Promise<Bond[]> {
  const isCommon = commonShingles(entries);
  const worded = new BucketPairs();
  const alike = new BucketPairs();
  const planes = planeKeys(entries.find(({ centroid }) => centroid !== null)?.centroid?.length ?? 0);
  const candidates: Candidate[] = [];
  const bonds: Bond[] = [];
  for (const [item, entry] of entries.entries()) {
    if (item % BETWEEN_PAUSES === 0) await pause();
    const one = candidateOf(entry, isCommon);
    candidates.push(one);
    const signature = signatureOf(one.rare);
    const byWords = signature === null ? [] : worded.add(item, bandKeys(signature));
    const byVectors = entry.centroid === null ? [] : alike.add(item, planes(entry.centroid));
    for (const other of new Set([...byWords, ...byVectors])) {
      const rival = candidates[other];
      if (rival !== undefined && isWorthComparing(one, rival) && isOneStory(one, rival))
        bonds.push(bondOf({ item, one }, { item: other, one: rival }));
    }
  }
  return bonds;
}

function candidateOf({ text, shingles, centroid }: Entry, isCommon: (shingle: number) => boolean): Candidate {
  let telling: Telling | null = null;
  return {
    rare: shingles.filter((shingle) => !isCommon(shingle)),
    centroid,
    // Made at the first call: few texts are candidates for another's retelling.
    telling: () => {
      telling ??= { statements: allStatementsOf(withoutFurniture(text, isCommon)), centroid };
      return telling;
    },
  };
}

/** The text without the sentences that many texts have. */
function withoutFurniture(text: string, isCommon: (shingle: number) => boolean): string {
  const isOwn = (sentence: string) => {
    const shingles = [...shinglesOf(words(sentence), SHINGLE_WORDS)];
    return shingles.filter(isCommon).length <= shingles.length / 2;
  };
  return sentences(text)
    .map(({ start, end }) => text.slice(start, end))
    .filter(isOwn)
    .join('\n');
}

function isWorthComparing(a: Candidate, b: Candidate): boolean {
  const least = Math.min(a.rare.length, b.rare.length);
  if (least > 0 && sharedCount(a.rare, b.rare) >= SHARED_WORDING * least) return true;
  return similarityOf(a.centroid, b.centroid) >= SPUN_SIMILARITY;
}

const isOneStory = (a: Candidate, b: Candidate) => kinshipOf(a.telling(), b.telling()).isSameStory;

interface Placed {
  readonly item: number;
  readonly one: Candidate;
}

function bondOf(a: Placed, b: Placed): Bond {
  const [longer, shorter] = a.one.rare.length >= b.one.rare.length ? [a, b] : [b, a];
  return { longer: longer.item, shorter: shorter.item };
}

/** Numbers that two sorted lists have in common. */
function sharedCount(a: Uint32Array, b: Uint32Array): number {
  let [count, at, other] = [0, 0, 0];
  while (at < a.length && other < b.length) {
    const difference = (a[at] ?? 0) - (b[other] ?? 0);
    if (difference === 0) count++;
    if (difference <= 0) at++;
    if (difference >= 0) other++;
  }
  return count;
}

// Two hashes of 32 bits: a chance match of two texts among a million is one in ten million.
function keyOf(shingles: Uint32Array): string {
  let [first, second] = [shingles.length, 0];
  for (const shingle of shingles) {
    first = finalize(first ^ shingle);
    second = finalize((second + shingle) | 0);
  }
  return `${first} ${second}`;
}

function centroidOf(vectors: readonly Float32Array[]): Float32Array | null {
  const sum = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) {
    for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) + (vector[at] ?? 0);
  }
  const length = Math.hypot(...sum);
  return length === 0 ? null : sum.map((value) => value / length);
}
