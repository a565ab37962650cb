/** What a written text is made of: words as they are shown, and citations at their places. */
export type WrittenPiece =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'citation'; readonly numbers: readonly number[] };

export interface CitationParser {
  /** The pieces that are certain now; texts come in no particular lengths, joined they are the shown text. */
  push(chunk: string): WrittenPiece[];
  /** What was held back. A citation that was never closed is dropped. */
  end(): WrittenPiece[];
}

// `[1]`, `[2, 3]`; anything else in brackets is text, such as `[sic]`, `[1-3]` or `[^1]`.
const CITATION = /^\[ ?\d{1,9}(?: ?, ?\d{1,9})* ?\]$/;
const MAY_BECOME_CITATION = /^\[[\d, ]*$/;

/** Twelve numbers of two digits; a longer bracket is no citation, and nothing longer is held. */
const MAX_MARKER_CHARS = 48;

// Before these no blank is left where a citation was taken out.
const CLOSES = /[.,;:!?…)\]"'”’»。！？，、]/u;

/**
 * Parts citations from words in a stream, whatever its chunks. Citations leave no gap: `opened [1].`
 * is shown as `opened.`, and `opened [1] and` as `opened and`. Line breaks stay.
 */
export function createCitationParser(): CitationParser {
  const state = new ParserState();
  return {
    push(chunk) {
      for (const char of chunk) state.feed(char);
      return state.take();
    },
    end() {
      state.endMarker();
      return state.take();
    },
  };
}

class ParserState {
  #pieces: WrittenPiece[] = [];
  #text = '';
  // Blanks that a citation may swallow.
  #blanks = '';
  #marker = '';
  #isBehindCitation = false;

  feed(char: string): void {
    if (this.#marker === '') this.#plain(char);
    else this.#bracket(this.#marker + char);
  }

  take(): WrittenPiece[] {
    this.#closeText();
    const pieces = this.#pieces;
    this.#pieces = [];
    return pieces;
  }

  endMarker(): void {
    this.#marker = '';
  }

  #bracket(marker: string): void {
    this.#marker = marker;
    if (CITATION.test(marker)) this.#cite(marker);
    else if (!MAY_BECOME_CITATION.test(marker) || marker.length >= MAX_MARKER_CHARS) this.#giveBack(marker);
  }

  #plain(char: string): void {
    if (char === '[') this.#marker = char;
    else if (/[^\S\n]/.test(char)) this.#blanks += char;
    else this.#word(char);
  }

  #word(char: string): void {
    const isGapClosed = char === '\n' || (this.#isBehindCitation && CLOSES.test(char));
    const gap = this.#isBehindCitation ? this.#blanks.slice(0, 1) : this.#blanks;
    this.#text += isGapClosed ? char : gap + char;
    this.#blanks = '';
    this.#isBehindCitation = false;
  }

  #cite(marker: string): void {
    const numbers = (marker.match(/\d+/g) ?? []).map(Number);
    this.#marker = '';
    this.#isBehindCitation = true;
    this.#closeText();
    this.#pieces.push({ type: 'citation', numbers });
  }

  // The bracket was text; its last character may open another.
  #giveBack(marker: string): void {
    const [first = '', ...rest] = marker;
    this.#marker = '';
    this.#word(first);
    for (const char of rest) this.feed(char);
  }

  #closeText(): void {
    if (this.#text !== '') this.#pieces.push({ type: 'text', text: this.#text });
    this.#text = '';
  }
}
