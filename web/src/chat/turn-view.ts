import { html, nothing, type TemplateResult } from 'lit';
import { segmentsOf } from '../stream/answer-view.ts';
import { type Failure, isOpen, type Turn } from '../stream/turn.ts';
import { abstentionWords, failureWords, noticeWords } from '../strings/wording.ts';
import { plainProse } from '../text/bidi.ts';
import { segmentView } from './claim-view.ts';
import { suggestionsView } from './empty-view.ts';
import { ICONS, verdictIcon } from './icons.ts';
import { quoteCards } from './reference-views.ts';
import { sourcesView } from './sources-view.ts';
import type { ViewContext } from './view-context.ts';

/** One question with its answer, whatever has become of it so far. */
export function turnView(turn: Turn, context: ViewContext): TemplateResult {
  return html`<article class="turn" data-id=${turn.id} data-phase=${turn.phase} aria-busy=${isOpen(turn)}>
    <h2 class="question" dir="auto" tabindex="-1">${plainProse(turn.question)}</h2>
    ${progress(turn, context)} ${answer(turn, context)} ${ending(turn, context)}
    ${isOpen(turn) ? nothing : context.turnTools(turn)}
  </article>`;
}

function progress(turn: Turn, { strings }: ViewContext): TemplateResult | typeof nothing {
  if (turn.phase !== 'searching' && turn.phase !== 'reading') return nothing;
  const words = turn.phase === 'searching' ? strings.searching : strings.reading(turn.sources.size);
  return html`<p class="progress">${words}<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span></p>`;
}

function answer(turn: Turn, context: ViewContext): TemplateResult | typeof nothing {
  if (turn.text === '') return nothing;
  if (turn.phase === 'abstained') return abstention(turn, context);
  return html`<div class="answer" dir="auto">${segmentsOf(turn).map((segment) =>
    segmentView(segment, turn, context),
  )}</div>`;
}

function abstention(turn: Turn, context: ViewContext): TemplateResult {
  const { strings } = context;
  return html`<div class="abstention">
      <p class="label">${verdictIcon('unsupported')} ${strings.abstained}</p>
      <p class="abstention-text" dir="auto">${plainProse(abstentionWords(turn, strings))}</p>
    </div>
    ${
      turn.nearest.length === 0
        ? nothing
        : html`<div class="nearest" role="group" aria-label=${strings.nearest}>
            <h3 class="label">${strings.nearest}</h3>
            ${quoteCards(turn.nearest, context)}
          </div>`
    }
    ${suggestionsView(context.suggestions, { title: strings.askInstead, ask: context.actions.ask })}`;
}

function ending(turn: Turn, context: ViewContext): TemplateResult {
  const notice = noticeWords(turn, context.strings);
  return html`${notice === '' ? nothing : html`<p class="answer-notice" dir="auto">${plainProse(notice)}</p>`}
  ${turn.conflicts.map(({ topic, sides, values }) => {
    const title = context.strings.conflicts[topic ?? 'any'];
    return html`<div class="conflict" role="group" aria-label=${title}>
      <h3 class="label">${ICONS.warning} ${title}</h3>
      ${quoteCards(sides, context, values)}
    </div>`;
  })}
  ${isOpen(turn) ? nothing : sourcesView(turn, context)}
  ${turn.failure === null ? nothing : failureView(turn, turn.failure, context)}
  ${turn.phase === 'stopped' ? stoppedView(turn, context) : nothing}`;
}

function failureView(turn: Turn, failure: Failure, context: ViewContext): TemplateResult {
  const { title, detail } = failureWords(failure, context.strings);
  return html`<div class="notice" data-kind=${failure.kind}>
    <p class="notice-title">${ICONS.warning} <span>${title}</span></p>
    ${detail === '' ? nothing : html`<p class="notice-detail" dir="auto">${detail}</p>`}
    ${turnButtons(turn, context)}
  </div>`;
}

function stoppedView(turn: Turn, context: ViewContext): TemplateResult {
  return html`<div class="notice" data-kind="stopped">
    <p class="notice-detail">${context.strings.stopped}</p>
    ${turnButtons(turn, context)}
  </div>`;
}

function turnButtons(turn: Turn, { strings, actions }: ViewContext): TemplateResult {
  return html`<p class="buttons">
    <button type="button" class="button retry" @click=${() => actions.retry(turn.id)}>${ICONS.retry} ${strings.retry}</button>
    <button type="button" class="button edit" @click=${() => actions.edit(turn.id)}>${ICONS.edit} ${strings.edit}</button>
  </p>`;
}
