import { type Span, spansOverlap } from '../domain/span.ts';
import { isSpeechVerb } from '../text/name-words.ts';
import { type Word, words } from '../text/tokens.ts';

/** Words from which a sentence may carry facts enough for two claims: few of news have more. */
const LONG_WORDS = 30;

/** Words that a clause has at least to carry a fact of its own. */
const CLAUSE_WORDS = 7;

const JOINT = /;\s+(?:and\s+|but\s+)?|,\s+(?:and|but|while|whereas|yet)\s+/gu;

// A condition or a time belongs to what follows it.
const DEPENDENT =
  /^(?:if|when|whenever|while|although|though|because|since|after|before|unless|once|as|whether|had|given)(?!\p{L})/iu;

const FINITE = new Set(
  (
    'is are was were has have had will would can could may might must should did does do isn’t wasn’t ' +
    'won lost fell rose made took went came began left gave found held kept led met paid ran saw sent sold spent stood thought ' +
    'grew became got built bought broke brought chose drew drove flew knew hit put set cut shut fought felt'
  ).split(' '),
);

const isVerb = ({ norm }: Word) => FINITE.has(norm) || isSpeechVerb(norm) || /\p{Ll}{2}ed$/u.test(norm);

// "and the", "and he", "and Varga": somebody or something new acts.
const SUBJECT =
  /^(?:the|a|an|this|that|these|those|it|he|she|they|we|its|his|her|their|our|some|many|most|several|one|two|three|another|other|officials|police)$/;

/** Words within which the verb of a clause follows its opening. */
const VERB_REACH = 8;

/**
 * The clauses of a long sentence that each carry a fact of their own, without what joins them; the whole
 * sentence where it is short, or where its parts cannot stand alone. Cuts lie never inside `closed` (quotations)
 * nor inside brackets. All spans count in the text of `sentence`.
 */
export function clausesOf(text: string, sentence: Span, closed: readonly Span[]): Span[] {
  const part = text.slice(sentence.start, sentence.end);
  const list = words(part);
  if (list.length < LONG_WORDS || DEPENDENT.test(part)) return [sentence];
  const clauses: Span[] = [];
  let from = 0;
  for (const match of part.matchAll(JOINT)) {
    const joint = { start: match.index, end: match.index + match[0].length };
    const at = { start: sentence.start + joint.start, end: sentence.start + joint.end };
    if (closed.some((one) => spansOverlap(one, at)) || isInBrackets(part, joint.start)) continue;
    if (!standsAlone(wordsIn(list, { start: from, end: joint.start }), 'left')) continue;
    if (!standsAlone(wordsIn(list, { start: joint.end, end: part.length }), 'right')) continue;
    clauses.push({ start: sentence.start + from, end: at.start });
    from = joint.end;
  }
  return [...clauses, { start: sentence.start + from, end: sentence.end }];
}

const wordsIn = (list: readonly Word[], { start, end }: Span) =>
  list.filter((word) => word.start >= start && word.end <= end);

function standsAlone(list: readonly Word[], side: 'left' | 'right'): boolean {
  if (list.length < CLAUSE_WORDS) return false;
  if (side === 'left') return list.some(isVerb);
  const [first] = list;
  const opens = first !== undefined && (SUBJECT.test(first.norm) || /^\p{Lu}/u.test(first.text));
  return opens && list.slice(1, VERB_REACH).some(isVerb);
}

function isInBrackets(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return (
    before.lastIndexOf('(') > before.lastIndexOf(')') || before.lastIndexOf('[') > before.lastIndexOf(']')
  );
}
