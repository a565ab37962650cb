import type { Span } from '../domain/span.ts';
import { sentences } from '../text/sentences.ts';
import { createCitationParser, type WrittenPiece } from './citation-parser.ts';

/** A part of a sentence with the numbers that stand behind it. */
export interface WrittenPart {
  readonly text: string;
  readonly numbers: readonly number[];
}

/** A sentence as it is shown, with the passages that it names. */
export interface WrittenSentence {
  readonly text: string;
  /** Each once, in the order written. */
  readonly numbers: readonly number[];
  /** The sentence cut behind its citations; joined by blanks they say what it says. */
  readonly parts: readonly WrittenPart[];
}

export interface SentenceReader {
  /** The sentences that end for certain in what came so far. */
  push(chunk: string): WrittenSentence[];
  /** The rest. Where the text broke off (`isWhole` false), a sentence without its end is left out. */
  end(options: { readonly isWhole: boolean }): WrittenSentence[];
}

// What `sentences` looks at behind a mark before it calls it an end: 64 units of white space and 120 of text.
const LOOK_AHEAD_CHARS = 192;
// A line is looked through each time it has grown by so much. Places are counted in the text, so that
// chunks change nothing.
const STEP_CHARS = 64;
/** A text without any end is cut here, so that what is held is bounded. */
const MAX_HELD_CHARS = 4_000;

/**
 * Cuts a stream into sentences with their citations, whatever its chunks: the sentences of the shown
 * text, a line break being an end. A citation belongs to the sentence it stands in or behind.
 */
export function createSentenceReader(): SentenceReader {
  const parser = createCitationParser();
  const buffer = new SentenceBuffer();
  return {
    push(chunk) {
      for (const piece of parser.push(chunk)) buffer.add(piece);
      return buffer.take();
    },
    end({ isWhole }) {
      for (const piece of parser.end()) buffer.add(piece);
      buffer.finish(isWhole);
      return buffer.take();
    },
  };
}

interface Mark {
  /** Where it stood, in the held text. */
  readonly at: number;
  readonly numbers: readonly number[];
}

class SentenceBuffer {
  #held = '';
  #marks: Mark[] = [];
  // Length at which the line is looked through next.
  #next = STEP_CHARS;
  #ready: WrittenSentence[] = [];

  add(piece: WrittenPiece): void {
    if (piece.type === 'citation') this.#marks.push({ at: this.#held.length, numbers: piece.numbers });
    else for (let index = 0; index < piece.text.length; index++) this.#feed(piece.text.charAt(index));
  }

  finish(isWhole: boolean): void {
    const last = sentences(this.#held).at(-1);
    const isEnded = last === undefined || /[.?!…。！？]["'”’»)\]]*$/u.test(this.#held.slice(0, last.end));
    this.#release(isWhole || isEnded ? this.#held.length : last.start);
  }

  take(): WrittenSentence[] {
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }

  #feed(char: string): void {
    // The first word of a new line: the lines above it are whole. Citations that open it are its own.
    const lineBreak = this.#held.lastIndexOf('\n');
    if (lineBreak !== -1 && /\S/.test(char)) this.#release(lineBreak + 1, { keepsMarksAtEnd: true });
    this.#held += char;
    if (this.#held.length >= MAX_HELD_CHARS) this.#release(this.#held.length);
    else if (this.#held.length >= this.#next) this.#lookThrough();
  }

  #lookThrough(): void {
    this.#next = this.#held.length + STEP_CHARS;
    const certain = this.#held.length - LOOK_AHEAD_CHARS;
    const last = sentences(this.#held).findLast(({ end }) => end <= certain);
    if (last !== undefined) this.#release(last.end);
  }

  /** Makes sentences of the held text before `end`, and forgets it. */
  #release(end: number, { keepsMarksAtEnd = false } = {}): void {
    const isTaken = ({ at }: Mark) => at < end || (at === end && !keepsMarksAtEnd);
    this.#ready.push(...writtenSentences(this.#held.slice(0, end), this.#marks.filter(isTaken)));
    this.#held = this.#held.slice(end);
    this.#marks = this.#marks
      .filter((mark) => !isTaken(mark))
      .map(({ at, numbers }) => ({ at: at - end, numbers }));
    this.#next = this.#held.length + STEP_CHARS;
  }
}

function writtenSentences(text: string, marks: readonly Mark[]): WrittenSentence[] {
  const spans = sentences(text);
  return spans.flatMap((span, index) => {
    const isMine = (at: number) =>
      (at > span.start || index === 0) && at <= (spans[index + 1]?.start ?? Number.POSITIVE_INFINITY);
    const mine = marks.filter(({ at }) => isMine(at));
    const shown = shownText(text.slice(span.start, span.end));
    if (!/[\p{L}\p{N}]/u.test(shown)) return [];
    return [{ text: shown, numbers: distinct(mine), parts: partsOf(text, span, mine) }];
  });
}

function partsOf(text: string, span: Span, marks: readonly Mark[]): WrittenPart[] {
  const parts: WrittenPart[] = [];
  let from = span.start;
  for (const at of new Set(marks.map((mark) => Math.min(mark.at, span.end)))) {
    const here = marks.filter((mark) => Math.min(mark.at, span.end) === at);
    const words = shownText(text.slice(from, at)).replace(/^[,;:]\s+/, '');
    if (!/[\p{L}\p{N}]/u.test(words)) continue;
    parts.push({ text: words, numbers: distinct(here) });
    from = at;
  }
  return parts;
}

const distinct = (marks: readonly Mark[]) => [...new Set(marks.flatMap(({ numbers }) => numbers))];

// Marks of lists and headings, and stars for bold print, are not words. Characters that cannot be seen
// could hide some, or turn others around; joiners are part of the spelling of some scripts.
const LEADING_MARKS = /^(?:(?:[-–—•*·>]|#{1,6}|\(?\d{1,2}[.)])\s+)+/;
const UNSEEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}]/gu;

function shownText(written: string): string {
  return written
    .replaceAll(/\s+/g, ' ')
    .replaceAll(UNSEEN, '')
    .trim()
    .replace(LEADING_MARKS, '')
    .replaceAll('**', '')
    .trim();
}
