import type { DocumentId } from '../../../domain/document.ts';
import type { Draft } from '../../../domain/draft.ts';
import { type Span, spanContains, spansOverlap } from '../../../domain/span.ts';
import { type Attribution, outletAttributions } from './attributions.ts';
import { draftNotes, type Note, plainLabel } from './notes.ts';
import type { SourceDirectory } from './source-directory.ts';

/** A place of the draft that names where something stands; the span counts in the draft's text. */
export interface Citation extends Span {
  /** Articles of the archive that it names; never empty. */
  readonly documentIds: ReadonlySet<DocumentId>;
  /** Only whose article it is was said, not which one. */
  readonly isOutlet: boolean;
}

/** A draft with its citations read. */
export interface CitedDraft {
  /** The draft's text with spaces in place of marks and addresses, which claim nothing. As long as it. */
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly notes: readonly Note[];
  /** Phrases such as `According to the Ledger,`: part of their sentence, not of what is to be borne out. */
  readonly attributions: readonly Span[];
  /** Those of them that name an outlet, be it in the archive or not. */
  readonly outlets: readonly Attribution[];
}

/** A stretch that points elsewhere, before it is known where. */
interface Pointer extends Span {
  readonly documentIds: ReadonlySet<DocumentId>;
  /** What of the draft is no words: the mark, or the address with its brackets. */
  readonly blank: readonly Span[];
}

/**
 * Reads what a draft cites: links, footnotes, marks with a list of sources, addresses, paths and titles of
 * articles, and outlets that something is attributed to. What leads nowhere in the archive is no citation.
 */
export function readCitations(draft: Draft, directory: SourceDirectory): CitedDraft {
  const notes = draftNotes(draft);
  const inNotes = (span: Span) => notes.some((note) => spanContains(note, span));
  const reader: Reader = { draft, directory, notes };
  const linked = linkPointers(reader);
  const written = [
    ...markPointers(reader),
    ...markdownPointers(reader),
    ...addressPointers(reader),
    ...pathPointers(reader),
    ...titlePointers(reader),
  ];
  const pointers = [...linked, ...written].filter((pointer) => !inNotes(pointer));
  const attributions = outletAttributions(draft.text, directory).filter((one) => !inNotes(one));
  const leads = pointers.flatMap((pointer) => leadOf(draft.text, pointer));
  const blank = [...pointers.flatMap((pointer) => pointer.blank), ...notes];
  return {
    text: blanked(draft.text, blank),
    citations: [...pointers.map(citationOf(false)), ...attributions.map(citationOf(true))]
      .filter(({ documentIds }) => documentIds.size > 0)
      .sort((a, b) => a.start - b.start),
    notes,
    attributions: [...attributions, ...leads],
    outlets: attributions,
  };
}

const citationOf =
  (isOutlet: boolean) =>
  ({ start, end, documentIds }: Pointer | Attribution): Citation => ({ start, end, documentIds, isOutlet });

interface Reader {
  readonly draft: Draft;
  readonly directory: SourceDirectory;
  readonly notes: readonly Note[];
}

function linkPointers({ draft, directory, notes }: Reader): Pointer[] {
  return draft.links.map(({ start, end, target }) => {
    const anchor = target.startsWith('#')
      ? draft.anchors.find(({ name }) => `#${name}` === target)
      : undefined;
    const documentIds =
      anchor === undefined ? directory.byAddress(target) : noteSources(anchor, { draft, directory, notes });
    const words = draft.text.slice(start, end);
    const isWordless = MARK_ONLY.test(words) || /^<?https?:\/\/\S+$/.test(words);
    return { start, end, documentIds, blank: isWordless ? [bracketed(draft.text, { start, end })] : [] };
  });
}

const MARK_ONLY = /^\s*(?:\[\^?[\w-]{1,80}\]|\d{1,3}|[*†‡])\s*$/u;

/** The articles that a note names: by address or path, else by title. */
function noteSources(note: Span, { draft, directory }: Reader): ReadonlySet<DocumentId> {
  const words = draft.text.slice(note.start, note.end);
  const links = draft.links.filter((link) => spanContains(note, link)).map(({ target }) => target);
  const places = [...links, ...addressesIn(words), ...pathsIn(words)];
  const found = places.map((place) => directory.byAddress(place)).find(({ size }) => size > 0);
  return found ?? directory.byTitleWithin(words);
}

// `[1]`, `[1, 3]`, `[2–4]`, `[^lib]`, and raised figures.
const MARK = /\[\^?([\w-]{1,80}(?:\s?[,;–-]\s?\d{1,3}){0,9})\]|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})/gu;

function markPointers(reader: Reader): Pointer[] {
  const { draft, notes } = reader;
  return [...draft.text.matchAll(MARK)].flatMap(({ 0: mark, 1: group, 2: raised, index }) => {
    const labels = labelsOf(group ?? plainLabel(raised ?? ''));
    const named = notes.filter(({ label }) => label !== null && labels.includes(label));
    if (named.length === 0) return [];
    const span = { start: index, end: index + mark.length };
    const documentIds = new Set(named.flatMap((note) => [...noteSources(note, reader)]));
    return [{ ...span, documentIds, blank: [span] }];
  });
}

/** `2, 3, 4` of `2–4`; the label itself where it is no figure. */
function labelsOf(group: string): string[] {
  return group.split(/\s?[,;]\s?/).flatMap((part) => {
    const [, from, to] = /^(\d{1,3})\s?[–-]\s?(\d{1,3})$/.exec(part) ?? [];
    if (from === undefined || to === undefined) return [part];
    const count = Math.min(MAX_MARKS, Math.max(0, Number(to) - Number(from) + 1));
    return Array.from({ length: count }, (_, step) => String(Number(from) + step));
  });
}

/** Sources behind one mark; more is a slip of the pen. */
const MAX_MARKS = 20;

// A link as Markdown writes it, in a draft that came as plain text.
const MARKDOWN_LINK = /\[([^[\]\n]{1,500})\]\(<?([^\s<>()]{1,2000})>?(?:\s"[^"\n]{0,300}")?\)/gu;

function markdownPointers({ draft, directory }: Reader): Pointer[] {
  return [...draft.text.matchAll(MARKDOWN_LINK)].map(({ 0: all, 1: words = '', 2: target = '', index }) => {
    const end = index + all.length;
    const blank = [
      { start: index, end: index + 1 },
      { start: index + 1 + words.length, end },
    ];
    return { start: index, end, documentIds: directory.byAddress(target), blank };
  });
}

const ADDRESS = /https?:\/\/[^\s<>"“”‘’()[\]{}|\\^`]+/giu;
const PATH =
  /(?<![\w/.:@-])(?:[\p{L}\p{N}._~%+-]+\/)*[\p{L}\p{N}._~%+-]+\.(?:txt|md|markdown|html?|pdf|docx|rtf|json|xml)(?![\w/])/giu;

const withoutStop = (address: string) => address.replace(/[.,;:!?'…]+$/u, '');
const addressesIn = (text: string) =>
  [...text.matchAll(ADDRESS)].map(({ 0: address }) => withoutStop(address));
const pathsIn = (text: string) => [...text.matchAll(PATH)].map(({ 0: path }) => path);

function addressPointers({ draft, directory }: Reader): Pointer[] {
  return [...draft.text.matchAll(ADDRESS)].map(({ 0: raw, index }) => {
    const address = withoutStop(raw);
    const span = { start: index, end: index + address.length };
    return { ...span, documentIds: directory.byAddress(address), blank: [bracketed(draft.text, span)] };
  });
}

function pathPointers({ draft, directory }: Reader): Pointer[] {
  return [...draft.text.matchAll(PATH)].flatMap(({ 0: path, index }) => {
    const span = { start: index, end: index + path.length };
    const documentIds = directory.byAddress(path);
    return documentIds.size === 0 ? [] : [{ ...span, documentIds, blank: [bracketed(draft.text, span)] }];
  });
}

// Words in quotation marks; whether they are a title, the archive tells.
const QUOTED = /["“„«‘']([^"“”„«»\n]{10,200}?)[,.]?["”“»’']/gu;

function titlePointers({ draft, directory }: Reader): Pointer[] {
  return [...draft.text.matchAll(QUOTED)].flatMap(({ 0: all, 1: title = '', index }) => {
    const documentIds = directory.byTitle(title);
    if (documentIds.size === 0) return [];
    const span = { start: index, end: index + all.length };
    return [{ ...span, documentIds, blank: [span] }];
  });
}

const LEAD_IN =
  /(?:^|(?<=[\s(,]))(?:according to|as|in)\s(?:the\s|an?\s)?(?:[\p{L}’']+['’]s\s)?(?:report|article|story|piece|account|file)?\s?$/iu;
const LEAD_OUT = /^\s?(?:(?:says|said|reports|reported|writes|wrote|notes|shows|has it)(?:\sthat)?|,),?/u;

// `As the report "…" says,`: who names an article in words says with it that the article says so.
function leadOf(text: string, { start, end, documentIds, blank }: Pointer): Span[] {
  // A link over words of the sentence leaves them what they say.
  if (documentIds.size === 0 || blank.length === 0) return [];
  const before = LEAD_IN.exec(text.slice(Math.max(0, start - 80), start))?.[0].length ?? 0;
  const after = LEAD_OUT.exec(text.slice(end, end + 20))?.[0] ?? '';
  // A comma alone only ends what was begun before.
  if (before === 0 && !/\p{L}/u.test(after)) return [];
  return [{ start: start - before, end: end + after.length }];
}

/** The span with the brackets around it and what only introduces it: `(source: …)`. */
function bracketed(text: string, { start, end }: Span): Span {
  const before = /[([<]\s*(?:(?:see|source|via|in|from)\s*:?\s*)?$/iu.exec(
    text.slice(Math.max(0, start - 20), start),
  )?.[0];
  const after = /^\s*[)\]>]/.exec(text.slice(end, end + 5))?.[0];
  if (before === undefined || after === undefined) return { start, end };
  return { start: start - before.length, end: end + after.length };
}

function blanked(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  const units = text.split('');
  // A line break stays: it parts sentences.
  for (const { start, end } of spans) {
    for (let at = start; at < end; at++) if (units[at] !== '\n') units[at] = ' ';
    // `… to 15. "Title" says that`: without a capital the sentences would be one.
    if (isOpening(text, { start, end })) units[start] = 'A';
  }
  return units.join('');
}

const isOpening = (text: string, { start, end }: Span) =>
  /^\s+\p{Ll}/u.test(text.slice(end, end + 5)) &&
  /(?:^|[.!?…]["”’)\]]*\s+|\n)$/u.test(text.slice(Math.max(0, start - 10), start));

/**
 * What a stretch of the draft cites: the citations within it, else those of the whole `around` it. A mark
 * behind the last word counts, with no word between.
 */
export function citationsOf(cited: CitedDraft, claim: Span, around: Span): readonly Citation[] {
  const within = (span: Span) => {
    const reached = { start: span.start, end: endWithMarks(cited.text, span.end) };
    return cited.citations.filter((citation) => spansOverlap(citation, reached));
  };
  const own = within(claim);
  return own.length > 0 ? own : within(around);
}

// Where the next word of the line begins: the marks before it are blank.
function endWithMarks(text: string, end: number): number {
  return end + (/^[^\S\n]*/.exec(text.slice(end))?.[0].length ?? 0);
}
