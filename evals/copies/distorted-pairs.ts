import { randomFrom, sample, seedOf } from '../asking/random.ts';
import type { CollectionText } from '../collections/collection.ts';
import { type Distortion, FURNITURE, OTHERS, RETELLINGS, sentencesOf } from './distortions.ts';

/** Two texts of which one was made of the other, or shares only something with it. */
export interface DistortedPair {
  readonly kind: string;
  readonly isRetelling: boolean;
  readonly sourceId: string;
  readonly source: string;
  readonly made: string;
}

// Shorter ones are captions and teasers; of longer ones there are enough.
const LEAST_SENTENCES = 8;

/**
 * For each article one pair of every kind, with sentences of `others` where foreign ones are put in; the
 * same pairs at every call.
 */
export function distortedPairs(
  texts: readonly CollectionText[],
  others: readonly CollectionText[] = texts,
): DistortedPair[] {
  const articles = articlesOf(texts);
  const foreigners = articlesOf(others);
  const vocabulary = [...new Set(texts.flatMap(({ text }) => text.match(/(?<!\S)\p{Ll}{4,}(?!\S)/gu) ?? []))];
  return articles.flatMap((article) => {
    const random = randomFrom(seedOf(article.id));
    const [foreign] = sample(
      foreigners.filter(({ id }) => id !== article.id),
      1,
      random,
    );
    const tools = { random, vocabulary, foreign: foreign?.sentences ?? [] };
    const pairs = (kinds: Readonly<Record<string, Distortion>>, isRetelling: boolean) =>
      Object.entries(kinds).map(([kind, distort]): DistortedPair => {
        const shared = kind.includes('furniture') ? FURNITURE : [];
        return {
          kind,
          isRetelling,
          sourceId: article.id,
          source: [...article.sentences, ...shared].join('\n\n'),
          made: distort(article.sentences, tools).join('\n\n'),
        };
      });
    return [...pairs(RETELLINGS, true), ...pairs(OTHERS, false)];
  });
}

function articlesOf(texts: readonly CollectionText[]) {
  return texts
    .map(({ id, text }) => ({ id, sentences: sentencesOf(text) }))
    .filter(({ sentences }) => sentences.length >= LEAST_SENTENCES);
}

/** Half of the texts, by their ids: constants are chosen on the one, suites judge on the other. */
export function isForTuning({ id }: Pick<CollectionText, 'id'>): boolean {
  return seedOf(`tuning ${id}`) % 2 === 0;
}
