import type { Document } from '../../domain/document.ts';
import { throwIfAborted } from '../../domain/errors.ts';
import type { Passage, PassageId } from '../../domain/passage.ts';
import type { QueryOptions, Scored, TermIndex } from '../../ports/index-store.ts';
import { inverseDocumentFrequency, termSaturation } from '../../retrieval/bm25.ts';
import { terms as termsOf } from '../../text/tokens.ts';
import type { TermPostings } from './term-postings.ts';
import { TopScored } from './top-scored.ts';

/** Who the passage numbers of the postings are. */
export interface PassageNumbers {
  readonly ids: readonly PassageId[];
  /** The document of each passage. */
  readonly documentIds: readonly string[];
}

/** What the words of a passage are for search: its document's title, the heading above it, its text. */
export function termText(document: Document, passage: Passage): string {
  const text = document.text.slice(passage.start, passage.end);
  return [document.title, passage.heading ?? '', text].join('\n');
}

/** BM25 over postings held in memory; a query touches only the postings of its terms. */
export function createTermIndex(postings: TermPostings, numbers: PassageNumbers): TermIndex {
  const termNumbers = new Map(postings.vocabulary.map((term, number) => [term, number]));
  const total = postings.lengths.length;
  const saturations = weighPostings(postings);
  const idf = (term: string) => {
    const number = termNumbers.get(term);
    const matching =
      number === undefined ? 0 : (postings.starts[number + 1] ?? 0) - (postings.starts[number] ?? 0);
    return inverseDocumentFrequency(total, matching);
  };

  function score(text: string): Float64Array {
    const scores = new Float64Array(total);
    // A word that a question repeats is asked for once: better on each judged set but one that ties.
    for (const term of new Set(termsOf(text))) {
      const number = termNumbers.get(term);
      if (number === undefined) continue;
      const weight = idf(term);
      const end = postings.starts[number + 1] ?? 0;
      for (let at = postings.starts[number] ?? 0; at < end; at++) {
        const passage = postings.passages[at] ?? 0;
        scores[passage] = (scores[passage] ?? 0) + weight * (saturations[at] ?? 0);
      }
    }
    return scores;
  }

  return {
    async query(text, options) {
      throwIfAborted(options.signal, 'The search was stopped.');
      return best(score(text), numbers, options);
    },
    inverseDocumentFrequency: idf,
  };
}

// A term's share of a passage's score never changes, so it is computed once, not at every query.
function weighPostings({ passages, counts, lengths }: TermPostings): Float32Array {
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const saturations = new Float32Array(counts.length);
  // A plain loop: `Float32Array.from` with a callback takes ten times as long over millions of postings.
  for (let at = 0; at < counts.length; at++) {
    const lengthRatio = (lengths[passages[at] ?? 0] ?? 0) / meanLength;
    saturations[at] = termSaturation(counts[at] ?? 0, lengthRatio);
  }
  return saturations;
}

function best(
  scores: Float64Array,
  numbers: PassageNumbers,
  { documentIds, limit }: QueryOptions,
): readonly Scored[] {
  const top = new TopScored(limit);
  for (let passage = 0; passage < scores.length; passage++) {
    const score = scores[passage] ?? 0;
    if (score === 0) continue;
    if (documentIds?.has(numbers.documentIds[passage] ?? '') === false) continue;
    top.offer(numbers.ids[passage] ?? '', score);
  }
  return top.list();
}
