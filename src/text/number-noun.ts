import type { NumberText } from './number-text.ts';
import { looksPlural, singular } from './number-units.ts';
import { isFunctionWord } from './tokens.ts';

/** What a number counts: the noun in the singular and where it ends. */
export interface CountedNoun {
  readonly norm: string;
  readonly end: number;
}

// A head noun stands within this many words of its figure: "32,000 currently enrolled African students".
const REACH_WORDS = 6;
const PASSED_OVER = new Set('more other new additional further different own such separate of'.split(' '));
const AFTER_OF = new Set('the its their his her these those our all my your whom'.split(' '));
const NOT_NOUNS = new Set(
  (
    'per versus percent ago later earlier away old off out up down back said says say told according including among between ' +
    'since under within without during against across near over around through while also still even now yet nor like nothing something everything anything nobody someone anyone everyone'
  ).split(' '),
);

/**
 * The noun counted by the number that ends before word `next`: the first plural within reach, else
 * the first content word (`45 wounded`); null where punctuation or grammar stops the run first.
 */
export function countedNoun(source: NumberText, next: number): CountedNoun | null {
  const from = skipOf(source, next);
  let first: CountedNoun | null = null;
  for (let index = from; index < from + REACH_WORDS; index++) {
    const word = source.words[index];
    if (word === undefined || !source.joined(index - 1)) break;
    if (PASSED_OVER.has(word.norm)) continue;
    if (isFunctionWord(word.norm) || NOT_NOUNS.has(word.norm) || /^\p{N}/u.test(word.norm)) break;
    // "54 killed, 12 of them soldiers": a word after the first participle is no longer counted.
    if (looksPlural(word.norm)) return { norm: singular(word.norm), end: word.end };
    first ??= { norm: singular(word.norm), end: word.end };
  }
  return first;
}

// "54 of its 80 aircraft": both figures count aircraft.
function skipOf(source: NumberText, next: number): number {
  let index = next;
  if (source.words[index]?.norm !== 'of' || !source.joined(index - 1)) return index;
  index++;
  while (AFTER_OF.has(source.words[index]?.norm ?? '') && source.joined(index - 1)) index++;
  if (/^\d/.test(source.words[index]?.norm ?? '') && source.joined(index - 1)) index++;
  return index;
}
