/** What a character is to the border of a word. */
const NEITHER = 0;
const LETTER = 1;
const DIGIT = 2;
/** Beyond ASCII: only the rules for all scripts know. */
const UNKNOWN = 3;

const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  return /[A-Za-z]/.test(char) ? LETTER : /[0-9]/.test(char) ? DIGIT : NEITHER;
});

const APOSTROPHE = 0x27;
const COMMA = 0x2c;
const STOP = 0x2e;
const TYPOGRAPHIC_APOSTROPHE = 0x2019;

// The block General Punctuation: blanks, dashes, quotation marks, no letter, digit or mark.
const isPunctuation = (code: number) => code >= 0x2000 && code <= 0x206f;

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) return KINDS[code] ?? UNKNOWN;
  // No character at all where the text is over or has not begun.
  return Number.isNaN(code) || isPunctuation(code) ? NEITHER : UNKNOWN;
}

/** The first place from `from` on that is, or may be, the start of a word; the text's length if none. */
export function wordStart(text: string, from: number): number {
  let at = from;
  while (at < text.length && kindAt(text, at) === NEITHER) at++;
  return at;
}

/**
 * Where the word ends that starts at `start`, by the rules of `words` for ASCII and its usual
 * punctuation; -1 where a character near it lies beyond them.
 */
export function plainWordEnd(text: string, start: number): number {
  for (let at = start; ; at++) {
    const kind = kindAt(text, at);
    if (kind === UNKNOWN) return -1;
    if (kind !== NEITHER) continue;
    const inside = joins(text, at);
    if (inside === UNKNOWN) return -1;
    if (inside === NEITHER) return at;
  }
}

/** Whether the mark at `at` stands inside a word: `NEITHER` for no, `UNKNOWN`, or anything else for yes. */
function joins(text: string, at: number): number {
  switch (text.charCodeAt(at)) {
    case APOSTROPHE:
    case TYPOGRAPHIC_APOSTROPHE: {
      const next = kindAt(text, at + 1);
      return next === DIGIT ? NEITHER : next;
    }
    case STOP:
      return stopJoins(text, at);
    case COMMA:
      return commaJoins(text, at);
    default:
      return NEITHER;
  }
}

/** `3.5`, `U.S`: between digits, or between letters that stand alone. */
function stopJoins(text: string, at: number): number {
  const [before, after] = [kindAt(text, at - 1), kindAt(text, at + 1)];
  if (after === UNKNOWN) return UNKNOWN;
  if (before !== after) return NEITHER;
  if (before !== LETTER) return before;
  return noneIs(LETTER, text, [at - 2, at + 2]);
}

/** `1,200`: before exactly three digits. */
function commaJoins(text: string, at: number): number {
  for (const place of [at - 1, at + 1, at + 2, at + 3]) {
    const kind = kindAt(text, place);
    if (kind !== DIGIT) return kind === UNKNOWN ? UNKNOWN : NEITHER;
  }
  return noneIs(DIGIT, text, [at + 4]);
}

function noneIs(unwanted: number, text: string, places: readonly number[]): number {
  const kinds = places.map((place) => kindAt(text, place));
  if (kinds.includes(UNKNOWN)) return UNKNOWN;
  return kinds.includes(unwanted) ? NEITHER : unwanted;
}
