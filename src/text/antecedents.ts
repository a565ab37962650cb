import { type Span, spansOverlap } from '../domain/span.ts';
import { sameName } from './name-compare.ts';
import { type Gender, genderOf } from './name-gender.ts';
import type { NameMention } from './names.ts';
import { spansWithin } from './spans-within.ts';
import { words } from './tokens.ts';

/** A pronoun, or `the minister`, and what is said in full instead. */
export interface Reference extends Span {
  readonly words: string;
  /** Who or what is meant, as the text names it. */
  readonly name: string;
}

/** Where in a text a claim stands, and what the text names. */
export interface ReferenceSite {
  readonly text: string;
  readonly names: readonly NameMention[];
  /** Quotations: who is meant inside them, only the speaker knows. */
  readonly quoted: readonly Span[];
  readonly claim: Span;
}

/**
 * What the pronouns and roles of a claim stand for, where the paragraph before it leaves no doubt: one
 * person for `she`, one holder of the office for `the minister`, one body for `the company` and for the
 * `It` that opens it. Where it names nobody yet, the paragraph before it counts. Nothing is resolved that the claim
 * itself names first, nor inside quotations. In order; at most one pronoun, since the next ones mean the same.
 */
export function references(whole: ReferenceSite): Reference[] {
  const site = nearby(whole);
  const found = [pronoun(site), role(site), opening(site)].filter((one) => one !== null);
  const [first, ...rest] = found.sort((a, b) => a.start - b.start);
  if (first === undefined) return [];
  // Two ways to say whom one thing is about would name him or her twice.
  return [first, ...rest.filter((one) => !sameName(one.name, first.name))];
}

/** UTF-16 units before a claim in which its antecedents are looked for: some ten paragraphs of news. */
const REACH = 3_000;

function nearby({ text, names, quoted, claim }: ReferenceSite): ReferenceSite {
  const region = { start: Math.max(0, claim.start - REACH), end: claim.end };
  return { text, names: spansWithin(names, region), quoted: spansWithin(quoted, region), claim };
}

const GENDERS: Readonly<Record<string, Gender>> = {
  he: 'male',
  him: 'male',
  his: 'male',
  she: 'female',
  her: 'female',
};

function pronoun(site: ReferenceSite): Reference | null {
  const { text, claim } = site;
  const list = words(text.slice(claim.start, claim.end));
  const at = list.findIndex((word) => word.norm in GENDERS);
  const word = list[at];
  const gender = GENDERS[word?.norm ?? ''];
  if (word === undefined || gender === undefined) return null;
  const span = { start: claim.start + word.start, end: claim.start + word.end };
  if (isInside(site.quoted, span)) return null;
  // A person whom the claim names before it may be meant.
  const names = personsIn(site, { start: claim.start, end: span.start });
  const name = names.length > 0 ? null : onlyOne(personsBefore(site).filter((one) => fits(one, gender)));
  if (name === null) return null;
  const next = list[at + 1];
  const isPossessive =
    word.norm === 'his' ||
    (word.norm === 'her' && /^\p{Ll}{3,}$/u.test(next?.text ?? '') && !PREPOSITION.test(next?.norm ?? ''));
  return { ...span, name, words: isPossessive ? `${name}’s` : name };
}

const PREPOSITION =
  /^(?:with|for|from|about|that|when|after|before|and|but|into|over|because|while|during|out|off)$/;

// A surname alone is a person's where the full name stands nearby.
function personsIn(site: ReferenceSite, region: Span): NameMention[] {
  const isNamed = ({ kind, title }: NameMention) => kind === 'person' || title !== null;
  const surnames = new Set(site.names.filter(isNamed).map(({ text }) => text.split(' ').at(-1)));
  return namesIn(site, region).filter((name) => isNamed(name) || surnames.has(name.text));
}

const fits = (name: NameMention, gender: Gender) => {
  const own = genderOf(name);
  return own === null || own === gender;
};

// Who owns something, as in "Brandt's aide", is not who is spoken of next.
function personsBefore(site: ReferenceSite): NameMention[] {
  const persons = (region: Span) =>
    personsIn(site, region).filter(
      (name) => !/^['’]s?(?!\p{L})/u.test(site.text.slice(name.end, name.end + 3)),
    );
  const here = persons(paragraphBefore(site));
  return here.length > 0 ? here : persons(previousParagraph(site));
}

// All that are left must be one: its longest form, which says most.
function onlyOne(list: readonly NameMention[]): string | null {
  const [longest] = list.toSorted((a, b) => b.text.length - a.text.length);
  if (longest === undefined || !list.every(({ text }) => sameName(text, longest.text))) return null;
  return longest.text;
}

const PERSON_ROLE =
  /(?<!\p{L})the\s(?:(?:prime|foreign|interior|finance|defen[cs]e|deputy|former|acting|vice|chief)\s){0,2}(minister|president|mayor|chancellor|governor|senator|secretary|ambassador|spokesman|spokeswoman|spokesperson|director|chairman|chairwoman|chair|chief|leader|coach|manager|king|queen|prince|princess|pope|judge|general|commander|professor|executive)(?![\p{L}’'-]| of | for )/iu;
const BODY_ROLE =
  /(?<!\p{L})the\s(company|firm|group|agency|organi[sz]ation|club|team|party|bank|airline|union|university|ministry|council|court|committee|commission|charity|hospital|carrier|manufacturer|retailer)(?![\p{L}’'-]| of | for )/iu;
// Any body may be meant by these; the others must say what they are.
const ANY_BODY = /^(?:company|firm|group|agency|organi[sz]ation|carrier|manufacturer|retailer)$/;

function role(site: ReferenceSite): Reference | null {
  const { text, claim } = site;
  const part = text.slice(claim.start, claim.end);
  for (const [pattern, holders] of [
    [PERSON_ROLE, personsAs],
    [BODY_ROLE, bodiesAs],
  ] as const) {
    const match = pattern.exec(part);
    if (match === null) continue;
    const span = { start: claim.start + match.index, end: claim.start + match.index + match[0].length };
    const name = onlyOne(holders(site, (match[1] ?? '').toLowerCase()));
    const isHere = name !== null && namesIn(site, claim).some((one) => sameName(one.text, name));
    if (name !== null && !isHere && !isInside(site.quoted, span) && !/^\s\p{Lu}/u.test(text.slice(span.end)))
      return { ...span, name, words: `${match[0]} ${name}` };
  }
  return null;
}

// By the title before the name, or by what stands after it: "Ilse Varga, the mayor of Lund".
function personsAs(site: ReferenceSite, head: string): NameMention[] {
  const before = { start: 0, end: site.claim.start };
  const word = new RegExp(`(?<!\\p{L})${head}(?!\\p{L})`, 'iu');
  const holds = ({ title, start, end }: NameMention) =>
    word.test(title ?? '') ||
    word.test(/^,\s[^,.;:\n]{1,60}(?=[,.;:])/u.exec(site.text.slice(end, end + 64))?.[0] ?? '') ||
    word.test(/[^,.;:\n]{1,60},\s$/u.exec(site.text.slice(Math.max(0, start - 64), start))?.[0] ?? '');
  const near = personsIn(site, paragraphBefore(site)).filter(holds);
  return near.length > 0 ? near : personsIn(site, before).filter(holds);
}

function bodiesAs(site: ReferenceSite, head: string): NameMention[] {
  const bodies = namesIn(site, paragraphBefore(site)).filter(isBody);
  if (ANY_BODY.test(head)) return bodies;
  return bodies.filter(({ text }) => text.toLowerCase().includes(head));
}

const isBody = ({ kind }: NameMention) => kind === 'organization' || kind === 'acronym';

const IT =
  /^It(?=\s(?:also\s|later\s|then\s)?(?:said|says|added|announced|plans|planned|reported|has|had|will|employs|owns|operates|warned|denied|confirmed|declined|expects|expected)(?!\p{L}))/u;

function opening(site: ReferenceSite): Reference | null {
  const { text, claim } = site;
  if (!IT.test(text.slice(claim.start, claim.end))) return null;
  const name = onlyOne(namesIn(site, paragraphBefore(site)).filter(isBody));
  return name === null ? null : { start: claim.start, end: claim.start + 2, name, words: name };
}

function namesIn({ names, quoted }: ReferenceSite, region: Span): NameMention[] {
  return spansWithin(names, region).filter((name) => !isInside(quoted, name));
}

const isInside = (list: readonly Span[], span: Span) => list.some((one) => spansOverlap(one, span));

function paragraphBefore({ text, claim }: ReferenceSite): Span {
  return { start: lineStart(text, claim.start), end: claim.start };
}

function lineStart(text: string, at: number): number {
  const from = Math.max(0, at - REACH);
  return from + text.slice(from, at).lastIndexOf('\n') + 1;
}

/** The paragraph before, where the claim opens its own. */
function previousParagraph(site: ReferenceSite): Span {
  const { start, end } = paragraphBefore(site);
  const before = site.text.slice(Math.max(0, start - REACH), start);
  if (site.text.slice(start, end).trim() !== '' || before.trim() === '') return { start, end: start };
  const last = start - before.length + before.trimEnd().length;
  return { start: lineStart(site.text, last), end: last };
}
