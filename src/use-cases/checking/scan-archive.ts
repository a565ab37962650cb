import type { Document } from '../../domain/document.ts';
import { GAP, type PatternPart } from '../../verification/align.ts';
import { type ArchiveReader, flatWords } from './archive-reader.ts';
import { breathe } from './breathe.ts';

/** Every article is searched up to this many; beyond, the term index alone must find it. */
const MAX_SCANNED = 50_000;

/** Articles that hold a run of a quotation's words; a common run stands in hundreds. */
const MAX_FOUND = 20;

/** Articles between two turns of the event loop: some milliseconds' work. */
const BREATH = 1_000;

/**
 * The articles that hold a quotation's longest run of words, or else the most runs of a short one in which
 * a word may be another: at most twenty, in path order. Linear in the archive's length.
 */
export async function scanArchive(
  reader: ArchiveReader,
  pattern: readonly PatternPart[],
  signal: AbortSignal | undefined,
): Promise<Document[]> {
  const summaries = await reader.index.passages.listDocuments();
  const runs = runsOf(pattern);
  if (runs === null || summaries.length > MAX_SCANNED) return [];
  const whole: Document[] = [];
  const partly: { readonly document: Document; readonly held: number }[] = [];
  for (const [index, { id }] of summaries.entries()) {
    if (index % BREATH === BREATH - 1) await breathe(signal);
    const document = await reader.document(id);
    const flat = reader.flat(document);
    if (flat.includes(runs.whole)) whole.push(document);
    if (whole.length >= MAX_FOUND) break;
    const held = whole.length > 0 ? 0 : runs.parts.filter((part) => flat.includes(part)).length;
    if (held > 0) partly.push({ document, held });
  }
  if (whole.length > 0) return whole;
  return partly
    .toSorted((a, b) => b.held - a.held)
    .slice(0, MAX_FOUND)
    .map(({ document }) => document);
}

// A single word says nothing about where it was quoted.
const MIN_RUN_WORDS = 2;

/** The term index finds a longer quotation whatever one word of it is; a short one may have no rare word left. */
const SHORT_WORDS = 14;

/** Words of a run that few articles hold, even of common words. */
const PART_WORDS = 3;

interface Runs {
  readonly whole: string;
  readonly parts: readonly string[];
}

function runsOf(pattern: readonly PatternPart[]): Runs | null {
  const runs: string[][] = [[]];
  for (const part of pattern) {
    if (part === GAP) runs.push([]);
    else runs.at(-1)?.push(part.key);
  }
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best));
  if (longest.length < MIN_RUN_WORDS) return null;
  const isShort = longest.length > PART_WORDS && longest.length <= SHORT_WORDS;
  return { whole: flatWords(longest.join(' ')), parts: isShort ? partsOf(longest) : [] };
}

// With one word another, a run of half the rest still stands as it was.
function partsOf(run: readonly string[]): string[] {
  const length = Math.max(PART_WORDS, Math.floor((run.length - 1) / 2));
  const starts = run.slice(0, run.length - length + 1).map((_, index) => index);
  return starts.map((start) => flatWords(run.slice(start, start + length).join(' ')));
}
