import { html, nothing, type TemplateResult } from 'lit';
import type { Cite } from '../../../src/domain/document.ts';
import type { Source, SourceOutcome } from '../api/document.ts';
import { type Excerpt, spanWithin } from '../stream/excerpt.ts';
import type { Failure } from '../stream/turn.ts';
import type { Strings } from '../strings/strings.ts';
import { failureWords, readsEnglish } from '../strings/wording.ts';
import { plainLine, plainProse } from '../text/bidi.ts';
import { dateInWords } from '../text/dates.ts';
import { addressAtWords } from '../text/text-fragment.ts';
import { articleView, locateCite } from './article-view.ts';
import { ICONS } from './icons.ts';
import type { SourceState } from './source-reader.ts';
import type { SourceTarget } from './view-context.ts';

interface PanelActions {
  readonly step: (by: 1 | -1) => void;
  readonly close: () => void;
  readonly retry: () => void;
}

interface PanelContext {
  readonly strings: Strings;
  readonly actions: PanelActions;
  /** What was kept of the article around a citation; null where nothing was. */
  readonly excerptOf: (cite: Cite) => Excerpt | null;
}

/** The source panel's inside: where one is, the article's head, its text with the passage marked. */
export function panelView(state: SourceState, context: PanelContext): TemplateResult {
  const { target, outcome } = state;
  const ref = outcome?.found ? outcome.source : target.ref;
  return html`<header class="panel-head">
      <p class="label panel-place" aria-live="polite">${placeInWords(state, context.strings)}</p>
      ${panelButtons(state, context)}
    </header>
    <div class="panel-scroll" tabindex="0" role="group" aria-label=${context.strings.panel.article}>
      <div class="panel-column">
        <h2 class="panel-title" id="panel-title" dir="auto">${plainLine(ref.title)}</h2>
        ${metadata(state, context)}
        ${outcome === null ? html`<p class="progress">${context.strings.panel.loading}</p>` : body(outcome, state, context)}
      </div>
    </div>`;
}

function placeInWords({ targets, at, target }: SourceState, { panel }: Strings): string {
  return target.cite === null ? panel.alone : panel.place(at + 1, targets.length);
}

function panelButtons({ targets, at }: SourceState, { strings, actions }: PanelContext): TemplateResult {
  const { panel } = strings;
  // Disabled at the ends by aria only: a disabled button would drop the focus that stands on it.
  const step = (by: 1 | -1, label: string, icon: TemplateResult, ended: boolean) => html`<button
    type="button"
    class="icon-button"
    aria-label=${label}
    title=${label}
    aria-disabled=${ended}
    @click=${() => actions.step(by)}
  >${icon}</button>`;
  return html`<span class="panel-buttons">
    ${
      targets.length < 2
        ? nothing
        : [
            step(-1, panel.previous, ICONS.previous, at === 0),
            step(1, panel.next, ICONS.next, at === targets.length - 1),
          ]
    }
    <button type="button" class="icon-button panel-close" aria-label=${panel.close} title=${panel.close} @click=${actions.close}>
      ${ICONS.close}
    </button>
  </span>`;
}

function metadata({ target, outcome }: SourceState, { strings }: PanelContext): TemplateResult {
  const source = outcome?.found ? outcome.source : null;
  const { publishedAt, path } = source ?? target.ref;
  const facts = [source?.author ?? null, dateInWords(publishedAt, strings.locale), path]
    .map((fact) => plainLine(fact ?? ''))
    .filter((fact) => fact !== '');
  return html`<p class="panel-facts">${facts.map((fact) => html`<bdi class="fact">${fact}</bdi> `)}${originalLink(
    source,
    target,
    strings,
  )}</p>`;
}

/** The way to the article as it was published, at the cited words where they are known. */
function originalLink(source: Source | null, { ref, cite }: SourceTarget, { panel }: Strings) {
  const url = (source ?? ref).url;
  if (url === null) return nothing;
  const place = source === null || cite === null ? null : locateCite(source, cite);
  const href = place === null || source === null ? url : addressAtWords(url, source.text, place);
  const words = place === null ? panel.original : panel.originalPlace;
  return html`<a class="fact" href=${href} target="_blank" rel="noopener noreferrer">${words} ${ICONS.outside}</a>`;
}

function body(outcome: SourceOutcome, state: SourceState, context: PanelContext): TemplateResult {
  const { target } = state;
  if (!outcome.found) {
    return html`${failureView(outcome.failure, context)}
    ${target.cite === null ? nothing : keptQuote(target.cite, context.strings.panel.quoted, context)}`;
  }
  return html`${cautionOf(outcome.source, state, context)} ${articleView(outcome.source, state, context.strings)}`;
}

/** What to say where the article no longer holds the cited words at their place. */
function cautionOf(
  source: Source,
  { target }: SourceState,
  context: PanelContext,
): TemplateResult | typeof nothing {
  const { panel } = context.strings;
  if (target.cite === null) return nothing;
  const place = locateCite(source, target.cite);
  if (place === null) return keptQuote(target.cite, panel.gone, context);
  return place.start === target.cite.start ? nothing : html`<p class="caution">${panel.moved}</p>`;
}

/** The cited words as they read when the answer was given, among those around them where these were kept. */
function keptQuote(cite: Cite, words: string, { excerptOf }: PanelContext): TemplateResult {
  const excerpt = excerptOf(cite);
  const span = excerpt && spanWithin(excerpt, cite);
  const around = (start: number, end?: number) => plainProse(excerpt?.text.slice(start, end) ?? '');
  const quote = html`<mark class="active">${plainProse(cite.quote)}</mark>`;
  return html`<div class="caution">
    <p>${words}</p>
    <blockquote dir="auto">${span ? html`…${around(0, span.start)}${quote}${around(span.end)}…` : quote}</blockquote>
  </div>`;
}

function failureView(failure: Failure, { strings, actions }: PanelContext): TemplateResult {
  return html`<div class="notice" role="alert">
    <p class="notice-title">${ICONS.warning} <span>${(readsEnglish(strings) && plainLine(failure.title)) || strings.panel.unreadable}</span></p>
    <p class="notice-detail" dir="auto">${failureWords(failure, strings).detail}</p>
    <p class="buttons">
      <button type="button" class="button" @click=${actions.retry}>${ICONS.retry} ${strings.retry}</button>
    </p>
  </div>`;
}
