import type { Word } from '../text/tokens.ts';

/** Words in a shingle: texts on one subject share few runs of four, and an edited word spoils only four. */
const SHINGLE_WORDS = 4;

/**
 * Every run of `size` words, four unless told, each as a 32-bit hash (Broder, On the Resemblance and
 * Containment of Documents, 1997). Fewer words are one shingle; none, none.
 */
export function shinglesOf(words: readonly Pick<Word, 'norm'>[], size = SHINGLE_WORDS): ReadonlySet<number> {
  const hashes = words.map((word) => hashWord(word.norm));
  const runs = Math.max(hashes.length - size + 1, Math.min(hashes.length, 1));
  const shingles = new Set<number>();
  for (let start = 0; start < runs; start++) shingles.add(hashRun(hashes, start, size));
  return shingles;
}

// FNV-1a, 32 bits. Two passages have some hundred shingles each: a chance match is one in a million.
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

function hashRun(hashes: readonly number[], start: number, size: number): number {
  let hash = FNV_OFFSET;
  for (let at = start; at < start + size; at++) hash = mix(hash, hashes[at] ?? 0);
  return hash;
}

function hashWord(norm: string): number {
  let hash = FNV_OFFSET;
  for (let at = 0; at < norm.length; at++) hash = mix(hash, norm.charCodeAt(at));
  return hash;
}

function mix(hash: number, value: number): number {
  // Signed: whole numbers of 32 bits are stored as they are, larger ones as objects.
  return Math.imul(hash ^ value, FNV_PRIME);
}
