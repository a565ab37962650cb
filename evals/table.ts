import type { Cell, Floor, Table } from './suite.ts';

/** Lines of a table: title, header, rule, rows; figures with three decimals, right-aligned. */
export function tableLines(table: Table): string[] {
  const rows = [table.columns, ...table.rows.map((row) => row.map(cellText))];
  const widths = table.columns.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const [header = '', ...body] = rows.map((row) => alignRow(row, widths));
  return [table.title, header, widths.map((width) => '-'.repeat(width)).join('  '), ...body];
}

function alignRow(row: readonly string[], widths: readonly number[]): string {
  return widths
    .map((width, column) =>
      column === 0 ? (row[0] ?? '').padEnd(width) : (row[column] ?? '').padStart(width),
    )
    .join('  ')
    .trimEnd();
}

function cellText(cell: Cell): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell;
  return Number.isInteger(cell) ? String(cell) : cell.toFixed(3);
}

/** True where the figure keeps its promise. */
export function floorHolds(floor: Floor): boolean {
  return floor.value >= floor.atLeast;
}

export function floorLine(floor: Floor): string {
  const verdict = floorHolds(floor) ? 'holds ' : 'BROKEN';
  return `${verdict} ${floor.what}: ${floor.value.toFixed(3)}, at least ${floor.atLeast.toFixed(3)}`;
}
