import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult, unsafeCSS } from 'lit';
import type { Span } from '../../../src/domain/span.ts';
import { baseUrl } from '../api/base-url.ts';
import type { Server } from '../api/server.ts';
import { panelView } from '../chat/panel-view.ts';
import { SourcePanel } from '../chat/source-panel.ts';
import { SourceReader } from '../chat/source-reader.ts';
import { targetOf } from '../chat/view-context.ts';
import { deskSend } from '../page/sign-in.ts';
import { en } from '../strings/english.ts';
import answerCss from '../styles/answer.css?inline';
import baseCss from '../styles/base.css?inline';
import checkCss from '../styles/check.css?inline';
import checkEntryCss from '../styles/check-entry.css?inline';
import checkFindingCss from '../styles/check-finding.css?inline';
import panelCss from '../styles/panel.css?inline';
import tokensCss from '../styles/tokens.css?inline';
import { CheckRun } from './check-run.ts';
import type { CheckState } from './check-state.ts';
import { DraftDesk } from './draft-desk.ts';
import { sectionsOf } from './draft-sections.ts';
import { DropTarget } from './drop-target.ts';
import { editedText } from './edits.ts';
import { entryView } from './entry-view.ts';
import { makeReport, saveFile } from './fetch-report.ts';
import { PrintMode } from './print-mode.ts';
import { ReviewDesk } from './review-desk.ts';
import type { HeadActions, ReportFormat } from './review-head.ts';
import { obeyKey } from './review-keys.ts';
import { reviewView } from './review-view.ts';
import { speechFor } from './speech.ts';
import { words } from './words.ts';

/** The page on which a draft is checked: it comes in, its claims light up, and an editor decides about each. */
export class CitedeskCheck extends LitElement {
  static override properties: PropertyDeclarations = {
    spoken: { state: true },
  };

  static override styles = [
    ...[tokensCss, baseCss, answerCss, panelCss, checkCss, checkEntryCss, checkFindingCss],
  ].map((css) => unsafeCSS(css));

  declare private spoken: string;

  #sections: readonly Span[] = [];
  readonly #run = new CheckRun(this, {
    server: () => this.#server,
    onChange: (before, after) => this.#changed(before, after),
  });
  readonly #reader = new SourceReader(this, () => this.#server);
  readonly #panel = new SourcePanel(this, this.#reader);
  readonly #drop = new DropTarget(this, (file) => void this.#draft.openFile(file));
  readonly #say = (said: string): void => {
    this.spoken = said;
  };
  readonly #desk = new ReviewDesk(this, {
    state: () => this.#run.state,
    root: () => this.renderRoot,
    say: this.#say,
    onDecision: () => this.#draft.keep(),
    openSource: ({ claim }, at, opener) =>
      this.#panel.open({ targets: claim.evidence.map((cite) => targetOf(cite)), at }, opener),
  });
  readonly #draft = new DraftDesk(this, {
    run: () => this.#run,
    desk: () => this.#desk,
    focus: (selector) => this.#focus(selector),
    closePanel: () => void this.#panel.close(),
  });
  readonly #print = new PrintMode(this);
  readonly #panelActions = {
    step: (by: 1 | -1) => void this.#reader.step(by),
    close: () => void this.#panel.close(),
    retry: () => void this.#reader.retry(),
  };
  readonly #headActions: HeadActions = {
    cancel: () => this.#run.stop(),
    checkAgain: () => void this.#draft.checkAgain(),
    newDraft: () => void this.#draft.newDraft(),
    copy: () => void this.#copy(),
    download: (format) => void this.#download(format),
    show: (filter) => this.#desk.show(filter),
  };

  constructor() {
    super();
    this.spoken = '';
    this.addEventListener('keydown', (event) => this.#onKey(event));
  }

  get #server(): Server {
    return { base: baseUrl('.', document.baseURI, import.meta.url), send: deskSend };
  }

  #changed(before: CheckState, after: CheckState): void {
    if (after.text !== before.text) this.#sections = sectionsOf(after.text);
    this.#draft.changed(before, after);
    // It may have begun anew.
    if (this.#run.state !== after) return;
    if (this.#desk.current === null) this.#desk.moveTo(after.findings[0]?.index ?? null);
    const said = speechFor(before, after);
    if (said !== '') this.spoken = said;
  }

  #onKey(event: KeyboardEvent): void {
    if (this.#run.state === null) return;
    obeyKey(event, {
      desk: this.#desk,
      root: () => this.renderRoot,
      drawn: () => this.updateComplete,
      say: this.#say,
      closeOver: () => this.#closeMenu() || this.#panel.close(),
    });
  }

  #closeMenu(): boolean {
    const menu = this.#find('.menu[open]');
    menu?.removeAttribute('open');
    menu?.querySelector('summary')?.focus();
    return menu !== null;
  }

  // The draft and the report go out.

  async #copy(): Promise<void> {
    const text = editedText(this.#run.state?.text ?? '', this.#desk.edits);
    const isCopied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    this.#draft.say(isCopied ? words.review.copied : words.review.notCopied);
  }

  async #download(format: ReportFormat): Promise<void> {
    const { state } = this.#run;
    if (state === null) return;
    this.#draft.say('');
    const parts = { state, decisions: this.#desk.decisions, name: this.#draft.name };
    const outcome = await makeReport(parts, format, this.#server);
    if (outcome.made) saveFile(outcome);
    else this.#draft.say(`${words.review.reportFailed} ${outcome.why}`.trim());
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    const found = this.#find(selector);
    found?.focus({ preventScroll: true });
    if (found instanceof HTMLTextAreaElement) found.select();
  }

  #find(selector: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(selector);
  }

  protected override render(): TemplateResult {
    const { state } = this.#run;
    const panel = this.#reader.state;
    return html`<div class="desk">
      ${state === null ? this.#entry() : this.#review(state)}
      <dialog class="panel" tabindex="-1" aria-labelledby="panel-title" @close=${() => this.#panel.closed()}>
        ${panel === null ? nothing : panelView(panel, { strings: en, actions: this.#panelActions, excerptOf: () => null })}
      </dialog>
      ${this.#drop.isOver ? html`<div class="drop" aria-hidden="true">${words.entry.drop}</div>` : nothing}
      <div class="unseen" aria-live="polite">${this.spoken}</div>
    </div>`;
  }

  #entry(): TemplateResult {
    const draft = this.#draft;
    return entryView(draft, {
      write: (written) => draft.write(written),
      setDate: (date) => draft.setDate(date),
      keep: (kept) => draft.setKept(kept),
      check: () => void draft.checkText(),
      openFile: (file) => void draft.openFile(file),
    });
  }

  #review(state: CheckState): TemplateResult {
    const { decisions, edits, filter, current, open, noteFor } = this.#desk;
    return reviewView(
      { state, sections: this.#sections, name: this.#draft.name, notice: this.#draft.notice },
      {
        strings: en,
        actions: this.#desk,
        decisions,
        edits,
        filter,
        current,
        open,
        noteFor,
        isPrinted: this.#print.isOn,
      },
      this.#headActions,
    );
  }
}

customElements.define('citedesk-check', CitedeskCheck);
