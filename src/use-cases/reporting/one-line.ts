import { oneLine as withoutBreaks } from '../../ingest/normalize-text.ts';

// Sequences that move a terminal's cursor, rename its window or end such a name, begun by an escape or by the
// single character of the C1 set that means the same (ECMA-48); then control characters by themselves.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
const CURSOR = /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
const NAMES = /(?:\u001b\]|\u009d)[^\u0007\u001b\u009c\u009d]*(?:\u0007|\u001b\\|\u009c)/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Untrusted text, safe to print: no control characters but tab and line break. */
export function printable(text: string): string {
  return text.replace(CURSOR, '').replace(NAMES, '').replace(CONTROL, '');
}

/** Untrusted text on one line, without control characters. */
export function oneLine(text: string): string {
  return withoutBreaks(printable(text));
}
