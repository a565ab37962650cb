import { oneLine } from '../../ingest/normalize-text.ts';

const BULLET = /^\s*[•◦▪▫‣●○■□*·➤►✓✔➢][ \t]*(?=\S)|^\s*[-+–][ \t]+(?=\S)/u;
const NUMBER = /^\s*(?:\d{1,2}[.)]|\(\d{1,2}\)|[a-z]\))[ \t]+(?=\S)/;
const CELL_BREAK = /\t+|(?<![.!?:]) {3,}| \| |^\||\|$/g;
// Cells are short; a long one is prose with careless spacing.
const MAX_CELL_CHARS = 120;

/** True for a line with a bullet or a number of a list before it. */
export function isListLine(line: string): boolean {
  return BULLET.test(line) || NUMBER.test(line);
}

/** A list item without its mark; null for any other line. */
export function listItemText(line: string): string | null {
  if (!isListLine(line)) return null;
  const text = oneLine(line.replace(BULLET, '').replace(NUMBER, ''));
  return text === '' ? null : text;
}

/** The cells of a line that tabs, bars or wide gaps part; null for a line of running text. */
export function rowCells(line: string): string[] | null {
  const cells = line
    .trim()
    .split(CELL_BREAK)
    .map(oneLine)
    .filter((cell) => cell !== '');
  return cells.length >= 2 && cells.every((cell) => cell.length <= MAX_CELL_CHARS) ? cells : null;
}
