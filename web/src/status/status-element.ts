import { html, LitElement, nothing, type TemplateResult, unsafeCSS } from 'lit';
import type { ServiceStatus } from '../../../src/domain/service-status.ts';
import { ICONS } from '../chat/icons.ts';
import { deskSend } from '../page/sign-in.ts';
import type { Failure } from '../stream/turn.ts';
import baseCss from '../styles/base.css?inline';
import statusCss from '../styles/status.css?inline';
import tokensCss from '../styles/tokens.css?inline';
import { archiveView, buildView } from './archive-view.ts';
import { fetchStatus } from './fetch-status.ts';
import { clockInWords, momentInWords, spanInWords } from './in-words.ts';
import { Refresh } from './refresh.ts';
import { requestsView } from './requests-view.ts';
import { words } from './words.ts';
import { checksView, questionsView, speedView, verdictsView } from './work-views.ts';

/** The operator's page: what the archive holds and what the server does, kept fresh. */
export class CitedeskStatus extends LitElement {
  static override styles = [tokensCss, baseCss, statusCss].map((css) => unsafeCSS(css));

  readonly #refresh = new Refresh(this, (signal) =>
    fetchStatus({ base: document.baseURI, send: deskSend }, signal),
  );

  protected override render(): TemplateResult {
    const { status, failure, isBack } = this.#refresh;
    return html`<div class="report">
      ${this.#head(status)}
      <p class="unseen" role="status">${isBack ? words.back : nothing}</p>
      ${failure === null ? nothing : this.#notice(failure, status)}
      ${status === null ? (failure === null ? html`<p class="lead">${words.loading}</p>` : nothing) : figures(status)}
    </div>`;
  }

  #head(status: ServiceStatus | null): TemplateResult {
    const { isPaused } = this.#refresh;
    return html`<header class="head">
      <div>
        <h1>${words.title}</h1>
        ${status === null ? nothing : html`<p>${upSince(status)}</p>`}
      </div>
      <p class="fresh">
        <span class="as-of">${isPaused ? words.paused : status === null ? nothing : words.asOf(clockInWords(status.now))}</span>
        <button type="button" class="button" @click=${() => this.#refresh.setPaused(!isPaused)}>
          ${isPaused ? words.resume : words.pause}
        </button>
      </p>
    </header>`;
  }

  #notice({ kind, title, detail }: Failure, status: ServiceStatus | null): TemplateResult {
    const isRefused = kind === 'refused';
    return html`<div class="notice" role="alert">
      ${ICONS.warning}
      <div>
        <p><strong>${isRefused ? title : words.unreachableTitle}</strong></p>
        <p>${isRefused ? detail : words.unreachable}
          ${status === null ? nothing : words.figuresOf(clockInWords(status.now))}</p>
        <button type="button" class="button" @click=${() => void this.#refresh.now()}>${words.again}</button>
      </div>
    </div>`;
  }
}

function upSince({ uptimeSeconds, startedAt, countedSince }: ServiceStatus): string {
  const up = words.up(spanInWords(uptimeSeconds), momentInWords(startedAt));
  return countedSince === startedAt ? up : `${up} ${words.counted(momentInWords(countedSince))}`;
}

function figures(status: ServiceStatus): TemplateResult {
  const { archive, problem } = status;
  return html`${problem === null ? nothing : problemView(problem)}
    ${archive === null ? nothing : html`${archiveView(archive)} ${buildView(archive.lastBuild)}`}
    ${questionsView(status)} ${speedView(status)} ${checksView(status)} ${verdictsView(status)}
    ${requestsView(status)}`;
}

function problemView({ detail, fix }: NonNullable<ServiceStatus['problem']>): TemplateResult {
  return html`<section aria-labelledby="archive">
    <h2 id="archive">${words.archive.title}</h2>
    <div class="body"><div class="notice">${ICONS.warning}<p>${detail} ${fix ?? nothing}</p></div></div>
  </section>`;
}

customElements.define('citedesk-status', CitedeskStatus);
