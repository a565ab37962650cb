import { sentences } from '../../src/text/sentences.ts';
import { sample } from '../asking/random.ts';

/** What a distortion works with; every draw is from `random`. */
export interface DistortionTools {
  readonly random: () => number;
  /** Plain lower-case words of the set, to stand where others stood. */
  readonly vocabulary: readonly string[];
  /** The sentences of an article on another subject. */
  readonly foreign: readonly string[];
}

/** Makes another text of an article's sentences. */
export type Distortion = (article: readonly string[], tools: DistortionTools) => string[];

const THIRD = 1 / 3;

/** What a newsroom does to a report without adding a fact to it: each is still the same story. */
export const RETELLINGS: Readonly<Record<string, Distortion>> = {
  'new headline': (article) => ['A headline that nobody has used before', ...article],
  'other order': (article, { random }) => sample(article, article.length, random),
  'first third': (article) => article.slice(0, Math.ceil(article.length * THIRD)),
  'every tenth word other': (article, tools) => article.map((one) => otherWords(one, 0.1, tools)),
  'cut and every tenth word other': (article, tools) =>
    article.slice(0, Math.ceil(article.length / 2)).map((one) => otherWords(one, 0.1, tools)),
  'agency report with own sentences': (article, tools) => {
    const kept = sample(article, Math.ceil(article.length * 0.8), tools.random);
    const reworded = article.filter((one) => kept.includes(one)).map((one) => otherWords(one, 0.1, tools));
    return mixed(reworded, tools.foreign.slice(0, Math.ceil(reworded.length * THIRD)), tools);
  },
  'every fifth word other': (article, tools) => article.map((one) => otherWords(one, 0.2, tools)),
};

/** Texts that share something with an article and tell another story. */
export const OTHERS: Readonly<Record<string, Distortion>> = {
  'another story with three of its sentences': (article, tools) =>
    mixed(
      tools.foreign.slice(0, Math.max(9, article.length)),
      sample(article, Math.min(3, Math.floor(article.length / 4)), tools.random),
      tools,
    ),
  'another story in the same furniture': (_article, { foreign }) => [...foreign, ...FURNITURE],
};

/** What the other side of `another story in the same furniture` has too. */
export const FURNITURE: readonly string[] = [
  'Sign up for our newsletter and get the best of the week in your inbox every Saturday morning.',
  'We use cookies to make this site better, and you can change your settings at any time.',
  'Read more: five charts that explain how the council spends what you pay.',
  'Follow us on the usual channels, or send your tips to the newsroom by post.',
  'This article was first published in the morning edition and may have been changed since.',
];

/** The text of an article as its sentences, in order. */
export function sentencesOf(text: string): string[] {
  return sentences(text).map(({ start, end }) => text.slice(start, end));
}

const SCALES = /^(?:hundred|thousand|[mbtr]+illion|dozen)s?$/;

/**
 * A share of the plain words of four letters or more made others, drawn from the vocabulary. Names and
 * figures stay: a retelling keeps its facts.
 */
export function otherWords(
  sentence: string,
  share: number,
  { random, vocabulary }: Pick<DistortionTools, 'random' | 'vocabulary'>,
): string {
  return sentence.replace(/(?<![\p{L}\p{N}])\p{Ll}{4,}(?![\p{L}\p{N}])/gu, (word) =>
    random() < share && !SCALES.test(word) ? (sample(vocabulary, 1, random)[0] ?? word) : word,
  );
}

/** Both lists, each in its order, shuffled into one another. */
function mixed(a: readonly string[], b: readonly string[], { random }: DistortionTools): string[] {
  const [left, right] = [[...a], [...b]];
  const all: string[] = [];
  while (left.length + right.length > 0) {
    const from = random() * (left.length + right.length) < left.length ? left : right;
    all.push(...from.splice(0, 1));
  }
  return all;
}
