const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
// Every control character but the tab and the line feed.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g;
// Marks without a glyph that break words apart for search (soft hyphen, zero-width space, word joiner,
// byte order mark), that reorder what a reader sees (embeddings, overrides, isolates) or that hide
// text from the reader (tag characters). Joiners stay: Persian and emoji need them.
const INVISIBLE = /[\u00ad\u200b\u2060-\u2064\ufeff\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/gu;
const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;

/**
 * Text as the product keeps it: Unicode NFC, so that one word is one string; `\n` for every line end; no
 * control characters but `\n` and `\t`; no invisible marks that hide or reorder words; every kind of
 * space as U+0020; unpaired surrogates replaced. Line structure and runs of spaces stay. Idempotent.
 */
export function normalizeText(text: string): string {
  return text
    .replace(LINE_ENDS, '\n')
    .replace(CONTROLS, '')
    .replace(INVISIBLE, '')
    .replace(SPACES, ' ')
    .toWellFormed()
    .normalize('NFC');
}

/** One line: runs of white space are one space, none at the ends. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
