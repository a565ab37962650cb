// Sequences that move a terminal's cursor or rename its window, and single control characters: a report may
// be shown in a terminal, too.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
const SEQUENCES = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?)/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Untrusted text on one line, without control characters. */
export function oneLine(text: string): string {
  return text.replace(SEQUENCES, '').replace(CONTROL, '').replace(/\s+/g, ' ').trim();
}
