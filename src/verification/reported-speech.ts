import type { Span } from '../domain/span.ts';
import { isSpeechVerb, TITLES } from '../text/name-words.ts';
import type { NameMention } from '../text/names.ts';
import { candidatesIn, type Speaker, surnamesOf } from '../text/speaker-candidates.ts';
import { words } from '../text/tokens.ts';

// `, the chief engineer, also said`: what may stand between who speaks and that he or she does.
const VERB_AFTER =
  /^(?:,[^,.;:\n]{1,80},)?\s(?:(?:also|later|then|has|had|further|\p{Ll}+ly)\s){0,2}(\p{Ll}+)/u;
// `…, Ivo Brandt said.`
const CLOSING_AFTER = /^\s(\p{Ll}+)(?:\s(?:on|in|at|late|early)\s[^.;:\n]{1,60})?[.”"]?\s*$/u;

/**
 * The person who, outside quotation marks, is said to have said what a sentence says: "Ivo Brandt also said
 * that …", "…, he said". Null where nobody is, or where it is no person whom the text names: a ministry, "the
 * mayor". `names`: of the whole text; `quoted`: its quotations.
 */
export function reporterOf(
  { text, sentence }: { readonly text: string; readonly sentence: Span },
  { names, quoted }: { readonly names: readonly NameMention[]; readonly quoted: readonly Span[] },
): Speaker | null {
  const surnames = surnamesOf(names);
  const isPerson = (name: string) =>
    surnames.has(name) ||
    names.some((one) => one.text === name && (one.kind === 'person' || one.title !== null));
  const candidates = candidatesIn({ text, mentions: names, surnames, quoted }, sentence);
  const speaker =
    candidates.find((one) => opens(text, sentence, one)) ??
    candidates.find((one) => closes(text, sentence, one));
  if (speaker === undefined || speaker.name === null || !isPerson(speaker.name)) return null;
  return speaker;
}

function opens(text: string, { start, end }: Span, one: Speaker): boolean {
  const before = words(text.slice(start, one.start));
  if (!before.every(({ norm }) => TITLES.has(norm) || norm === 'the')) return false;
  const verb = VERB_AFTER.exec(text.slice(one.end, end))?.[1];
  return verb !== undefined && isSpeechVerb(verb);
}

function closes(text: string, { start, end }: Span, one: Speaker): boolean {
  const before = text.slice(start, one.start);
  const title = before.slice(before.lastIndexOf(',') + 1);
  if (!before.includes(',') || !words(title).every(({ norm }) => TITLES.has(norm) || norm === 'the'))
    return false;
  const verb = CLOSING_AFTER.exec(text.slice(one.end, end))?.[1];
  return verb !== undefined && isSpeechVerb(verb);
}
