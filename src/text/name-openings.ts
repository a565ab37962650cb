import { countryOf } from './countries.ts';
import type { NameLine, NameRun } from './name-line.ts';
import { headsJoinedName, isSpeechVerb, JOINERS } from './name-words.ts';
import { isFunctionWord } from './tokens.ts';

/**
 * What of a run that opens a sentence is a name: its first word is capitalized whatever it is. `known`: words
 * that stand capitalized elsewhere in the text too. None or one run.
 */
export function openingName(line: NameLine, run: NameRun, known: ReadonlySet<string>): NameRun[] {
  const first = run.words[0];
  if (first === undefined) return [];
  if (isFunctionWord(first.norm)) return withoutFirst(run);
  if (known.has(first.norm) || isEvidentName(line, run)) return [run];
  // "Leaders of Russia met": the capital only opens the sentence.
  if (JOINERS.has(run.words[1]?.text ?? '') && !headsJoinedName(first.norm))
    return withoutFirst(run).flatMap(withoutFirst);
  return run.words.length > 1 && !looksDerived(first.norm) ? [run] : withoutFirst(run);
}

/** A run but for its first word; nothing where it has no other. */
export const withoutFirst = (run: NameRun): NameRun[] =>
  run.words.length > 1 ? [{ words: run.words.slice(1), at: run.at + 1, lowerTitle: null }] : [];

function isEvidentName(line: NameLine, run: NameRun): boolean {
  const first = run.words[0]?.text ?? '';
  if (
    countryOf(first) !== null ||
    /^\p{Lu}{2,}/u.test(first) ||
    /['’]s$/u.test(first) ||
    /['’]\p{Lu}/u.test(first)
  )
    return true;
  const next = line.words[run.at + run.words.length];
  return next !== undefined && isSpeechVerb(next.norm);
}

const COMMON_OPENERS = new Set(
  'new former senior several many two three four five six seven eight nine ten last next early late local top outgoing incoming'.split(
    ' ',
  ),
);

// First names that end like a form of a verb or an adverb.
const FIRST_NAMES = new Set(
  'mohammed mohamed muhammed ahmed fred alfred wilfred manfred ned ted jared mildred winifred syed saeed waleed reed ming ling irving sterling kelly emily lily molly polly holly sally billy wally willy carly kimberly beverly shelly nelly reilly'.split(
    ' ',
  ),
);

const looksDerived = (norm: string) =>
  COMMON_OPENERS.has(norm) || (/(?:ing|ed|ly)$/.test(norm) && !FIRST_NAMES.has(norm));
