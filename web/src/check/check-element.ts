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
import { type CheckState, isUnderWay } from './check-state.ts';
import { sectionsOf } from './draft-sections.ts';
import { DropTarget } from './drop-target.ts';
import { editedText } from './edits.ts';
import { entryView } from './entry-view.ts';
import { makeReport, saveFile } from './fetch-report.ts';
import { keepDraft, readKept } from './kept-draft.ts';
import { draftOfFile } from './read-file.ts';
import { decisionsAgain, type KeptDecision, keepDecisions } from './review.ts';
import { ReviewDesk } from './review-desk.ts';
import type { HeadActions, ReportFormat } from './review-head.ts';
import { obeyKey } from './review-keys.ts';
import { reviewView } from './review-view.ts';
import type { DraftInput } from './run-check.ts';
import { speechFor } from './speech.ts';
import { words } from './words.ts';

/** The page on which a draft is checked: it comes in, its claims light up, and an editor decides about each. */
export class CitedeskCheck extends LitElement {
  static override properties: PropertyDeclarations = {
    text: { state: true },
    isKept: { state: true },
    problem: { state: true },
    notice: { state: true },
    spoken: { state: true },
  };

  static override styles = [
    ...[tokensCss, baseCss, answerCss, panelCss, checkCss, checkEntryCss, checkFindingCss],
  ].map((css) => unsafeCSS(css));

  /** The draft as it stands in the field; empty for a file that the server reads. */
  declare private text: string;
  declare private isKept: boolean;
  declare private problem: string;
  declare private notice: string;
  declare private spoken: string;

  /** Of the file that the draft came from; empty for one that was typed. */
  #name: string;
  /** The draft as it was sent last. */
  #input: DraftInput | null = null;
  #sections: readonly Span[] = [];
  /** Decisions of earlier checks that wait for their claims to come again. */
  #kept: readonly KeptDecision[];
  readonly #run = new CheckRun(this, {
    server: () => this.#server,
    onChange: (before, after) => this.#changed(before, after),
  });
  readonly #reader = new SourceReader(this, () => this.#server);
  readonly #panel = new SourcePanel(this, this.#reader);
  readonly #drop = new DropTarget(this, (file) => void this.#openFile(file));
  readonly #say = (said: string): void => {
    this.spoken = said;
  };
  readonly #desk = new ReviewDesk(this, {
    state: () => this.#run.state,
    root: () => this.renderRoot,
    say: this.#say,
    onDecision: () => this.#keep(),
    openSource: ({ claim }, at, opener) =>
      this.#panel.open({ targets: claim.evidence.map((cite) => targetOf(cite)), at }, opener),
  });
  readonly #panelActions = {
    step: (by: 1 | -1) => void this.#reader.step(by),
    close: () => void this.#panel.close(),
    retry: () => void this.#reader.retry(),
  };
  readonly #headActions: HeadActions = {
    cancel: () => this.#run.stop(),
    checkAgain: () => void this.#checkAgain(),
    newDraft: () => void this.#newDraft(),
    copy: () => void this.#copy(),
    download: (format) => void this.#download(format),
    show: (filter) => this.#desk.show(filter),
  };

  constructor() {
    super();
    const kept = readKept();
    this.text = kept?.text ?? '';
    this.#kept = kept?.decisions ?? [];
    this.#name = kept?.name ?? '';
    this.isKept = kept !== null;
    this.problem = '';
    this.notice = '';
    this.spoken = '';
    this.addEventListener('keydown', (event) => this.#onKey(event));
  }

  get #server(): Server {
    return { base: baseUrl('.', document.baseURI, import.meta.url), send: deskSend };
  }

  // A draft comes in.

  async #openFile(file: File): Promise<void> {
    const draft = await draftOfFile(file).catch(() => undefined);
    if (draft === undefined || draft === null) {
      const { unknownFile, unreadable } = words.entry;
      this.problem = (draft === null ? unknownFile : unreadable)(file.name);
      this.notice = this.problem;
      return;
    }
    this.#kept = [];
    this.text = draft.kind === 'text' ? draft.text : '';
    await this.#check(draft);
  }

  async #checkText(): Promise<void> {
    if (this.text.trim() === '') return this.#find('#draft')?.focus();
    await this.#check({ kind: 'text', text: this.text, name: this.#name });
  }

  async #check(draft: DraftInput): Promise<void> {
    this.#input = draft;
    this.#name = draft.name;
    this.problem = '';
    this.notice = '';
    this.#desk.reset();
    this.#panel.close();
    const ended = this.#run.start(draft);
    this.#keep();
    await this.updateComplete;
    this.#find('.review-title')?.focus({ preventScroll: true });
    await ended;
  }

  /** The draft as it reads now, as plain text; the decisions wait for their claims. */
  async #checkAgain(): Promise<void> {
    const { state } = this.#run;
    if (state === null) return;
    const edits = this.#desk.edits;
    this.#kept = [...this.#kept, ...keepDecisions(state, this.#desk.decisions)];
    // Unchanged, it goes as it came: what its format says (links, a date) still counts.
    if ((edits.length === 0 || state.text === '') && this.#input !== null) return this.#check(this.#input);
    this.text = editedText(state.text, edits);
    await this.#check({ kind: 'text', text: this.text, name: '' });
  }

  async #newDraft(): Promise<void> {
    const { state } = this.#run;
    if (state !== null && state.text !== '') {
      const edits = this.#desk.edits;
      this.#kept = keepDecisions(state, this.#desk.decisions);
      // A file without words of its own (docx), or words that changed, go on as plain text.
      if (edits.length > 0 || this.text === '') {
        this.text = editedText(state.text, edits);
        this.#name = '';
      }
    }
    this.#panel.close();
    this.#run.clear();
    await this.updateComplete;
    const field = this.#find('#draft');
    field?.focus();
    if (field instanceof HTMLTextAreaElement) field.select();
  }

  #write(text: string): void {
    this.text = text;
    if (text === '') this.#name = '';
    this.problem = '';
    this.#keep();
  }

  /** Writes to the browser's storage where the editor asked for it, and nowhere else. */
  #keep(): void {
    if (!this.isKept) return;
    const { state } = this.#run;
    const isRead = state !== null && state.text !== '';
    const edits = this.#desk.edits;
    const text = isRead && (this.text === '' || edits.length > 0) ? editedText(state.text, edits) : this.text;
    const decisions = isRead ? keepDecisions(state, this.#desk.decisions) : this.#kept;
    const name = text === this.text ? this.#name : '';
    if (!keepDraft(text === '' ? null : { text, name, decisions })) this.problem = words.entry.notKept;
  }

  #setKept(isKept: boolean): void {
    this.isKept = isKept;
    if (isKept) this.#keep();
    else keepDraft(null);
  }

  #changed(before: CheckState, after: CheckState): void {
    if (after.text !== before.text) this.#sections = sectionsOf(after.text);
    const fresh = after.findings.slice(before.findings.length);
    if (this.#kept.length > 0) this.#desk.add(decisionsAgain(fresh, this.#kept));
    if (this.#desk.current === null) this.#desk.moveTo(after.findings[0]?.index ?? null);
    const said = speechFor(before, after);
    if (said !== '') this.spoken = said;
    if (!isUnderWay(after)) this.#keep();
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
    this.notice = isCopied ? words.review.copied : words.review.notCopied;
  }

  async #download(format: ReportFormat): Promise<void> {
    const { state } = this.#run;
    if (state === null) return;
    this.notice = '';
    const parts = { state, decisions: this.#desk.decisions, name: this.#name };
    const outcome = await makeReport(parts, format, this.#server);
    if (outcome.made) saveFile(outcome);
    else this.notice = `${words.review.reportFailed} ${outcome.why}`.trim();
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
    const { text, isKept, problem } = this;
    return entryView(
      { text, isKept, problem },
      {
        write: (written) => this.#write(written),
        keep: (kept) => this.#setKept(kept),
        check: () => void this.#checkText(),
        openFile: (file) => void this.#openFile(file),
      },
    );
  }

  #review(state: CheckState): TemplateResult {
    const { decisions, edits, filter, current, open, noteFor } = this.#desk;
    return reviewView(
      { state, sections: this.#sections, name: this.#name, notice: this.notice },
      { strings: en, actions: this.#desk, decisions, edits, filter, current, open, noteFor },
      this.#headActions,
    );
  }
}

customElements.define('citedesk-check', CitedeskCheck);
