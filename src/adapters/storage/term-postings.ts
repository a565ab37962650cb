import { damaged } from './manifest-file.ts';

/** An inverted index in flat arrays: the postings of term `t` are `[starts[t], starts[t + 1])`. */
export interface TermPostings {
  /** The place of a term is its number. */
  readonly vocabulary: readonly string[];
  /** One more than there are terms. */
  readonly starts: Uint32Array;
  /** Passage numbers, ascending within a term. */
  readonly passages: Uint32Array;
  /** Times the term stands in that passage, at most 255: BM25 has long levelled off there. */
  readonly counts: Uint8Array;
  /** Terms of each passage, repeated ones as often as they stand. */
  readonly lengths: Uint32Array;
}

/** Takes passages in order of their number and keeps, for each, its terms and their counts. */
export class PostingsBuilder {
  readonly #numbers = new Map<string, number>();
  readonly #terms = new GrowingUint32();
  readonly #counts = new GrowingUint32();
  // Where the terms of each passage end in the two arrays above.
  readonly #ends = new GrowingUint32();
  readonly #lengths = new GrowingUint32();

  add(terms: readonly string[]): void {
    const counts = new Map<number, number>();
    for (const term of terms) {
      const number = this.#numberOf(term);
      counts.set(number, (counts.get(number) ?? 0) + 1);
    }
    for (const [number, count] of counts) {
      this.#terms.push(number);
      this.#counts.push(Math.min(count, 255));
    }
    this.#ends.push(this.#terms.length);
    this.#lengths.push(terms.length);
  }

  /** A counting sort by term, which keeps passages ascending within a term. */
  finish(): TermPostings {
    const terms = this.#terms.view();
    const given = this.#counts.view();
    const starts = startsOf(terms, this.#numbers.size);
    const next = starts.slice();
    const passages = new Uint32Array(terms.length);
    const counts = new Uint8Array(terms.length);
    let at = 0;
    for (const [passage, end] of this.#ends.view().entries()) {
      for (; at < end; at++) {
        const term = terms[at] ?? 0;
        const place = next[term] ?? 0;
        next[term] = place + 1;
        passages[place] = passage;
        counts[place] = given[at] ?? 0;
      }
    }
    return { vocabulary: [...this.#numbers.keys()], starts, passages, counts, lengths: this.#lengths.view() };
  }

  #numberOf(term: string): number {
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(term, number);
    return number;
  }
}

function startsOf(terms: Uint32Array, termCount: number): Uint32Array {
  const starts = new Uint32Array(termCount + 1);
  for (const term of terms) starts[term + 1] = (starts[term + 1] ?? 0) + 1;
  for (let term = 0; term < termCount; term++)
    starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  return starts;
}

class GrowingUint32 {
  #values = new Uint32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new Uint32Array(this.#values.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length++] = value;
  }

  view(): Uint32Array {
    return this.#values.subarray(0, this.length);
  }
}

const HEADER_NUMBERS = 3;

/**
 * One file, little-endian: numbers of terms, postings and passages; `starts`, `passages`, `lengths`
 * (32 bits each); `counts` (8 bits); then the vocabulary as lines of UTF-8.
 */
export function encodePostings(postings: TermPostings): Uint8Array {
  const { vocabulary, starts, passages, counts, lengths } = postings;
  const header = Uint32Array.of(vocabulary.length, passages.length, lengths.length);
  const parts = [header, starts, passages, lengths, counts].map(bytesOf);
  return Buffer.concat([...parts, new TextEncoder().encode(vocabulary.join('\n'))]);
}

const bytesOf = (array: Uint32Array | Uint8Array) =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

/** Reads what `encodePostings` wrote; throws `index-damaged` where the sizes do not add up. */
export function decodePostings(bytes: Uint8Array): TermPostings {
  // A copy of its own starts at a multiple of four, which the 32-bit views below need.
  const { buffer } = new Uint8Array(bytes);
  const headerBytes = HEADER_NUMBERS * 4;
  if (buffer.byteLength < headerBytes) throw damaged('the term file is too short');
  const [termCount = 0, postingCount = 0, passageCount = 0] = new Uint32Array(buffer, 0, HEADER_NUMBERS);
  let at = headerBytes;
  const fixedBytes = (termCount + 1 + postingCount + passageCount) * 4 + postingCount;
  if (buffer.byteLength < at + fixedBytes) throw damaged('the term file is too short');
  const numbers = (count: number) => {
    const view = new Uint32Array(buffer, at, count);
    at += view.byteLength;
    return view;
  };
  const starts = numbers(termCount + 1);
  const passages = numbers(postingCount);
  const lengths = numbers(passageCount);
  const counts = new Uint8Array(buffer, at, postingCount);
  const words = new TextDecoder().decode(new Uint8Array(buffer, at + postingCount));
  const vocabulary = termCount === 0 ? [] : words.split('\n');
  if (vocabulary.length !== termCount) throw damaged('the term file lost words');
  return { vocabulary, starts, passages, counts, lengths };
}
