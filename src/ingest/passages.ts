import type { Document } from '../domain/document.ts';
import type { Passage } from '../domain/passage.ts';
import { CLEANER } from './clean/clean-blocks.ts';
import { MAX_CHARS_PER_TOKEN } from './cut-sentence.ts';
import { contextLines } from './embedding-text.ts';
import { type PassageUnit, passageUnits } from './passage-units.ts';

export interface SplitOptions {
  /**
   * Tokens of a text, 0 up. Texts joined by white space must not count more together than apart, as
   * holds for tokenizers that split at white space first.
   */
  readonly countTokens: (text: string) => number;
  /** Tokens that the embedder reads, its two marks at start and end among them; 64 up. */
  readonly maxTokens: number;
  /** Words at which a passage is full; `TARGET_WORDS` unless told. */
  readonly targetWords?: number;
  /** Words of the passage before that are said again, in whole sentences; `OVERLAP_WORDS` unless told. */
  readonly overlapWords?: number;
}

const TARGET_WORDS = 120;
const OVERLAP_WORDS = 30;
/** A section with fewer words goes on into the next: alone it says too little to be found. */
const MIN_SECTION_WORDS = 40;
/** A rest with fewer words joins the passage before where the window has room. */
const MIN_REST_WORDS = 30;
/** The embedder's marks at start and end. */
const MARK_TOKENS = 2;

/** All that shapes passages, in words; another value makes the indexes of before outdated. */
export const SPLITTER = `sentences/1 of ${TARGET_WORDS} words, overlap ${OVERLAP_WORDS}, ${CLEANER}`;

/**
 * The passages of a document, in order: runs of whole sentences that fit the embedder's window together
 * with the title and the heading above them. Every sentence is in at least one; neighbours share up to
 * `overlapWords` words. A heading ends the passage before it unless that is very short. A sentence longer
 * than the window is cut at the borders of clauses or words. Linear in the document's length; every
 * sentence is counted once.
 */
export function splitPassages(document: Document, options: SplitOptions): Passage[] {
  const packer = new Packer(document, options);
  const { countTokens } = options;
  for (const unit of passageUnits(document, {
    countTokens,
    maxTokens: (heading) => packer.roomUnder(heading),
  })) {
    packer.add(unit);
  }
  return packer.finish();
}

interface Size {
  readonly chars: number;
  readonly tokens: number;
  readonly words: number;
}

class Packer {
  readonly #document: Document;
  readonly #options: SplitOptions;
  readonly #rooms = new Map<string | null, number>();
  readonly #runs: PassageUnit[][] = [];
  #open: PassageUnit[] = [];
  /** Units at the start of the open run that the run before holds too. */
  #repeated = 0;

  constructor(document: Document, options: SplitOptions) {
    this.#document = document;
    this.#options = options;
  }

  /** Tokens that the window leaves for the words of a passage under this heading; half of it at least. */
  roomUnder(heading: string | null): number {
    const known = this.#rooms.get(heading);
    if (known !== undefined) return known;
    const window = this.#options.maxTokens - MARK_TOKENS;
    const context = this.#options.countTokens(contextLines(this.#document, heading).join('\n'));
    const room = Math.max(window - context, Math.floor(window / 2));
    this.#rooms.set(heading, room);
    return room;
  }

  add(unit: PassageUnit): void {
    const last = this.#open.at(-1);
    const startsSection = last !== undefined && last.section !== unit.section;
    if (startsSection && sizeOf(this.#open).words >= MIN_SECTION_WORDS) this.#close({ overlap: false });
    else if (!this.#hasRoom([...this.#open, unit])) this.#close({ overlap: true });
    // What is said again leaves room for what is new.
    while (this.#repeated > 0 && !this.#hasRoom([...this.#open, unit])) this.#forgetFirst();
    this.#open.push(unit);
  }

  finish(): Passage[] {
    this.#close({ overlap: false });
    return this.#runs.flatMap((run, ordinal) => this.#passage(run, ordinal));
  }

  #hasRoom(units: readonly PassageUnit[]): boolean {
    if (units.length <= 1) return true;
    const { tokens, words, chars } = sizeOf(units);
    const { maxTokens, targetWords = TARGET_WORDS } = this.#options;
    // A tokenizer may take any run of letters for one unknown token.
    if (words > targetWords || chars > maxTokens * MAX_CHARS_PER_TOKEN) return false;
    return tokens <= this.roomUnder(units[0]?.heading ?? null);
  }

  #forgetFirst(): void {
    this.#open.shift();
    this.#repeated--;
  }

  #close({ overlap }: { readonly overlap: boolean }): void {
    const run = this.#open;
    if (run.length > this.#repeated && !this.#joinsLast(run)) this.#runs.push(run);
    this.#open = overlap ? this.#endOf(run) : [];
    this.#repeated = this.#open.length;
  }

  /** True where a short rest went to the run before, whose section it ends. */
  #joinsLast(run: readonly PassageUnit[]): boolean {
    const fresh = run.slice(this.#repeated);
    const before = this.#runs.at(-1);
    if (before === undefined || this.#repeated === 0 || sizeOf(fresh).words >= MIN_REST_WORDS) return false;
    const joined = [...before, ...fresh];
    const { tokens, chars } = sizeOf(joined);
    const isTooLong = chars > this.#options.maxTokens * MAX_CHARS_PER_TOKEN;
    if (isTooLong || tokens > this.roomUnder(before[0]?.heading ?? null)) return false;
    this.#runs[this.#runs.length - 1] = joined;
    return true;
  }

  /** The last sentences of a run, as many as the overlap holds, of its last section, never all. */
  #endOf(run: readonly PassageUnit[]): PassageUnit[] {
    const kept: PassageUnit[] = [];
    let words = 0;
    for (const unit of run.slice(1).reverse()) {
      words += unit.words;
      if (words > (this.#options.overlapWords ?? OVERLAP_WORDS) || unit.section !== run.at(-1)?.section)
        break;
      kept.push(unit);
    }
    return kept.reverse();
  }

  #passage(run: readonly PassageUnit[], ordinal: number): Passage[] {
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined) return [];
    const { id } = this.#document;
    const { start, heading } = first;
    return [{ id: `${id}.${ordinal}`, documentId: id, ordinal, heading, start, end: last.end }];
  }
}

/** Headings between the units count, the one above the first does not: it is context. */
function sizeOf(units: readonly PassageUnit[]): Size {
  let tokens = 0;
  let words = 0;
  let chars = 0;
  units.forEach((unit, index) => {
    tokens += unit.tokens + (index === 0 ? 0 : unit.tokensBefore);
    words += unit.words;
    chars += unit.end - unit.start;
  });
  return { tokens, words, chars };
}
