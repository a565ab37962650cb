import { weekdayNumber } from '../../text/calendar.ts';
import { isSpeechVerb } from '../../text/name-words.ts';
import { isFunctionWord, type Word, words } from '../../text/tokens.ts';
import { isPastForm, OPENERS, type VerbForm, verbForm } from './verbs.ts';

/** A plain statement cut at its verb; the parts' texts are as they stand in the sentence. */
export interface Clause {
  /** `The harbour bridge`. */
  readonly subject: string;
  /** `is`, `was`, `will`, `has` before a participle; null where the verb itself is finite. */
  readonly opener: string | null;
  /** The finite verb; null after an opener. */
  readonly verb: VerbForm | null;
  /** The verb as it stands, or the opener. */
  readonly verbText: string;
  /** What follows the verb, up to the first comma, bracket, dash or full stop. */
  readonly rest: string;
}

/** A subject of more words is told in a breath that a question does not have. */
const MAX_SUBJECT_WORDS = 8;

/**
 * The statements that a sentence makes of its subject: one, or two where a second verb follows an `and`.
 * None where the subject, the verb or the end is in doubt.
 */
export function clausesOf(sentence: string): Clause[] {
  const stated = sentence.replace(ACCORDING, '').replace(REPORTED, '');
  const all = words(stated);
  const at = all.findIndex((word, index) => index > 0 && isVerb(word));
  const [first, verb] = [all[0], all[at]];
  if (verb === undefined || first === undefined || at > MAX_SUBJECT_WORDS) return [];
  const subject = stated.slice(first.start, verb.start).trim();
  if (!isSubject(subject, all.slice(0, at))) return [];
  const rest = /^[^;:()[\]–—]*/u.exec(stated.slice(verb.end))?.[0] ?? '';
  const next = /\sand (\p{Ll}+)(?=\s)/u.exec(rest);
  const second = next === null || verbForm(next[1] ?? '') === null ? null : next;
  const clauses = [clauseOf(subject, verb.text, second === null ? rest : rest.slice(0, second.index))];
  if (second !== null)
    clauses.push(clauseOf(subject, second[1] ?? '', rest.slice(second.index + second[0].length)));
  return clauses.filter((clause) => clause !== null);
}

const ACCORDING = /^According to [\p{L}'’ -]{3,60}, /u;

// "Police estimate that 14,500 people watched" states what they estimate.
const REPORTED =
  /^(?:[\p{L}'’]+ ){1,5}(?:said|say|says|estimate|estimates|estimated|found|finds|report|reports|reported) (?:on \p{Lu}\p{Ll}+ )?that (?=\S)/u;

function clauseOf(subject: string, verbText: string, after: string): Clause | null {
  const norm = verbText.toLowerCase();
  const rest = withoutEnd(after);
  const isPerfect = /^(?:has|have|had)$/.test(norm) && isPastForm(/^\p{Ll}+/u.exec(rest)?.[0] ?? '');
  if (OPENERS.has(norm) || isPerfect) return { subject, opener: norm, verb: null, verbText, rest };
  const verb = verbForm(norm);
  return verb === null ? null : { subject, opener: null, verb, verbText, rest };
}

// A comma inside a figure ends nothing.
function withoutEnd(after: string): string {
  return (/^(?:[^,]|,(?=\d{3}))*/u.exec(after)?.[0] ?? '').replace(/[.!?…\s]+$/u, '').trim();
}

// A capital is a name's: "Cross" of the Red Cross does nothing.
function isVerb({ norm, text }: Word): boolean {
  return /^\p{Ll}/u.test(text) && (OPENERS.has(norm) || norm === 'have' || verbForm(norm) !== null);
}

const NO_SUBJECT = new Set(
  (
    'he she it they we i you this that these those there here who which what if when while as after before although though ' +
    'however but and or so yet still then also even only both some others one no not nobody nothing to for in on at by from with ' +
    'early late since until under over during without within against among between according his her its their our my your'
  ).split(' '),
);

// With one of these inside, the verb found may not be that of the subject: "the man who", "a plan that".
const NOT_INSIDE = new Set(
  (
    'who which that whose when where what it its he his she her they their to not has have had been being because if after ' +
    'before while since'
  ).split(' '),
);

function isSubject(subject: string, list: readonly Word[]): boolean {
  if (/[^\p{L}\p{N}\s'’.,-]|\.\s|,(?!\d{3})/u.test(subject)) return false;
  const [first] = list;
  if (first === undefined || NO_SUBJECT.has(first.norm)) return false;
  // "Early on Monday the storm": what opens the sentence is no part of its subject.
  if (list.some(({ norm, text }) => weekdayNumber(norm) !== null && !/['’]s$/.test(text))) return false;
  if (list.some(({ norm }) => isSpeechVerb(norm))) return false;
  return (
    !list.some(({ norm }, index) => index > 0 && NOT_INSIDE.has(norm)) &&
    !isFunctionWord(list.at(-1)?.norm ?? '')
  );
}
