import { html, nothing, type TemplateResult } from 'lit';
import type { Span } from '../../../src/domain/span.ts';
import { ICONS } from '../chat/icons.ts';
import type { CheckContext } from './check-context.ts';
import { type CheckState, isUnderWay } from './check-state.ts';
import { draftView } from './draft-view.ts';
import { matches } from './filters.ts';
import { findingsView } from './finding-view.ts';
import { type HeadActions, reviewHead } from './review-head.ts';
import { failureTitle } from './speech.ts';
import { words } from './words.ts';

export interface ReviewState {
  readonly state: CheckState;
  /** The paragraphs of its text. */
  readonly sections: readonly Span[];
  readonly name: string;
  readonly notice: string;
}

/** A draft under check: its text beside what was found. */
export function reviewView(
  { state, sections, name, notice }: ReviewState,
  context: CheckContext,
  actions: HeadActions,
): TemplateResult {
  const { decisions, filter } = context;
  return html`<div class="review">
    ${reviewHead({ state, name, decisions, filter, notice }, actions)}
    ${failureView(state, actions)}
    <div class="columns" ?hidden=${state.text === ''}>
      <section class="draft" tabindex="0" aria-label=${words.review.draft}>${draftView(state, sections, context)}</section>
      <section class="findings" aria-label=${words.review.findings}>
        ${findingsView(state, context)} ${emptyView(state, context)}
      </section>
    </div>
    ${keysView()}
  </div>`;
}

function failureView({ failure }: CheckState, { checkAgain }: HeadActions): TemplateResult | typeof nothing {
  if (failure === null) return nothing;
  return html`<div class="notice" role="alert">
    <p class="notice-title">${ICONS.warning} <span>${failureTitle(failure)}</span></p>
    <p class="notice-detail" dir="auto">${failure.detail || words.review.failures[failure.kind].detail}</p>
    <p class="buttons">
      <button type="button" class="button" @click=${checkAgain}>${ICONS.retry} ${words.review.retry}</button>
    </p>
  </div>`;
}

function emptyView(state: CheckState, { filter, decisions }: CheckContext): TemplateResult | typeof nothing {
  const { findings } = state;
  const isEmpty = findings.length > 0 && !findings.some((finding) => matches(finding, filter, decisions));
  if (!isEmpty) return nothing;
  const { moreToCome, nothingShown } = words.review;
  return html`<p class="findings-empty">${isUnderWay(state) ? moreToCome : nothingShown}</p>`;
}

function keysView(): TemplateResult {
  return html`<p class="keys"><span class="unseen">${words.keysLabel}: </span>${words.keys.map(
    ([keys, does]) =>
      html`<span class="key">${keys.split(' ').map((key) => html`<kbd>${key}</kbd> `)}${does}</span> `,
  )}</p>`;
}
