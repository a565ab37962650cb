import type { Document } from '../../domain/document.ts';
import type { DateMention } from '../../text/dates.ts';
import type { NameMention } from '../../text/names.ts';
import type { NumberMention } from '../../text/numbers.ts';
import type { WeighWord } from '../../verification/reading.ts';
import { contentTokens, factsOf } from '../../verification/statement.ts';
import type { ReadSentence } from './archive-reader.ts';

/** A statement, its figures and the words by which a sentence is known to speak of the same matter. */
export interface Stated {
  readonly text: string;
  readonly numbers: readonly NumberMention[];
  readonly dates: readonly DateMention[];
  readonly names: readonly NameMention[];
  /** Stems of its words that are no figures, with their weights. */
  readonly weights: ReadonlyMap<string, number>;
}

/** Reads a statement; `weigh` gives a word's inverse document frequency. */
export function statedOf(text: string, publishedAt: string | null, weigh: WeighWord): Stated {
  const facts = factsOf(text, publishedAt);
  const weights = new Map(contentTokens(facts).map(({ stem }) => [stem, weigh(stem)]));
  return { text, numbers: facts.numbers, dates: facts.dates, names: facts.names, weights };
}

/** One article, as far as it was held against the statement. */
export interface HeldAgainst {
  readonly document: Document;
  readonly sentences: readonly ReadSentence[];
  /** Whom and what the article names; asked for only where its text does not hold a name as it is. */
  readonly names: () => readonly NameMention[];
}

/** The share of a statement's words, by their rarity, that a sentence with these stems holds, 0 to 1. */
export function shareOf({ weights }: Stated, stems: ReadonlySet<string>): number {
  let [held, all] = [0, 0];
  for (const [stem, weight] of weights) {
    all += weight;
    if (stems.has(stem)) held += weight;
  }
  return all === 0 ? 0 : held / all;
}
