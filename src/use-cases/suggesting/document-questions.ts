import type { Document } from '../../domain/document.ts';
import type { Span } from '../../domain/span.ts';
import { type NameMention, names } from '../../text/names.ts';
import { sentences } from '../../text/sentences.ts';
import { spansWithin } from '../../text/spans-within.ts';
import { type Inside, questionsOf, type SuggestedQuestion } from './ask-of-clause.ts';
import { askedOfPerson } from './ask-of-person.ts';
import { clausesOf } from './clause.ts';
import { isPlainQuestion, topicOf } from './plain-question.ts';

/** A question with the sentence of the document that answers it. */
export interface DocumentQuestion extends SuggestedQuestion, Span {}

/** UTF-16 units of a document that are read: what a story is about stands before them. */
const READ_CHARS = 12_000;

/**
 * Questions in plain English that a document answers, each from one sentence, in its order. None of a
 * document in another language.
 */
export function documentQuestions({ text, blocks, title, language }: Document): DocumentQuestion[] {
  if (language !== null && !/^en\b/i.test(language)) return [];
  const topic = topicOf(title);
  const mentions = names(text.slice(0, READ_CHARS));
  const told = blocks.filter(
    ({ kind, end }) => end <= READ_CHARS && (kind === 'paragraph' || kind === 'standfirst'),
  );
  return told
    .flatMap((block) => sentencesOf(text, block))
    .flatMap((place) => asked({ text, title, mentions }, place).map((one) => ({ ...one, ...place })))
    .filter((one) => isPlainQuestion(one.text, topic));
}

interface Read {
  readonly text: string;
  readonly title: string;
  readonly mentions: readonly NameMention[];
}

function sentencesOf(text: string, block: Span): Span[] {
  return sentences(text.slice(block.start, block.end)).map(({ start, end }) => ({
    start: block.start + start,
    end: block.start + end,
  }));
}

function asked(document: Read, place: Span): SuggestedQuestion[] {
  const { text, title, mentions } = document;
  const sentence = text.slice(place.start, place.end).replace(/\s+/g, ' ');
  const opening = spansWithin(mentions, place).find(({ start }) => start === place.start);
  const inside: Inside = (subject) => {
    const plain = /^(?:The|A|An|All|Most) /.test(subject)
      ? subject.charAt(0).toLowerCase() + subject.slice(1)
      : null;
    // What a lead such as "According to the port, …" leaves begins small already.
    if (/^\p{Ll}/u.test(subject)) return subject;
    if (plain !== null) return named(plain, `${title}\n${text}`);
    if (opening !== undefined) return subject;
    // A capital that is no name's as far as the whole text tells is the sentence's own.
    return /^\p{Lu}\p{Ll}+ /u.test(subject) ? subject.charAt(0).toLowerCase() + subject.slice(1) : null;
  };
  // What somebody said in their own words is no statement of the article's.
  const stated = /["“”«»]/u.test(sentence)
    ? []
    : clausesOf(sentence).flatMap((one) => questionsOf(one, inside));
  return [...stated, ...askedOfPerson(sentence, { text, mentions })];
}

// "the array" as the title names it: "the Merrow Sound tidal array".
function named(subject: string, text: string): string {
  const noun = /^the (\p{Ll}+)$/u.exec(subject)?.[1];
  if (noun === undefined) return subject;
  const full = new RegExp(`\\bthe ((?:\\p{Lu}\\p{L}+ ){1,3}(?:\\p{Ll}+ )?${noun})(?!\\p{L})`, 'u').exec(
    text,
  )?.[1];
  return full === undefined ? subject : `the ${full}`;
}
