import type { DraftAnchor, DraftLink, NumberedItem } from '../../domain/draft.ts';
import { normalizeText } from '../../ingest/normalize-text.ts';

/** A stretch that has opened; its start is where the next word will stand. */
interface Opened {
  start: number | null;
}

/** The text of a draft in the making, with the places that point elsewhere or can be pointed at. */
export class DraftText {
  readonly links: DraftLink[] = [];
  readonly anchors: DraftAnchor[] = [];
  readonly items: NumberedItem[] = [];
  readonly #parts: string[] = [];
  readonly #opened = new Set<Opened>();
  #length = 0;
  // What must stand before the next word, where any follows.
  #gap: '' | ' ' | '\n' | '\n\n' = '';

  /** Words as they stand in the source; `keepsLines` for text whose line breaks are its own. */
  words(text: string, keepsLines = false): void {
    const clean = normalizeText(text);
    for (const [index, line] of (keepsLines ? clean.split('\n') : [clean]).entries()) {
      if (index > 0) this.lineBreak();
      for (const run of line.split(/(\s+)/)) {
        if (run === '') continue;
        if (/^\s/.test(run)) this.#widen(' ');
        else this.#append(run);
      }
    }
  }

  lineBreak(): void {
    this.#widen('\n');
  }

  paragraphBreak(): void {
    this.#widen('\n\n');
  }

  /** Begins a stretch; `close` gives its span, null where no word stands in it. */
  open(): Opened {
    const opened = { start: null };
    this.#opened.add(opened);
    return opened;
  }

  close(opened: Opened): { readonly start: number; readonly end: number } | null {
    this.#opened.delete(opened);
    return opened.start === null ? null : { start: opened.start, end: this.#length };
  }

  toString(): string {
    return this.#parts.join('');
  }

  #widen(gap: ' ' | '\n' | '\n\n'): void {
    if (this.#length > 0 && gap.trim() === '' && rank(gap) > rank(this.#gap)) this.#gap = gap;
  }

  #append(run: string): void {
    if (this.#gap !== '') this.#parts.push(this.#gap);
    this.#length += this.#gap.length;
    this.#gap = '';
    for (const opened of this.#opened) opened.start ??= this.#length;
    this.#parts.push(run);
    this.#length += run.length;
  }
}

const rank = (gap: '' | ' ' | '\n' | '\n\n') => ['', ' ', '\n', '\n\n'].indexOf(gap);
