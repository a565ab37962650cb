import type { Span } from '../../../src/domain/span.ts';

/** The parts of a text directive: `#:~:text=[prefix-,]start[,end][,-suffix]`; empty where absent. */
export interface TextDirective {
  readonly prefix: string;
  readonly start: string;
  readonly end: string;
  readonly suffix: string;
}

// Above this Chrome's own links name both ends only; a browser must find the words of a whole one unbroken.
const MAX_EXACT_CHARS = 300;
// Words at each end of a range and of what stands beside it, tried in this order until they fit one place.
const WORD_COUNTS = [4, 8, 16];

/**
 * The address of an original at the words of a span: a text fragment (WICG scroll-to-text-fragment) of the
 * span's own words, whatever their script, with what stands before or after where they occur more than
 * once. Long passages and those of several blocks are named by their ends. A browser that knows no text
 * fragments, or an original that reads otherwise, opens at its beginning.
 */
export function addressAtWords(url: string, text: string, span: Span): string {
  const directive = directiveFor(text, span);
  if (directive.start === '') return url;
  const address = new URL(url);
  const anchor = address.hash.replace(/:~:.*$/s, '');
  const { prefix, start, end, suffix } = directive;
  const parts = [
    prefix && `${encoded(prefix)}-`,
    encoded(start),
    end && encoded(end),
    suffix && `-${encoded(suffix)}`,
  ];
  address.hash = `${anchor}:~:text=${parts.filter((part) => part !== '').join(',')}`;
  return address.href;
}

// What has a meaning inside a directive: the dash beside `encodeURIComponent`'s own `,` and `&`.
const encoded = (words: string) => encodeURIComponent(words.toWellFormed()).replaceAll('-', '%2D');

/** The shortest directive that matches the span and nothing else; one that begins there where none does. */
export function directiveFor(text: string, span: Span): TextDirective {
  const quote = text.slice(span.start, span.end);
  const before = text.slice(0, span.start);
  const after = text.slice(span.end);
  const place = { start: plain(before).trimEnd().length, quote: plain(quote).trim() };
  const whole = plain(text);
  // The white space before a place may or may not be counted to it.
  const isThere = (found: Match | null) => found !== null && Math.abs(found.start - place.start) <= 1;
  const begins = (directive: TextDirective) => isThere(firstMatch(whole, directive));
  const fits = (directive: TextDirective) => {
    const found = firstMatch(whole, directive);
    if (found === null || !isThere(found) || found.text !== place.quote) return false;
    return firstMatch(whole, directive, found.start + 1) === null;
  };
  const candidates = candidatesFor({ quote, before, after });
  return candidates.find(fits) ?? candidates.find(begins) ?? candidates.at(-1) ?? NOWHERE;
}

interface Match {
  readonly start: number;
  readonly text: string;
}

const NOWHERE: TextDirective = { prefix: '', start: '', end: '', suffix: '' };

interface Surroundings {
  readonly quote: string;
  readonly before: string;
  readonly after: string;
}

function candidatesFor({ quote, before, after }: Surroundings): readonly TextDirective[] {
  const lines = linesOf(quote);
  const [first = '', last = ''] = [lines[0], lines.at(-1)];
  const isExact = lines.length < 2 && first.length <= MAX_EXACT_CHARS;
  const lineAfter = after.split('\n', 1)[0] ?? '';
  const lineBefore = before.slice(before.lastIndexOf('\n') + 1);
  return WORD_COUNTS.flatMap((count) => {
    const [start, end] = isExact ? [first, ''] : [firstWords(first, count), lastWords(last, count)];
    const near = { prefix: lastWords(lineBefore, count), suffix: firstWords(lineAfter, count) };
    // What stands in the block before or after may be parted from it on the original page: the last resort.
    const far = {
      prefix: lastWords(linesOf(before).at(-1) ?? '', count),
      suffix: firstWords(linesOf(after)[0] ?? '', count),
    };
    return [
      { prefix: '', suffix: '' },
      { prefix: '', suffix: near.suffix },
      { prefix: near.prefix, suffix: '' },
      near,
      far,
    ].map((beside) => ({ start, end, ...beside }));
  });
}

const linesOf = (text: string): readonly string[] => text.split('\n').flatMap((line) => oneLine(line) || []);
const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim();
const plain = (text: string) => text.replace(/\s+/gu, ' ').toLowerCase();

// Cut between words, as browsers want it; the segmenter knows them in scripts without spaces too.
const SEGMENTER = new Intl.Segmenter(undefined, { granularity: 'word' });
// Enough for any count of words above; a segmenter reads all that it is given.
const MAX_READ_CHARS = 600;

function firstWords(text: string, count: number): string {
  const line = oneLine(text.slice(0, MAX_READ_CHARS));
  const word = [...SEGMENTER.segment(line)].filter(({ isWordLike }) => isWordLike)[count - 1];
  return word === undefined ? line : line.slice(0, word.index + word.segment.length);
}

function lastWords(text: string, count: number): string {
  const line = oneLine(text.slice(-MAX_READ_CHARS));
  const word = [...SEGMENTER.segment(line)].filter(({ isWordLike }) => isWordLike).at(-count);
  return word === undefined ? line : line.slice(word.index);
}

// Text that repeats itself fits everywhere, by halves: what has not been found in so many tries counts as not
// there, which costs a link its exact place and no more. Articles take some tens.
const MAX_TRIES = 2_000;

/**
 * What a browser finds first from a place on for a directive in a text of lower case with single spaces; null where
 * nothing, or nothing in `MAX_TRIES`. It heeds no borders of words, so it finds no less than a browser does.
 */
export function firstMatch(text: string, directive: TextDirective, from = 0): Match | null {
  const [prefix, start, end, suffix] = [
    directive.prefix,
    directive.start,
    directive.end,
    directive.suffix,
  ].map((words) => words.toLowerCase());
  if (!start) return null;
  const skipSpace = (at: number) => (text[at] === ' ' ? at + 1 : at);
  const isFollowed = (at: number) => !suffix || text.startsWith(suffix, skipSpace(at));
  const head = prefix || start;
  const tries = { left: MAX_TRIES };
  for (let at = text.indexOf(head, from); at >= 0 && tries.left-- > 0; at = text.indexOf(head, at + 1)) {
    const begin = prefix ? skipSpace(at + prefix.length) : at;
    if (!text.startsWith(start, begin)) continue;
    const stop = endOfMatch(text, begin + start.length, { end: end ?? '', isFollowed, tries });
    if (stop !== null) return { start: begin, text: text.slice(begin, stop) };
  }
  return null;
}

interface EndSearch {
  readonly end: string;
  readonly isFollowed: (at: number) => boolean;
  /** Counted down. */
  readonly tries: { left: number };
}

function endOfMatch(text: string, from: number, { end, isFollowed, tries }: EndSearch): number | null {
  if (end === '') return isFollowed(from) ? from : null;
  for (let at = text.indexOf(end, from); at >= 0 && tries.left-- > 0; at = text.indexOf(end, at + 1)) {
    if (isFollowed(at + end.length)) return at + end.length;
  }
  return null;
}
