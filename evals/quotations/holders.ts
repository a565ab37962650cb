import type { CollectionText } from '../collections/collection.ts';
import { plainWords } from './spoken.ts';

/** Finds the ids of the texts that hold words in a row, whatever their marks. */
export function holdersAmong(texts: readonly CollectionText[]): (said: string) => string[] {
  const plain = texts.map(({ id, text }) => ({ id, words: plainWords(text) }));
  const byWord = new Map<string, typeof plain>();
  for (const one of plain) {
    for (const word of new Set(one.words.trim().split(' '))) {
      const holders = byWord.get(word);
      if (holders === undefined) byWord.set(word, [one]);
      else holders.push(one);
    }
  }
  return (said) => {
    const needle = plainWords(said);
    const lists = needle
      .trim()
      .split(' ')
      .map((word) => byWord.get(word) ?? []);
    // Only the texts with its rarest word can hold it.
    const fewest = lists.reduce((least, list) => (list.length < least.length ? list : least));
    return fewest.flatMap(({ id, words }) => (words.includes(needle) ? [id] : []));
  };
}
