import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import { words } from './words.ts';

export interface BarPlot {
  readonly title: string;
  /** What the picture says, in a sentence: it stands above it, and for it where it cannot be seen. */
  readonly summary: string;
  /** One a bar, each the height of its parts, the lowest first. */
  readonly bars: readonly (readonly number[])[];
  /** Under the first bar, under some between, under the last. */
  readonly axis: readonly string[];
  /** What the parts of a bar are, the lowest first; none where each is one. */
  readonly legend?: readonly string[];
  /** The same as a table. */
  readonly table: TemplateResult;
}

const HEIGHT = 100;
// Of a bar's place; the rest is the gap to the next.
const BAR_SHARE = 0.78;
// What is there at all is to be seen, however small beside the highest.
const LEAST_HEIGHT = 1.5;

/** Bars on a line, stretched to the width that there is; the words around them are not. */
export function barPlot({ title, summary, bars, axis, legend = [], table }: BarPlot): TemplateResult {
  const highest = Math.max(1, ...bars.map(sum));
  return html`<figure class="plot">
    <figcaption><strong>${title}</strong> ${summary}</figcaption>
    <div class="plot-frame">
      <span class="plot-top" aria-hidden="true">${highest.toLocaleString('en-GB')}</span>
      <svg role="img" aria-label="${title}. ${summary}" viewBox="0 0 ${bars.length} ${HEIGHT}" preserveAspectRatio="none">
        ${bars.map((parts, at) => bar(parts, { at, highest }))}
      </svg>
    </div>
    <div class="axis" aria-hidden="true">${axis.map((label) => html`<span>${label}</span>`)}</div>
    ${legend.length === 0 ? nothing : html`<p class="legend" aria-hidden="true">${legend.map(swatch)}</p>`}
    <details><summary>${words.asTable}<span class="unseen">: ${title}</span></summary>${table}</details>
  </figure>`;
}

const swatch = (name: string, at: number) =>
  html`<span><svg viewBox="0 0 1 1"><rect class="part-${at}" width="1" height="1"/></svg>${name}</span>`;

const sum = (parts: readonly number[]) => parts.reduce((all, part) => all + part, 0);

interface BarPlace {
  readonly at: number;
  readonly highest: number;
}

function bar(parts: readonly number[], { at, highest }: BarPlace): SVGTemplateResult[] {
  let below = 0;
  return parts.map((part, index) => {
    const height = part === 0 ? 0 : Math.max(LEAST_HEIGHT, (part / highest) * HEIGHT);
    below += height;
    const x = at + (1 - BAR_SHARE) / 2;
    return svg`<rect class="part-${index}" x=${x} y=${HEIGHT - below} width=${BAR_SHARE} height=${height}/>`;
  });
}

/** A share of a whole as one level bar; the number stands beside it. */
export function shareBar(share: number, name: string): TemplateResult | typeof nothing {
  if (Number.isNaN(share)) return nothing;
  return html`<svg class="share ${name}" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    <rect class="ground" width="100" height="1"/><rect class="level" width=${share * 100} height="1"/>
  </svg>`;
}

export interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row) => unknown;
  readonly isNumber?: boolean;
}

/** A table whose first column names the row. One that may be too wide or long scrolls in a frame of its own. */
export function dataTable<Row>(
  caption: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): TemplateResult {
  return html`<div class="table-frame" role="region" tabindex="0" aria-label=${caption}>
    ${plainTable(caption, columns, rows)}
  </div>`;
}

/** Likewise, for one that fits everywhere. */
export function plainTable<Row>(
  caption: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): TemplateResult {
  return html`<table>
    <caption class="unseen">${caption}</caption>
    <thead><tr>${columns.map((column) => html`<th scope="col" class=${alignment(column)}>${column.head}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => html`<tr>${columns.map((column, at) => tableCell(column, row, at))}</tr>`)}</tbody>
  </table>`;
}

const alignment = <Row>({ isNumber = false }: Column<Row>) => (isNumber ? 'number' : nothing);

function tableCell<Row>(column: Column<Row>, row: Row, at: number): TemplateResult {
  const content = column.cell(row);
  if (at === 0) return html`<th scope="row">${content}</th>`;
  return html`<td class=${alignment(column)}>${content}</td>`;
}
