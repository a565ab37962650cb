import type { Span } from '../../../src/domain/span.ts';

// As the desk's own pages have it, above this a passage is named by its ends.
const MAX_EXACT_CHARS = 300;
const WORDS = 5;

/**
 * The address of an original at the words of a span, as a text fragment; see `text/text-fragment.ts`, whose
 * place it takes where room is short: it names what stands before the words only where they occur twice.
 */
export function addressAtWords(url: string, text: string, { start, end }: Span): string {
  const quote = text.slice(start, end);
  const words = quote.split(/\s+/);
  const isWhole = quote.length <= MAX_EXACT_CHARS && !quote.includes('\n');
  const ends = isWhole ? [words] : [words.slice(0, WORDS), words.slice(-WORDS)];
  const isTwice = text.indexOf(quote) !== text.lastIndexOf(quote);
  const before = isTwice ? text.slice(0, start).trim().split(/\s+/).slice(-WORDS) : [];
  const prefix = before.length > 0 ? `${encoded(before)}-,` : '';
  return `${url.replace(/#.*$/s, '')}#:~:text=${prefix}${ends.map(encoded).join()}`;
}

const encoded = (words: readonly string[]) =>
  encodeURIComponent(words.join(' ').toWellFormed()).replaceAll('-', '%2D');
