import type { Span } from '../domain/span.ts';
import { sameName } from '../text/name-compare.ts';
import type { ClaimPart } from './claim-text.ts';
import { compareNumbers } from './number-match.ts';
import type { Facts } from './statement.ts';

/**
 * The sentence as the model is to read it: figures and names that agree with the source's are put in the
 * source's words ("22 per cent" for "22 percent", "1.2 million" for "1,200,000"). The model was trained to
 * see any change of them as a contradiction, and can't compute; that they agree is known by rule.
 */
export function inSourceWords({ text, facts }: ClaimPart, source: Facts): string {
  const edits = [...numberEdits(facts, source), ...nameEdits(facts, source)].sort(
    (a, b) => a.start - b.start,
  );
  let [read, from] = ['', 0];
  for (const { start, end, words } of edits) {
    if (start < from) continue;
    read += text.slice(from, start) + words;
    from = end;
  }
  return inPlainWords(read + text.slice(from));
}

interface Edit extends Span {
  readonly words: string;
}

function numberEdits({ numbers }: Facts, source: Facts): Edit[] {
  return numbers.flatMap((number) => {
    if (source.numbers.some((other) => other.text === number.text)) return [];
    const same = source.numbers.find((other) => compareNumbers(number, other) === 'agree');
    return same === undefined ? [] : [{ start: number.start, end: number.end, words: same.text }];
  });
}

function nameEdits({ names }: Facts, source: Facts): Edit[] {
  return names.flatMap((name) => {
    if (source.text.includes(name.text)) return [];
    const same = source.names.find((other) => sameName(name.text, other.text));
    return same === undefined ? [] : [{ start: name.start, end: name.end, words: same.text }];
  });
}

const HEDGES: readonly (readonly [RegExp, string])[] = [
  [/\bover (?=[\d$€£]|(?:two|three|four|five|six|seven|eight|nine|ten|a)\b)/giu, 'more than '],
  [/\b(?:around|roughly|approximately) (?=[\d$€£])/giu, 'about '],
  [/\bnearly (?=[\d$€£])/giu, 'almost '],
  [/\bper cent\b/giu, 'percent'],
];

// The model sees every "not", and nothing in "against".
const DENIALS: readonly (readonly [RegExp, string])[] = [
  [/\b(advi[sz]e[ds]?|recommend(?:s|ed)?|counsel(?:s|l?ed)?|decide[ds]?) against\b/giu, '$1 not'],
];

/** One word for each hedge of a figure, and a plain "not" for what denies; for both texts that the model reads. */
export function inPlainWords(text: string): string {
  return [...HEDGES, ...DENIALS].reduce((plain, [pattern, words]) => plain.replace(pattern, words), text);
}
