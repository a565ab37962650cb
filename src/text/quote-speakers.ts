import { type Span, shiftSpan } from '../domain/span.ts';
import { isSpeechVerb } from './name-words.ts';
import { type NameMention, names } from './names.ts';
import type { QuotationSpan } from './quote-marks.ts';
import { words } from './tokens.ts';

/** Who is said to have said something, as the text puts it. */
export interface Speaker extends Span {
  /** `text === source.slice(start, end)`. */
  readonly text: string;
  /** `role`: `the minister`; `pronoun`: `she`. */
  readonly kind: 'name' | 'role' | 'pronoun';
  /** The name, or the one that a pronoun or role stands for when the paragraph tells; else null. */
  readonly name: string | null;
}

// How far an attribution may stand from its quotation, in UTF-16 units.
const REACH = 240;

/** The speaker of each quotation, in the same order; null where the text names none. */
export function speakers(text: string, spans: readonly QuotationSpan[]): (Speaker | null)[] {
  const mentions = names(text);
  const surnames = surnamesOf(mentions);
  const found: (Speaker | null)[] = [];
  spans.forEach((span, index) => {
    const [previous, next] = [spans[index - 1], spans[index + 1]];
    const [from, to] = [previous?.end ?? 0, next?.start ?? text.length];
    const site = { text, mentions, surnames, quoted: spans, span, from, to };
    const inherited =
      previous !== undefined && goesOn(text, previous, span) ? (found[index - 1] ?? null) : null;
    found.push(speakerAfter(site) ?? speakerBefore(site) ?? inherited ?? speakerInSentenceBefore(site));
  });
  // A quotation that goes on in the next paragraph is attributed where it starts or where it ends.
  for (let index = spans.length - 2; index >= 0; index--) {
    if (spans[index]?.continues === true) found[index] ??= found[index + 1] ?? null;
  }
  return found;
}

interface Site {
  readonly text: string;
  readonly mentions: readonly NameMention[];
  readonly surnames: ReadonlySet<string>;
  /** All quotations of the text. */
  readonly quoted: readonly Span[];
  readonly span: QuotationSpan;
  /** The end of the quotation before and the start of the next: attributions stay between. */
  readonly from: number;
  readonly to: number;
}

// The same paragraph, or the next one of a quotation that goes on.
function goesOn(text: string, previous: QuotationSpan, span: QuotationSpan): boolean {
  if (previous.continues) return true;
  const between = text.slice(previous.end, span.start);
  return between.length <= REACH && !between.includes('\n');
}

function speakerAfter(site: Site): Speaker | null {
  const { text, span } = site;
  const region = { start: span.end, end: Math.min(site.to, span.end + REACH, sentenceEnd(text, span.end)) };
  const ahead = text.slice(region.start, region.end);
  // After a full stop inside the marks a capital opens a sentence of its own.
  if (/^\s*\n/u.test(ahead) || (text[span.inner.end - 1] === '.' && /^\s+\p{Lu}/u.test(ahead))) return null;
  return attribution(site, region, 'after');
}

function speakerBefore(site: Site): Speaker | null {
  const { text, span } = site;
  const start = Math.max(site.from, span.start - REACH, sentenceStart(text, span.start));
  return attribution(site, { start, end: span.start }, 'before');
}

// "X was blunt. “No.”" and "X told reporters:" with a line break after it.
function speakerInSentenceBefore(site: Site): Speaker | null {
  const { text, span } = site;
  const end = Math.max(site.from, sentenceStart(text, span.start));
  const from = Math.max(site.from, end - REACH);
  const close = from + text.slice(from, end).trimEnd().length;
  if (close === from) return null;
  // Over a line break only a colon announces a quotation; any other sentence is of another paragraph.
  if (text.slice(close, end).includes('\n') && text[close - 1] !== ':') return null;
  const start = Math.max(from, sentenceStart(text, close - 1));
  return attribution(site, { start, end: close }, 'before');
}

const PRONOUN = /^(?:he|she|they)$/;
const ROLE =
  /(?:the|a|an|his|her|its|one|another)\s(?:[\p{L}-]{1,20}\s){0,3}?(?:minister|president|spokesman|spokeswoman|spokesperson|official|officials|officer|leader|leaders|council|police|authorities|government|court|prosecutor|prosecutors|lawyers|attorney|party|club|team|campaign|firm|agency|secretary|chief|executive|ambassador|analyst|expert|general|governor|mayor|judge|coach|manager|director|chairman|ministry|statement|source|sources|report|author|resident|witness|lawyer|company|department|office)(?!\p{L})/giu;

function attribution(site: Site, region: Span, side: 'before' | 'after'): Speaker | null {
  const part = site.text.slice(region.start, region.end);
  const candidates = [...namedIn(site, region), ...rolesIn(site, region), ...pronounsIn(site, region)].sort(
    (a, b) => a.start - b.start,
  );
  const subject =
    side === 'after' ? subjectAfter(site, region, candidates) : subjectBefore(site, region, candidates);
  if (subject !== null) return subject;
  const according = /according\sto\s/iu.exec(part);
  if (according === null) return null;
  return candidates.find((speaker) => speaker.start >= region.start + according.index) ?? null;
}

// `Varga said`, `said Varga`: the nearest name on either side of the first verb. A name that opens the
// region is the subject however long the apposition after it.
function subjectAfter(site: Site, region: Span, candidates: readonly Speaker[]): Speaker | null {
  const verb = verbsIn(site, region)[0];
  if (verb === undefined) return null;
  const subject = candidates.findLast((speaker) => isSubjectOf(site.text, speaker, verb));
  const opening = candidates.find(
    ({ start, end }) => end <= verb.start && start <= region.start + OPENING_CHARS,
  );
  if (subject !== undefined || opening !== undefined) return subject ?? opening ?? null;
  // `said Varga`; further on, or as "telling Varga", the name after the verb is who was told.
  const isInverted =
    verb.start <= region.start + OPENING_CHARS && !site.text.slice(verb.start, verb.end).endsWith('ing');
  return isInverted ? (candidates.find((speaker) => speaker.start >= verb.end) ?? null) : null;
}

// A comma, a closing mark and a title may stand before the name.
const OPENING_CHARS = 24;

function verbsIn({ text }: Site, region: Span): Span[] {
  return words(text.slice(region.start, region.end))
    .filter((word) => isSpeechVerb(word.norm))
    .map((word) => shiftSpan(word, region.start));
}

// The last verb whose subject stands beside it; else whoever opens the sentence.
function subjectBefore(site: Site, region: Span, candidates: readonly Speaker[]): Speaker | null {
  const verbs = verbsIn(site, region);
  for (const verb of verbs.toReversed()) {
    const subject = candidates.findLast((speaker) => isSubjectOf(site.text, speaker, verb));
    if (subject !== undefined) return subject;
  }
  const last = verbs.at(-1);
  return last === undefined ? null : (candidates.find((speaker) => speaker.end <= last.start) ?? null);
}

// Nothing but an adverb or two, an auxiliary or an apposition between commas parts a subject from its verb.
function isSubjectOf(text: string, speaker: Span, verb: Span): boolean {
  if (speaker.end > verb.start) return false;
  return BETWEEN.test(text.slice(speaker.end, Math.min(verb.start, speaker.end + REACH)));
}

const BETWEEN =
  /^(?:,[^.!?]{1,150},|\s\([^)]{1,40}\))?\s(?:(?:has|have|had|also|later|then|again|[a-z]{2,12}ly)\s){0,3}$/u;

function namedIn({ text, mentions }: Site, region: Span): Speaker[] {
  return mentionsIn(mentions, region)
    .filter((mention) => mention.kind !== 'demonym' && !isModifier(text, mention))
    .map(({ start, end }) => ({
      start,
      end,
      text: text.slice(start, end),
      kind: 'name',
      name: text.slice(start, end),
    }));
}

// "Her grief over Brandt's death", and then "she": somebody else.
const isPossessor = (text: string, { end }: Span) => /^['’]s?(?!\p{L})/u.test(text.slice(end, end + 3));

// "CNN's Banfield", "Lund council": somebody else speaks.
const isModifier = (text: string, { end }: Span) => MODIFIES.test(text.slice(end, end + 40));
const MODIFIES =
  /^(?:['’]s\s|\s(?:[a-z-]+\s)?(?:council|police|officials?|government|court|ministry|authorities|party|club|team|spokes[a-z]+|residents?|lawyers?|attorney|campaign|office|leaders?|prosecutors?|firm|agency|department)(?![\p{L}-]))/u;

function mentionsIn(mentions: readonly NameMention[], region: Span): NameMention[] {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.start ?? 0) < region.start) low = middle + 1;
    else high = middle;
  }
  const found: NameMention[] = [];
  for (let index = low; (mentions[index]?.end ?? Number.POSITIVE_INFINITY) <= region.end; index++) {
    const mention = mentions[index];
    if (mention !== undefined) found.push(mention);
  }
  return found;
}

function rolesIn(site: Site, region: Span): Speaker[] {
  const part = site.text.slice(region.start, region.end);
  return [...part.matchAll(ROLE)].map((match) => {
    const start = region.start + match.index;
    const span = { start, end: start + match[0].length };
    return { ...span, text: match[0], kind: 'role', name: null };
  });
}

function pronounsIn(site: Site, region: Span): Speaker[] {
  return words(site.text.slice(region.start, region.end))
    .filter((word) => PRONOUN.test(word.norm))
    .map((word) => {
      const start = region.start + word.start;
      return {
        start,
        end: region.start + word.end,
        text: word.text,
        kind: 'pronoun',
        name: antecedent(site, start),
      };
    });
}

// The last person named before the pronoun in this paragraph or the one before, but not by whoever is
// quoted. A surname alone is a person's where the text has the full name; places and bodies are no he or she.
function antecedent({ text, mentions, surnames, quoted }: Site, before: number): string | null {
  const region = { start: Math.max(0, before - 3 * REACH), end: before };
  const persons = mentionsIn(mentions, region).filter(
    (mention) =>
      (mention.kind === 'person' || mention.title !== null || surnames.has(mention.text)) &&
      !isQuoted(quoted, mention) &&
      !isPossessor(text, mention),
  );
  return persons.at(-1)?.text ?? null;
}

function isQuoted(quoted: readonly Span[], { start }: Span): boolean {
  let [low, high] = [0, quoted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quoted[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return (quoted[low]?.start ?? Number.POSITIVE_INFINITY) <= start;
}

function surnamesOf(mentions: readonly NameMention[]): ReadonlySet<string> {
  const persons = mentions.filter(({ kind }) => kind === 'person');
  return new Set(persons.map(({ text }) => text.split(' ').at(-1) ?? ''));
}

const SENTENCE_END = /[.!?]["'”’]?\s{1,3}(?=[\p{Lu}"“‘'«„])/gu;
const ABBREVIATION = /(?<!\p{L})(?:\p{L}|Mr|Mrs|Ms|Dr|Gen|Sen|Gov|Rep|Prof|Col|Lt|Sgt|St|Jr)$/u;

const isStop = (text: string, at: number) =>
  text[at] !== '.' || !ABBREVIATION.test(text.slice(Math.max(0, at - 8), at));

function sentenceEnd(text: string, from: number): number {
  const line = text.slice(from, from + REACH).split('\n', 1)[0] ?? '';
  for (const match of line.matchAll(SENTENCE_END)) {
    if (isStop(line, match.index)) return from + match.index + 1;
  }
  return from + line.length;
}

function sentenceStart(text: string, to: number): number {
  const reach = Math.max(0, to - REACH);
  const from = reach + text.slice(reach, to).lastIndexOf('\n') + 1;
  const line = text.slice(from, to);
  let start = from;
  for (const match of line.matchAll(SENTENCE_END)) {
    if (isStop(line, match.index)) start = from + match.index + match[0].length;
  }
  return start;
}
