import { type Span, shiftSpan } from '../domain/span.ts';
import { references } from './antecedents.ts';
import { sameName } from './name-compare.ts';
import { isSpeechVerb } from './name-words.ts';
import { type NameMention, names } from './names.ts';
import type { QuotationSpan } from './quote-marks.ts';
import { spansWithin } from './spans-within.ts';
import { candidatesIn, type Speaker, type SpokenText, surnamesOf } from './speaker-candidates.ts';
import { words } from './tokens.ts';

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
    const last = found[index - 1] ?? null;
    const inherited =
      previous !== undefined && goesOn(text, previous, span) && !isInterrupted(site, last) ? last : null;
    found.push(speakerAfter(site) ?? speakerBefore(site) ?? inherited ?? speakerInSentenceBefore(site));
  });
  // A quotation that goes on in the next paragraph is attributed where it starts or where it ends.
  for (let index = spans.length - 2; index >= 0; index--) {
    if (spans[index]?.continues === true) found[index] ??= found[index + 1] ?? null;
  }
  return found.map((speaker) =>
    speaker?.kind === 'role' ? withHolder(speaker, { text, mentions, spans }) : speaker,
  );
}

// "the mayor said", where the paragraph has said who that is.
function withHolder(
  speaker: Speaker,
  { text, mentions, spans }: { text: string; mentions: readonly NameMention[]; spans: readonly Span[] },
): Speaker {
  const [holder] = references({ text, names: mentions, quoted: spans, claim: speaker });
  return holder === undefined ? speaker : { ...speaker, name: holder.name };
}

interface Site extends SpokenText {
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

// Between two quotations of one person nobody else acts.
function isInterrupted({ mentions, from, span }: Site, speaker: Speaker | null): boolean {
  if (speaker === null || speaker.name === null) return false;
  const { name } = speaker;
  return spansWithin(mentions, { start: from, end: span.start }).some(
    ({ kind, title, text }) => (kind === 'person' || title !== null) && !sameName(text, name),
  );
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
  const region = { start, end: span.start };
  return attribution(site, region, 'before') ?? announced(site, region);
}

// "Brandt smiled: “…”": no verb of saying, but a colon. Who opens the sentence, or stands after its opening phrase.
function announced(site: Site, region: Span): Speaker | null {
  const part = site.text.slice(region.start, region.end);
  if (!/:\s?$/u.test(part)) return null;
  const label = /^(\p{Lu}[\p{L}.’'-]*(?:\s\p{Lu}[\p{L}.’'-]*){0,3}):\s?$/u.exec(part)?.[1];
  if (label !== undefined) {
    const { start } = region;
    return { start, end: start + label.length, text: label, kind: 'name', name: label };
  }
  const candidates = candidatesIn(site, region).filter(({ kind }) => kind !== 'role');
  const opens = ({ start }: Span) =>
    start - region.start <= OPENING_CHARS / 2 || /,\s$/u.test(site.text.slice(start - 2, start));
  return candidates.findLast(opens) ?? null;
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

function attribution(site: Site, region: Span, side: 'before' | 'after'): Speaker | null {
  const part = site.text.slice(region.start, region.end);
  const candidates = candidatesIn(site, region);
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
