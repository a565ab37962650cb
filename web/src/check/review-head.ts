import { html, nothing, type TemplateResult } from 'lit';
import { ICONS, verdictIcon } from '../chat/icons.ts';
import { plainLine } from '../text/bidi.ts';
import { type CheckState, isUnderWay } from './check-state.ts';
import { countsOf, FILTERS, type Filter } from './filters.ts';
import { type Decisions, editsOf } from './review.ts';
import { words } from './words.ts';

export type ReportFormat = 'html' | 'markdown' | 'json';

export interface HeadState {
  readonly state: CheckState;
  readonly name: string;
  readonly decisions: Decisions;
  readonly filter: Filter;
  /** What the last action came to; empty where there is nothing to say. */
  readonly notice: string;
}

export interface HeadActions {
  readonly cancel: () => void;
  readonly checkAgain: () => void;
  readonly newDraft: () => void;
  readonly copy: () => void;
  readonly download: (format: ReportFormat) => void;
  readonly show: (filter: Filter) => void;
}

/** Above draft and findings: how far the check is, what can be done with it, which findings are shown. */
export function reviewHead(head: HeadState, actions: HeadActions): TemplateResult {
  const { state, name, decisions } = head;
  const changes = editsOf(decisions).length;
  return html`<header class="review-head">
    <div class="review-line">
      <div class="review-name">
        <h2 class="review-title" tabindex="-1" dir="auto">${plainLine(name) || words.review.untitled}</h2>
        <p class="review-status">${statusInWords(state)}</p>
      </div>
      <p class="buttons">${isUnderWay(state) ? cancelButton(actions) : doneButtons(actions, state.text !== '')}</p>
    </div>
    ${progressBar(state)}
    ${changes === 0 ? nothing : html`<p class="review-changes">${ICONS.edit} ${words.review.changed(changes)}</p>`}
    ${head.notice === '' ? nothing : html`<p class="review-notice" role="status">${head.notice}</p>`}
    ${copiesView(state)} ${filtersView(head, actions)}
  </header>`;
}

/** How far the check is, for eyes and ears. */
export function statusInWords({ phase, findings, claimCount }: CheckState): string {
  const { review } = words;
  if (phase === 'sending') return review.reading;
  if (phase === 'checking') return review.checking(findings.length, claimCount);
  if (phase === 'checked') return claimCount === 0 ? review.noClaims : review.checked(findings.length);
  return claimCount === 0 ? review.notChecked : review.stopped(findings.length, claimCount);
}

function progressBar(state: CheckState): TemplateResult | typeof nothing {
  if (!isUnderWay(state)) return nothing;
  const { claimCount, findings, phase } = state;
  const value = phase === 'sending' ? nothing : findings.length;
  return html`<progress class="progress-bar" aria-label=${words.review.findings} max=${Math.max(1, claimCount)} value=${value}></progress>`;
}

const cancelButton = ({ cancel }: HeadActions) =>
  html`<button type="button" class="button" data-act="cancel" @click=${cancel}>${ICONS.stop} ${words.review.cancel}</button>`;

/** `isRead`: the desk has sent the draft's text, so that there is something to copy and to report. */
function doneButtons({ checkAgain, newDraft, copy, download }: HeadActions, isRead: boolean): TemplateResult {
  const { review } = words;
  const choose = (format: ReportFormat) => (event: Event) => {
    if (event.currentTarget instanceof HTMLElement)
      event.currentTarget.closest('details')?.removeAttribute('open');
    download(format);
  };
  return html`<button type="button" class="button" data-act="again" @click=${checkAgain}>${ICONS.retry} ${review.again}</button>
    ${
      isRead
        ? html`<button type="button" class="button" data-act="copy" @click=${copy}>${review.copy}</button>
            <details class="menu">
              <summary class="button">${review.download}</summary>
              <span class="menu-items">${(['html', 'markdown', 'json'] as const).map(
                (format) =>
                  html`<button type="button" class="menu-item" data-format=${format} @click=${choose(format)}>${review.formats[format]}</button>`,
              )}</span>
            </details>`
        : nothing
    }
    <button type="button" class="button" data-act="new" @click=${newDraft}>${review.other}</button>`;
}

function copiesView({ ownCopies }: CheckState): TemplateResult | typeof nothing {
  if (ownCopies.length === 0) return nothing;
  const titles = ownCopies.map(({ title }) => plainLine(title)).join('; ');
  return html`<p class="review-copies">${words.review.ownCopies} <bdi>${titles}</bdi></p>`;
}

function filtersView(
  { state, decisions, filter }: HeadState,
  { show }: HeadActions,
): TemplateResult | typeof nothing {
  if (state.findings.length === 0) return nothing;
  const counts = countsOf(state.findings, decisions);
  const shown = FILTERS.filter((one) => counts[one] > 0 || one === filter || one === 'to-look-at');
  return html`<div class="filters" role="group" aria-label=${words.review.show}>${shown.map(
    (one) => html`<button
      type="button"
      class="filter"
      data-filter=${one}
      aria-pressed=${one === filter}
      @click=${() => show(one)}
    >${one === 'all' || one === 'to-look-at' ? nothing : html`<span class="verdict" data-verdict=${one}>${verdictIcon(one)}</span>`}${
      words.filters[one]
    } <span class="filter-count">${counts[one].toLocaleString('en-GB')}</span></button>`,
  )}</div>`;
}
