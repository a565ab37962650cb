import { html, nothing, type TemplateResult } from 'lit';
import type { Cite, Ref } from '../../../src/domain/document.ts';
import { plainLine, plainProse } from '../text/bidi.ts';
import { dateInWords } from '../text/dates.ts';
import { listenerElement, targetOf, type ViewContext } from './view-context.ts';

/** Title and date of a document, on one line or two as space allows. */
export function refLine(ref: Ref, { strings }: Pick<ViewContext, 'strings'>): TemplateResult {
  const date = dateInWords(ref.publishedAt, strings.locale);
  return html`<span class="ref"><bdi class="ref-title">${plainLine(ref.title)}</bdi>${
    date === null ? nothing : html` <bdi class="ref-date">${date}</bdi>`
  }</span>`;
}

/** A document's line as a button that opens it from its beginning. */
export function refButton(ref: Ref, context: ViewContext): TemplateResult {
  const open = (event: Event) =>
    context.actions.openSource(
      { targets: [{ ref, cite: null, number: null }], at: 0 },
      listenerElement(event),
    );
  return html`<button type="button" class="row" aria-haspopup="dialog" @click=${open}>${refLine(ref, context)}</button>`;
}

/** Quotations side by side, each a button that opens its source, under the value that it gives. */
export function quoteCards(
  cites: readonly Cite[],
  context: ViewContext,
  values: readonly string[] = [],
): TemplateResult {
  const targets = cites.map((cite) => targetOf(cite));
  return html`<ul class="cards">${cites.map(
    (cite, at) => html`<li><button
      type="button"
      class="card"
      aria-haspopup="dialog"
      @click=${(event: Event) => context.actions.openSource({ targets, at }, listenerElement(event))}
    >${valueView(values[at])}<span class="card-quote" dir="auto">${plainProse(cite.quote)}</span>${refLine(cite, context)}</button></li>`,
  )}</ul>`;
}

const valueView = (value: string | undefined) =>
  value === undefined ? nothing : html`<bdi class="card-value">${plainLine(value)}</bdi>`;
