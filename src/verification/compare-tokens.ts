import type { Span } from '../domain/span.ts';
import { isFunctionWord, termOf } from '../text/tokens.ts';
import { foldSpelling } from './spelling.ts';

/** A word or a money or percent sign, with what two texts are compared by. */
export interface Token extends Span {
  /** Lower case without accents, American spelling, plain apostrophes, `%` for percent. */
  readonly key: string;
  /** Stem, for words that differ only in their form. */
  readonly stem: string;
  /** What the word says: grammar less than content. */
  readonly weight: number;
}

// Unlike search terms, possessives stay: "Mali" and "Mali's" are a changed word in a quotation.
// Scripts without spaces go by character.
const TOKEN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+(?:(?:[’'·.](?=\p{L})|[.,](?=\p{N})|\p{M})[\p{L}\p{N}\p{M}]+)*|[%$€£¥]/gu;

// An article changed or dropped alters less than a noun, but it does alter a quotation.
const FUNCTION_WEIGHT = 0.4;

/** The tokens of a text in order; a contraction with `not` is two (`isn't` is `is` and `not`). */
export function compareTokens(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    for (const { key, stem, weight, from, to } of partsAt(text, match, tokens.at(-1)))
      tokens.push({ key, stem, weight, start: match.index + from, end: match.index + to });
    takeBackDenial(tokens);
  }
  return tokens;
}

// "Not only to lift but also to extend" denies nothing.
function takeBackDenial(tokens: Token[]): void {
  const [denial, last] = tokens.slice(-2);
  if (denial?.key === 'not' && last !== undefined && ONLY.has(last.key))
    tokens.splice(-2, 1, { ...denial, key: 'not-only' });
}

const ONLY = new Set(['only', 'just', 'merely', 'simply']);

function partsAt(text: string, match: RegExpExecArray, before: Token | undefined): readonly WordPart[] {
  if (isNumero(text, match)) return NUMERO;
  if (isAnswer(text, match)) return ANSWER;
  const turned = TURNING.find(({ word, after }) => word === match[0] && after.test(before?.key ?? ''));
  return turned?.parts ?? partsOf(match[0]);
}

// "No. 8" counts and does not deny.
const isNumero = (text: string, match: RegExpExecArray) =>
  /^no$/i.test(match[0]) && /^\.\s?\d/.test(text.slice(match.index + 2, match.index + 5));

// "No, you can do so everywhere" answers, and what follows is told as it is.
const isAnswer = (text: string, { 0: word, index }: RegExpExecArray) =>
  word === 'No' &&
  text.charAt(index + 2) === ',' &&
  !/\p{L}\s$/u.test(text.slice(Math.max(0, index - 2), index));

/** What a word is compared by, and the part of it, mostly the whole, that this is. */
interface WordPart {
  readonly key: string;
  readonly stem: string;
  readonly weight: number;
  readonly from: number;
  readonly to: number;
}

function partsOf(word: string): readonly WordPart[] {
  const known = KNOWN.get(word);
  if (known !== undefined) return known;
  const parts = readParts(word);
  if (KNOWN.size >= MAX_KNOWN) KNOWN.clear();
  if (word.length <= MAX_KNOWN_CHARS) KNOWN.set(word, parts);
  return parts;
}

// A check reads millions of words, nearly all of them again and again; a few megabytes at most.
const KNOWN = new Map<string, readonly WordPart[]>();
const MAX_KNOWN = 20_000;
const MAX_KNOWN_CHARS = 32;

function readParts(word: string): readonly WordPart[] {
  const key = keyOf(word);
  const contraction = NEGATED.exec(key);
  const negated = contraction?.[1] ?? contraction?.[2];
  if (negated === undefined) return [part(key, 0, word.length)];
  const cut = key === 'cannot' ? 3 : word.length - 3;
  return [part(FULL_VERBS[negated] ?? negated, 0, cut), part('not', cut, word.length)];
}

const NEGATED =
  /^(is|are|was|were|do|does|did|has|have|had|would|could|should|must|need|ca|wo|sha|ai)n't$|^(can)not$/;
const FULL_VERBS: Readonly<Record<string, string>> = { ca: 'can', wo: 'will', sha: 'shall', ai: 'is' };

function part(key: string, from: number, to: number): WordPart {
  const stem = termOf(key.replace(/'s?$/, ''));
  return { key, stem, weight: isFunctionWord(key) ? FUNCTION_WEIGHT : 1, from, to };
}

const NUMERO = [part('number', 0, 2)];
const ANSWER = [{ ...part('no', 0, 2), key: 'no-answer' }];

// Words that with the one before them say what another word says: to advise against something is to advise
// that it be not, to scale it back is to reduce it. They weigh what the small words weigh that they are.
const TURNING = [
  {
    word: 'against',
    says: 'not',
    after: /^(?:advi[sz](?:e[ds]?|ing)|(?:recommend|counsel|decid)(?:e?[ds]|l?ing)?)$/,
  },
  { word: 'out', says: 'prevent', after: /^rul(?:e[ds]?|ing)$/ },
  { word: 'back', says: 'reduce', after: /^(?:scal|dial|par|cut|roll)(?:e[ds]?|s|t?ing|l?ed)?$/ },
  { word: 'down', says: 'reduce', after: /^(?:scal|dial|ratchet|wind|wound)(?:e[ds]?|s|l?ing|l?ed)?$/ },
  { word: 'up', says: 'increase', after: /^(?:scal|step|ramp|speed|sped)(?:e[ds]?|s|p?ing|p?ed)?$/ },
].map(({ word, says, after }) => ({
  word,
  after,
  parts: [{ ...part(word, 0, word.length), key: says, weight: FUNCTION_WEIGHT }],
}));

function keyOf(word: string): string {
  if (/^[a-z]+$/.test(word)) return foldSpelling(word);
  const folded = word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[’‘]/g, "'")
    .toLowerCase();
  // `U.S.` and `US` are one word.
  return /^\p{L}(?:\.\p{L})+$/u.test(folded) ? folded.replaceAll('.', '') : foldSpelling(folded);
}
