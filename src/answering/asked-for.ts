import { looksPlural } from '../text/number-units.ts';
import { isFunctionWord, type Word } from '../text/tokens.ts';
import type { AnswerKind } from './answer-kind.ts';
import { nounKind } from './asked-nouns.ts';

export interface Asked {
  readonly kind: AnswerKind;
  /** The noun that the value is or counts: `students` of "how many students"; null where none. */
  readonly focus: string | null;
  /** The noun that names the thing asked for: `ships` of "which ships"; null where none does. */
  readonly noun: string | null;
}

const QUESTION_WORDS = new Set(
  "who whom whose when where why how what which whats what's who's whos where's when's how's whatever whichever many".split(
    ' ',
  ),
);
const AUXILIARIES = new Set(
  'is are was were am be been being do does did has have had can could will would shall should may might must'.split(
    ' ',
  ),
);
const MEASURED = new Set('long old far tall big large fast high deep heavy wide hot cold often'.split(' '));

/** True for words that ask or help to ask, and name nothing. `norm` as `words` gives it. */
export function isQuestionWord(norm: string): boolean {
  return QUESTION_WORDS.has(norm) || AUXILIARIES.has(norm);
}

/** Reads from a question's words what it asks for; of keywords, the first or last noun that tells. */
export function askedFor(all: readonly Word[]): Asked {
  const at = askingWord(all);
  if (at >= 0) return { ...afterQuestionWord(all, at), noun: askedNoun(all, at) };
  if (AUXILIARIES.has(all[0]?.norm ?? '')) return { kind: 'assertion', focus: null, noun: null };
  const telling = [all.at(-1), all[0]].find((word) => word !== undefined && nounKind(word.norm) !== null);
  return { kind: nounKind(telling?.norm ?? '') ?? 'open', focus: telling?.norm ?? null, noun: null };
}

// "which cargo ships carried", "who is the city engineer of": the last word of the first noun phrase.
function askedNoun(all: readonly Word[], at: number): string | null {
  const word = all[at]?.norm ?? '';
  const isWho = /^who/.test(word);
  if (!isWho && !/^(?:what|which)/.test(word)) return null;
  const isPlain = !AUXILIARIES.has(all[at + 1]?.norm ?? '');
  const from = isWho && isPlain ? null : phraseStart(all, at + 1);
  if (from === null) return null;
  const rest = all.slice(from, from + PHRASE_WORDS);
  const end = rest.findIndex((one, index) => index > 0 && endsNounPhrase(one));
  const phrase = end < 0 ? rest : rest.slice(0, end);
  if (!isPlain) return phrase.at(-1)?.norm ?? null;
  const telling = [
    phrase.find(({ norm }) => nounKind(norm) !== null),
    phrase.find(({ norm }) => looksPlural(norm)),
    phrase[0],
  ];
  return telling.find((word) => word !== undefined)?.norm ?? null;
}

const endsNounPhrase = (word: Word) => isFunctionWord(word.norm) || AUXILIARIES.has(word.norm);

// "When many are arrested, what is …": a clause before the question opens with no question word of it.
function askingWord(all: readonly Word[]): number {
  const first = all.findIndex((word) => QUESTION_WORDS.has(word.norm));
  const later = all.findIndex(
    (word, index) =>
      index > first + 2 && QUESTION_WORDS.has(word.norm) && AUXILIARIES.has(all[index + 1]?.norm ?? ''),
  );
  const isClause = first === 0 && later > 0 && !AUXILIARIES.has(all[1]?.norm ?? '');
  return isClause && /^(?:when|where|while|how)$/.test(all[0]?.norm ?? '') ? later : first;
}

type Kind = Omit<Asked, 'noun'>;

function afterQuestionWord(all: readonly Word[], at: number): Kind {
  switch (all[at]?.norm.replace(/'?s$/, '')) {
    case 'who':
    case 'whom':
    case 'whose':
    case 'wh':
      return { kind: 'who', focus: null };
    case 'when':
      return { kind: 'date', focus: null };
    case 'where':
      return { kind: 'place', focus: null };
    case 'why':
      return { kind: 'cause', focus: null };
    case 'how':
      return afterHow(all, at);
    default:
      return afterWhat(all, at);
  }
}

function afterHow(all: readonly Word[], at: number): Kind {
  const next = all[at + 1]?.norm ?? '';
  if (next === 'many') return { kind: 'count', focus: countedAfter(all, at + 2) };
  if (next === 'much') return { kind: 'amount', focus: countedAfter(all, at + 2) };
  if (next === 'come') return { kind: 'cause', focus: null };
  return MEASURED.has(next) ? { kind: 'amount', focus: next } : { kind: 'manner', focus: null };
}

// Words of a noun phrase after "which" or "what is the": "former colonial power".
const PHRASE_WORDS = 4;

// "what will the hall cost": the verb tells that a figure is asked for.
const MEASURING = new Set('cost costs weigh weighs earn earns worth'.split(' '));

function afterWhat(all: readonly Word[], at: number): Kind {
  const last = all.at(-1)?.norm ?? '';
  if (AUXILIARIES.has(all[at + 1]?.norm ?? '') && MEASURING.has(last)) return { kind: 'amount', focus: last };
  const from = phraseStart(all, at + 1);
  if (from === null) return { kind: 'open', focus: null };
  const rest = all.slice(from, from + PHRASE_WORDS);
  const end = rest.findIndex(endsPhrase);
  const phrase = end < 0 ? rest : rest.slice(0, end);
  const telling = phrase.find((word) => nounKind(word.norm) !== null);
  if (telling?.norm === 'name') return { kind: namedKind(all, from), focus: 'name' };
  return { kind: nounKind(telling?.norm ?? '') ?? 'open', focus: telling?.norm ?? null };
}

// "the name of the foreign minister" asks for a person.
function namedKind(all: readonly Word[], from: number): AnswerKind {
  const rest = all.slice(from).filter(({ norm }) => norm !== 'name');
  const end = rest.findIndex(({ norm }) => QUESTION_WORDS.has(norm) || /^(?:that|in|on|at)$/.test(norm));
  const named = (end < 0 ? rest : rest.slice(0, end)).findLast(({ norm }) => nounKind(norm) !== null);
  return nounKind(named?.norm ?? '') ?? 'name';
}

// The asked noun stands at once after "which", or after "what is the"; after "what did" stands who did it.
function phraseStart(all: readonly Word[], from: number): number | null {
  const next = all[from]?.norm ?? '';
  if (!AUXILIARIES.has(next)) return skipCapitals(all, skipArticles(all, from));
  return /^(?:is|are|was|were)$/.test(next) ? skipOwner(all, skipArticles(all, from + 1)) : null;
}

// "what was Tesla's revenue": whose it is, not what is asked about.
function skipOwner(all: readonly Word[], from: number): number {
  const rest = all.slice(from, from + PHRASE_WORDS);
  const end = rest.findIndex(({ norm }) => isFunctionWord(norm) || AUXILIARIES.has(norm));
  const owner = (end < 0 ? rest : rest.slice(0, end)).findLastIndex(({ text }) =>
    /(?:['’]s|s['’])$/.test(text),
  );
  return from + owner + 1;
}

// "which Egyptian city": what describes the noun, not what is asked about.
function skipCapitals(all: readonly Word[], from: number): number {
  let index = from;
  while (/^\p{Lu}\p{Ll}/u.test(all[index]?.text ?? '')) index++;
  return index;
}

function skipArticles(all: readonly Word[], from: number): number {
  let index = from;
  while (/^(?:the|a|an|some|one|two|three|of)$/.test(all[index]?.norm ?? '')) index++;
  return index;
}

// A capital opens a name, which is what is asked about.
function endsPhrase(word: Word): boolean {
  return isFunctionWord(word.norm) || AUXILIARIES.has(word.norm) || /^\p{Lu}\p{Ll}/u.test(word.text);
}

// "how many African students are": the plural is what is counted, else the first word.
function countedAfter(all: readonly Word[], from: number): string | null {
  const rest = all.slice(from, from + PHRASE_WORDS).filter((word) => !/^\p{Lu}\p{Ll}/u.test(word.text));
  const end = rest.findIndex((word) => isFunctionWord(word.norm) || AUXILIARIES.has(word.norm));
  const phrase = end < 0 ? rest : rest.slice(0, end);
  return (phrase.find((word) => looksPlural(word.norm)) ?? phrase[0])?.norm ?? null;
}
