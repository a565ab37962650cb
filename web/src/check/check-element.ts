import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult, unsafeCSS } from 'lit';
import type { Span } from '../../../src/domain/span.ts';
import { baseUrl } from '../api/base-url.ts';
import type { Server } from '../api/server.ts';
import { panelView } from '../chat/panel-view.ts';
import { SourcePanel } from '../chat/source-panel.ts';
import { SourceReader } from '../chat/source-reader.ts';
import { targetOf } from '../chat/view-context.ts';
import { deskSend } from '../page/sign-in.ts';
import { en } from '../strings/en.ts';
import answerCss from '../styles/answer.css?inline';
import baseCss from '../styles/base.css?inline';
import checkCss from '../styles/check.css?inline';
import checkEntryCss from '../styles/check-entry.css?inline';
import checkFindingCss from '../styles/check-finding.css?inline';
import panelCss from '../styles/panel.css?inline';
import tokensCss from '../styles/tokens.css?inline';
import type { CheckContext } from './check-context.ts';
import { CheckRun } from './check-run.ts';
import { type CheckState, type Finding, isUnderWay } from './check-state.ts';
import { sectionsOf } from './draft-sections.ts';
import { editedText } from './edits.ts';
import { entryView } from './entry-view.ts';
import { fetchReport, saveFile } from './fetch-report.ts';
import { type Filter, matches } from './filters.ts';
import { keepDraft, readKept } from './kept-draft.ts';
import { commandOf, type KeyCommand, stepTo } from './keys.ts';
import { draftOfFile } from './read-file.ts';
import { decidedReport, reportJson } from './report.ts';
import {
  type Decision,
  type Decisions,
  decisionsAgain,
  editsOf,
  type KeptDecision,
  keepDecisions,
  openEdits,
  withDecision,
} from './review.ts';
import type { ReportFormat } from './review-head.ts';
import { reviewView } from './review-view.ts';
import type { DraftInput } from './run-check.ts';
import { speechFor } from './speech.ts';
import { words } from './words.ts';

const FILE_ENDS: Readonly<Record<ReportFormat, readonly [string, string]>> = {
  html: ['html', 'text/html'],
  markdown: ['md', 'text/markdown'],
  json: ['json', 'application/json'],
};

/** The page on which a draft is checked: it comes in, its claims light up, and an editor decides about each. */
export class CitedeskCheck extends LitElement {
  static override properties: PropertyDeclarations = {
    text: { state: true },
    isKept: { state: true },
    problem: { state: true },
    isDropping: { state: true },
    decisions: { state: true },
    filter: { state: true },
    current: { state: true },
    open: { state: true },
    noteFor: { state: true },
    notice: { state: true },
    spoken: { state: true },
  };

  static override styles = [
    ...[tokensCss, baseCss, answerCss, panelCss, checkCss, checkEntryCss, checkFindingCss],
  ].map((css) => unsafeCSS(css));

  /** The draft as it is written in the field. */
  declare private text: string;
  declare private isKept: boolean;
  declare private problem: string;
  declare private isDropping: boolean;
  declare private decisions: Decisions;
  declare private filter: Filter;
  declare private current: number | null;
  declare private open: number | null;
  declare private noteFor: number | null;
  declare private notice: string;
  declare private spoken: string;

  #input: DraftInput | null = null;
  #sections: readonly Span[] = [];
  /** Decisions of earlier checks that wait for their claims to come again. */
  #kept: readonly KeptDecision[] = [];
  readonly #run = new CheckRun(this, {
    server: () => this.#server,
    onChange: (before, after) => this.#changed(before, after),
  });
  readonly #reader = new SourceReader(this, () => this.#server);
  readonly #panel = new SourcePanel(this, this.#reader);
  readonly #panelActions = {
    step: (by: 1 | -1) => void this.#reader.step(by),
    close: () => void this.#panel.close(),
    retry: () => void this.#reader.retry(),
  };
  readonly #actions: CheckContext['actions'] = {
    toggle: (index) => this.#toggle(index),
    goTo: (index) => void this.#goTo(index),
    goToDraft: (index) => this.#focusMark(index),
    accept: (index) => this.#decide(index, { kind: 'accepted' }),
    askWhy: (index) => void this.#askWhy(index),
    dismiss: (index, note) => this.#decide(index, { kind: 'dismissed', note }),
    takeOver: (index) => this.#takeOver(index),
    undo: (index) => this.#decide(index, null),
    cancelNote: () => this.#cancelNote(),
    openSource: (finding, at, opener) => this.#openSource(finding, at, opener),
  };

  constructor() {
    super();
    const kept = readKept();
    this.text = kept?.text ?? '';
    this.#kept = kept?.decisions ?? [];
    this.#name = kept?.name ?? '';
    this.isKept = kept !== null;
    this.problem = '';
    this.isDropping = false;
    this.decisions = new Map();
    this.filter = 'all';
    this.current = null;
    this.open = null;
    this.noteFor = null;
    this.notice = '';
    this.spoken = '';
    this.addEventListener('keydown', (event) => this.#onKey(event));
  }

  /** Of the file that the draft came from; empty for one that was typed. */
  #name = '';

  get #server(): Server {
    return { base: baseUrl('.', document.baseURI, import.meta.url), send: deskSend };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('dragover', this.#onDrag);
    addEventListener('dragleave', this.#onDragLeave);
    addEventListener('drop', this.#onDrop);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('dragover', this.#onDrag);
    removeEventListener('dragleave', this.#onDragLeave);
    removeEventListener('drop', this.#onDrop);
  }

  // A draft comes in.

  readonly #onDrag = (event: DragEvent): void => {
    const types = event.dataTransfer?.types ?? [];
    if (!types.includes('Files')) return;
    event.preventDefault();
    this.isDropping = true;
  };

  // Outside the window there is nothing to go to.
  readonly #onDragLeave = (event: DragEvent): void => {
    if (event.relatedTarget === null) this.isDropping = false;
  };

  readonly #onDrop = (event: DragEvent): void => {
    this.isDropping = false;
    const file = event.dataTransfer?.files[0];
    if (file === undefined) return;
    event.preventDefault();
    void this.#openFile(file);
  };

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
    this.decisions = new Map();
    this.filter = 'all';
    this.current = null;
    this.open = null;
    this.noteFor = null;
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
    const edits = editsOf(this.decisions);
    this.#kept = [...this.#kept, ...keepDecisions(state, this.decisions)];
    // Unchanged, it goes as it came: what its format says (links, a date) still counts.
    if ((edits.length === 0 || state.text === '') && this.#input !== null) return this.#check(this.#input);
    this.text = editedText(state.text, edits);
    await this.#check({ kind: 'text', text: this.text, name: '' });
  }

  async #newDraft(): Promise<void> {
    const { state } = this.#run;
    if (state !== null && state.text !== '') {
      const edits = editsOf(this.decisions);
      this.#kept = keepDecisions(state, this.decisions);
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
    const edits = editsOf(this.decisions);
    const text = isRead && (this.text === '' || edits.length > 0) ? editedText(state.text, edits) : this.text;
    const decisions = isRead ? keepDecisions(state, this.decisions) : this.#kept;
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
    if (after.findings.length > before.findings.length && this.#kept.length > 0) {
      const fresh = after.findings.slice(before.findings.length);
      for (const [index, decision] of decisionsAgain(fresh, this.#kept))
        this.decisions = withDecision(this.decisions, index, decision);
    }
    this.current ??= after.findings[0]?.index ?? null;
    const said = speechFor(before, after);
    if (said !== '') this.spoken = said;
    if (!isUnderWay(after)) this.#keep();
  }

  // The editor reads and decides.

  get #shown(): readonly Finding[] {
    const findings = this.#run.state?.findings ?? [];
    return findings.filter((finding) => matches(finding, this.filter, this.decisions));
  }

  #findingAt(index: number | null): Finding | undefined {
    return this.#run.state?.findings.find((finding) => finding.index === index);
  }

  #toggle(index: number): void {
    this.current = index;
    this.open = this.open === index ? null : index;
    this.noteFor = null;
    this.#markInView(index);
  }

  async #goTo(index: number): Promise<void> {
    this.current = index;
    this.open = index;
    this.noteFor = null;
    await this.updateComplete;
    this.#focusHead(index);
  }

  #focusHead(index: number): void {
    const head = this.#find(`.finding[data-index="${index}"] .finding-head`);
    head?.focus({ preventScroll: true });
    head?.closest('.finding')?.scrollIntoView({ block: 'nearest' });
  }

  #focusMark(index: number): void {
    this.current = index;
    const mark = this.#find(`.draft-mark[data-index="${index}"]`);
    mark?.focus({ preventScroll: true });
    mark?.scrollIntoView({ block: 'center' });
  }

  /** Only where draft and findings scroll by themselves: elsewhere it would take the finding away. */
  #markInView(index: number): void {
    if (!matchMedia('(min-width: 60rem)').matches) return;
    this.#find(`.draft-mark[data-index="${index}"]`)?.scrollIntoView({ block: 'nearest' });
  }

  #decide(index: number, decision: Decision | null): void {
    this.decisions = withDecision(this.decisions, index, decision);
    this.noteFor = null;
    this.spoken = decision === null ? words.finding.undone : words.finding[decision.kind];
    this.#keep();
    void this.updateComplete.then(() => this.#afterDecision(index));
  }

  /** The button that was pressed is gone; so may be the finding, where the filter leaves it out now. */
  #afterDecision(index: number): void {
    const shown = this.#shown;
    if (shown.some((finding) => finding.index === index)) {
      this.#focusHead(index);
      return;
    }
    const next = shown.find((finding) => finding.index > index) ?? shown.at(-1);
    if (this.open === index) this.open = next?.index ?? null;
    this.current = next?.index ?? null;
    void this.updateComplete.then(() => {
      if (next === undefined) this.#find('.filter[aria-pressed="true"]')?.focus();
      else this.#focusHead(next.index);
    });
  }

  async #askWhy(index: number): Promise<void> {
    this.current = index;
    this.open = index;
    this.noteFor = index;
    await this.updateComplete;
    this.#find('#why')?.focus();
  }

  #cancelNote(): void {
    const index = this.noteFor;
    this.noteFor = null;
    if (index !== null) this.#focusHead(index);
  }

  #takeOver(index: number): void {
    const finding = this.#findingAt(index);
    const edits = finding === undefined ? [] : openEdits(finding, this.decisions);
    if (edits.length === 0) this.spoken = words.finding.noWording;
    else this.#decide(index, { kind: 'taken-over', edits });
  }

  #openSource({ claim }: Finding, at: number, opener: HTMLElement): void {
    this.#panel.open({ targets: claim.evidence.map((cite) => targetOf(cite)), at }, opener);
  }

  #show(filter: Filter): void {
    this.filter = filter;
    const shown = this.#shown;
    if (shown.some(({ index }) => index === this.current)) return;
    this.current = shown[0]?.index ?? null;
    this.open = null;
  }

  // Keys.

  #onKey(event: KeyboardEvent): void {
    const [target] = event.composedPath();
    if (this.#run.state === null || !(target instanceof HTMLElement)) return;
    const command = commandOf(event);
    if (command === 'close') {
      if (this.#close()) event.preventDefault();
      return;
    }
    const isBusy = target.closest('textarea, input, .panel, .menu') !== null;
    if (command === null || isBusy || target.closest('.review') === null) return;
    // Whatever put the focus there (a script, a screen reader): the keys act on what has it.
    const focused = target.closest<HTMLElement>('[data-index]')?.dataset['index'];
    if (focused !== undefined) this.current = Number(focused);
    if (this.#obey(command, target)) event.preventDefault();
  }

  /** One thing at a time, the topmost first. Returns whether there was one. */
  #close(): boolean {
    const menu = this.#find('.menu[open]');
    if (menu !== null) {
      menu.removeAttribute('open');
      menu.querySelector('summary')?.focus();
      return true;
    }
    if (this.#panel.close()) return true;
    if (this.noteFor !== null) {
      this.#cancelNote();
      return true;
    }
    const { open } = this;
    this.open = null;
    if (open !== null) this.#focusHead(open);
    return open !== null;
  }

  /** Returns whether the key has done something that the browser should not do as well. */
  #obey(command: Exclude<KeyCommand, 'close'>, target: HTMLElement): boolean {
    if (command === 'next' || command === 'previous' || command === 'first' || command === 'last')
      return this.#step(command, target);
    const mark = target.closest('.draft-mark');
    if (command === 'open') {
      // A button does this by itself.
      if (mark !== null && this.current !== null) void this.#goTo(this.current);
      return mark !== null;
    }
    return this.current !== null && this.#act(command, this.current);
  }

  #act(command: 'article' | 'accept' | 'dismiss' | 'take-over' | 'undo', index: number): boolean {
    const finding = this.#findingAt(index);
    if (finding === undefined) return false;
    if (command === 'article') {
      const head = this.#find(`.finding[data-index="${index}"] .finding-head`);
      if (head !== null && finding.claim.evidence.length > 0) this.#openSource(finding, 0, head);
    } else if (command === 'undo') {
      if (this.decisions.has(index)) this.#decide(index, null);
    } else if (this.decisions.has(index)) {
      this.spoken = words.finding[this.decisions.get(index)?.kind ?? 'accepted'];
    } else if (command === 'accept') this.#actions.accept(index);
    else if (command === 'dismiss') this.#actions.askWhy(index);
    else this.#actions.takeOver(index);
    return true;
  }

  #step(command: 'next' | 'previous' | 'first' | 'last', target: HTMLElement): boolean {
    const inDraft = target.closest('.draft-mark') !== null;
    const inList = target.closest('.finding') !== null;
    // From elsewhere (a filter, the title) the first step leads to the current one.
    const places = this.#shown.map(({ index }) => index);
    const isOnTheWay = inDraft || inList;
    const to = isOnTheWay ? stepTo(places, this.current, command) : (this.current ?? places[0] ?? null);
    if (to === null) return false;
    this.current = to;
    void this.updateComplete.then(() => {
      if (inDraft) return this.#focusMark(to);
      this.#focusHead(to);
      this.#markInView(to);
    });
    return true;
  }

  // The draft and the report go out.

  async #copy(): Promise<void> {
    const text = editedText(this.#run.state?.text ?? '', editsOf(this.decisions));
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
    const [end, mediaType] = FILE_ENDS[format];
    const outcome =
      format === 'json'
        ? { made: true as const, text: reportJson(state, this.decisions) }
        : await fetchReport(decidedReport(state, this.decisions), format, this.#server);
    const stem = this.#name.replace(/\.[^.]*$/, '') || 'draft';
    if (outcome.made) saveFile(`${stem}-check.${end}`, outcome.text, mediaType);
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
      ${this.isDropping ? html`<div class="drop" aria-hidden="true">${words.entry.drop}</div>` : nothing}
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
    const { decisions, filter, current, open, noteFor } = this;
    const context = { strings: en, actions: this.#actions, edits: editsOf(decisions) };
    return reviewView(
      { state, sections: this.#sections, name: this.#name, notice: this.notice },
      { ...context, decisions, filter, current, open, noteFor },
      {
        cancel: () => this.#run.stop(),
        checkAgain: () => void this.#checkAgain(),
        newDraft: () => void this.#newDraft(),
        copy: () => void this.#copy(),
        download: (format) => void this.#download(format),
        show: (one) => this.#show(one),
      },
    );
  }
}

customElements.define('citedesk-check', CitedeskCheck);
