import { CitedeskError } from '../domain/errors.ts';
import { normalizeText } from './normalize-text.ts';

export interface DecodedText {
  /** Clean: NFC, `\n` line ends, no control or invisible steering characters, well-formed UTF-16. */
  readonly text: string;
  /** As it was decoded, nothing cleaned. */
  readonly raw: string;
  /** WHATWG name of the encoding, such as `utf-8` or `windows-1252`. */
  readonly encoding: string;
  /** A plain sentence where the encoding is a guess that may garble letters. */
  readonly warnings: readonly string[];
}

/**
 * The text of a file. In order: a byte order mark; UTF-16 by where its spaces and line ends stand;
 * valid UTF-8; the encoding that the file declares (`declared`, as an HTML page does); UTF-8 with a few
 * broken bytes; windows-1252, which has a character for nearly every byte.
 *
 * @throws CitedeskError `file-unsupported` where the bytes are another format or no text at all.
 */
export function decodeText(
  bytes: Uint8Array,
  options: { readonly declared?: string | null } = {},
): DecodedText {
  const format = foreignFormat(bytes);
  if (format !== null) throw unsupported(`The file holds ${format}, not text.`);
  const encoding =
    markedEncoding(bytes) ?? guessUtf16(bytes) ?? guessOneByte(bytes, options.declared ?? null);
  const raw = new TextDecoder(encoding).decode(bytes);
  if (isBinary(raw)) throw unsupported('The file holds binary data, not text, whatever its name says.');
  const isGuess = encoding === 'windows-1252' && options.declared === undefined;
  return { text: normalizeText(raw), raw, encoding, warnings: isGuess ? [GUESSED] : [] };
}

const GUESSED =
  'The file is not UTF-8; it was read as windows-1252, so letters of other alphabets may be wrong.';

function unsupported(message: string): CitedeskError {
  return new CitedeskError('file-unsupported', message, {
    fix: 'Remove the file from the folder, or save its words as plain text, Markdown or HTML.',
  });
}

// First bytes of formats that people rename, so that the message can name what the file is.
const SIGNATURES: readonly { readonly bytes: string; readonly name: string }[] = [
  { bytes: '%PDF-', name: 'a PDF' },
  { bytes: '{\\rtf', name: 'rich text (RTF)' },
  { bytes: 'PK\x03\x04', name: 'a ZIP archive or an Office document' },
  { bytes: '\xd0\xcf\x11\xe0', name: 'an old Office document' },
  { bytes: '\x89PNG', name: 'a PNG picture' },
  { bytes: '\xff\xd8\xff', name: 'a JPEG picture' },
  { bytes: 'GIF8', name: 'a GIF picture' },
  { bytes: '\x1f\x8b', name: 'gzip-compressed data' },
  { bytes: '\x7fELF', name: 'a program' },
  { bytes: 'SQLite format 3', name: 'an SQLite database' },
];

function foreignFormat(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  return SIGNATURES.find((signature) => head.startsWith(signature.bytes))?.name ?? null;
}

function markedEncoding(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

// A guess needs no more than a part of a large file.
const SAMPLE_BYTES = 65_536;

/**
 * UTF-16 without a mark shows in its spaces, line ends and ASCII stops: a byte of theirs beside a zero,
 * always on the same side. Scripts beyond Latin still use them, so no other character is counted.
 */
function guessUtf16(bytes: Uint8Array): string | null {
  const pairs = Math.floor(Math.min(bytes.length, SAMPLE_BYTES) / 2);
  let little = 0;
  let big = 0;
  for (let pair = 0; pair < pairs; pair++) {
    const first = bytes[pair * 2] ?? 0;
    const second = bytes[pair * 2 + 1] ?? 0;
    if (second === 0 && isPlainMark(first)) little++;
    if (first === 0 && isPlainMark(second)) big++;
  }
  // Prose has a space or a stop among every 20 units, bytes of other data hardly one among 100.
  const needed = Math.max(1, pairs * 0.02);
  if (little >= needed && little > 4 * big) return 'utf-16le';
  if (big >= needed && big > 4 * little) return 'utf-16be';
  return null;
}

const isPlainMark = (byte: number) =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x2c || byte === 0x2e;

function guessOneByte(bytes: Uint8Array, declared: string | null): string {
  if (decodes(bytes, 'utf-8')) return 'utf-8';
  const named = declared === null ? null : knownEncoding(declared);
  if (named !== null && named !== 'utf-8') return named;
  return mostlyUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

function decodes(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The WHATWG name of a label that a page declares; null for one that the platform does not know. */
function knownEncoding(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

/** True where decoding as UTF-8 gives more characters beyond ASCII than replacement marks. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, SAMPLE_BYTES));
  let good = 0;
  let broken = 0;
  for (const character of text) {
    if (character === '\ufffd') broken++;
    else if (character > '\u007f') good++;
  }
  return good > broken;
}

/**
 * Text has hardly a control character, binary data one among ten. A zero byte is left out of the
 * count up to one in a thousand: editors and crashes leave some in real text.
 */
function isBinary(text: string): boolean {
  const sample = text.slice(0, SAMPLE_BYTES);
  let strange = 0;
  let zeros = 0;
  for (let index = 0; index < sample.length; index++) {
    const unit = sample.charCodeAt(index);
    if (unit === 0) zeros++;
    else if (isStrange(unit)) strange++;
  }
  const slips = Math.max(4, sample.length * 0.02);
  return strange > slips || zeros + strange > slips + Math.max(8, sample.length / 1000);
}

const isStrange = (unit: number) =>
  (unit < 0x20 && unit !== 0x09 && unit !== 0x0a && unit !== 0x0c && unit !== 0x0d && unit !== 0x1b) ||
  (unit >= 0x7f && unit < 0xa0 && unit !== 0x85) ||
  unit === 0xfffd ||
  (unit >= 0xfffe && unit <= 0xffff);
