import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult, unsafeCSS } from 'lit';
import type { Cite } from '../../../src/domain/document.ts';
import { baseUrl } from '../api/base-url.ts';
import { plainSend, type Server } from '../api/server.ts';
import type { Excerpt } from '../stream/excerpt.ts';
import type { QuestionFilter, Turn } from '../stream/turn.ts';
import type { Strings } from '../strings/strings.ts';
import answerCss from '../styles/answer.css?inline';
import baseCss from '../styles/base.css?inline';
import layoutCss from '../styles/layout.css?inline';
import panelCss from '../styles/panel.css?inline';
import printCss from '../styles/print.css?inline';
import tokensCss from '../styles/tokens.css?inline';
import { composerView } from './composer-view.ts';
import { Conversation } from './conversation.ts';
import { emptyView } from './empty-view.ts';
import { scrollWithin } from './motion.ts';
import { NoteCard } from './note-card.ts';
import { noteView } from './note-view.ts';
import { panelView } from './panel-view.ts';
import { SourcePanel } from './source-panel.ts';
import { SourceReader } from './source-reader.ts';
import { speechFor } from './speech.ts';
import { turnView } from './turn-view.ts';
import { type Actions, listenerElement, type SourceRequest, type ViewContext } from './view-context.ts';

/** Between suggested questions that are given as one attribute. */
const SUGGESTION_BORDER = '|';

const readSuggestions = (value: string | null): readonly string[] =>
  (value ?? '').split(SUGGESTION_BORDER).flatMap((part) => part.trim() || []);

/**
 * The question desk as an element. It asks the server that `src` names (the server that the module
 * came from unless told), and shows answers whose every citation opens its source.
 *
 * - `src`: base address of the server, read against the page's address.
 * - `theme`: `light`, `dark` or `auto` (the reader's own setting; the default).
 * - `suggestions`: questions to begin with, `|` between them; as a property, a list.
 *
 * Its height is the page's to set (`citedesk-chat { block-size: 100% }`), its look too (`--citedesk-*`).
 */
export abstract class CitedeskChat extends LitElement {
  static override properties: PropertyDeclarations = {
    src: { type: String },
    theme: { type: String, reflect: true },
    suggestions: { converter: { fromAttribute: readSuggestions } },
    draft: { state: true },
    spoken: { state: true },
  };

  static override styles = [tokensCss, baseCss, layoutCss, answerCss, panelCss, printCss].map((css) =>
    unsafeCSS(css),
  );

  declare src: string | null;
  declare theme: 'light' | 'dark' | 'auto';
  declare suggestions: readonly string[];
  /** The question being written. */
  declare protected draft: string;
  /** What the live region has said of the newest turn. */
  declare protected spoken: readonly string[];

  readonly #conversation = new Conversation(this, {
    server: () => this.server,
    filter: () => this.filter,
    turnId: (count) => this.turnId(count),
    onChange: (before, after) => {
      const said = before === null ? [] : this.spoken;
      this.spoken = [...said, ...speechFor(before, after, this.strings)];
      this.turnChanged(after);
    },
  });
  readonly #reader = new SourceReader(this, () => this.server);
  readonly #panel = new SourcePanel(this, this.#reader);
  readonly #note = new NoteCard(this, () => this.#find('#note'));
  /** What an answer's buttons do, for what stands around it too. */
  protected readonly actions: Actions = {
    ask: (question) => void this.ask(question),
    retry: (turnId) => this.#follow(this.#conversation.retry(turnId)),
    edit: (turnId) => this.#edit(turnId),
    openSource: (request, opener) => {
      this.#note.hide();
      if (!this.opensSource(request)) return;
      this.#panel.open(request, opener);
    },
    showNote: (note, anchor) => this.#note.show(note, anchor),
    hideNote: () => this.#note.hideSoon(),
  };
  readonly #panelActions = {
    step: (by: 1 | -1) => void this.#reader.step(by),
    close: () => void this.#panel.close(),
    retry: () => void this.#reader.retry(),
  };
  #focused: Element | null = null;

  constructor() {
    super();
    this.src = null;
    this.theme = 'auto';
    this.suggestions = [];
    this.draft = '';
    this.spoken = [];
    this.addEventListener('keydown', (event) => this.#onEscape(event));
  }

  // What a page or a widget around this makes its own by overriding it.

  /** Every word that the element says; read at each drawing. */
  protected abstract get strings(): Strings;

  /** Whom it asks, and how; read at each request. */
  protected get server(): Server {
    return { base: baseUrl(this.src, document.baseURI, import.meta.url), send: plainSend };
  }

  /** Which documents may answer; read at each question. */
  protected get filter(): QuestionFilter {
    return {};
  }

  /** What stands below the question's field. */
  protected composerTools(): unknown {
    return nothing;
  }

  /** What stands under an answer that has ended. */
  protected turnTools(_turn: Turn): unknown {
    return nothing;
  }

  /** The words around a citation as they were kept with its answer; null where they were not. */
  protected excerptOf(_cite: Cite): Excerpt | null {
    return null;
  }

  /** Called when the reader wants to see a source; false where the surroundings show it themselves. */
  protected opensSource(_request: SourceRequest): boolean {
    return true;
  }

  /** Called at each change of a turn, its beginning too. */
  protected turnChanged(_turn: Turn): void {}

  /** Questions and answers so far, oldest first. */
  protected get turns(): readonly Turn[] {
    return this.#conversation.turns;
  }

  /** Puts others in their place, while whatever is under way goes on if it is among them. */
  protected set turns(turns: readonly Turn[]) {
    this.#conversation.turns = turns;
    this.requestUpdate();
  }

  /** A name for the next question, the `count`th. */
  protected turnId(count: number): string {
    return `q${count}`;
  }

  /** Shows these questions and answers in place of what there is. */
  protected showTurns(turns: readonly Turn[]): void {
    this.#note.hide();
    this.#panel.close();
    this.spoken = [];
    this.#conversation.show(turns);
  }

  /**
   * Asks a question as if the reader had typed it; does nothing for an empty one, or while another is
   * under way. Settles when its answer has ended, well or badly.
   */
  async ask(question: string): Promise<void> {
    const words = question.trim();
    if (words !== '') await this.#follow(this.#conversation.ask(words));
  }

  /** Puts the cursor into the question. */
  override focus(options?: FocusOptions): void {
    this.#find('#question')?.focus(options);
  }

  /** Shows the turn that an action has begun, then waits for its end. */
  async #follow(asked: Promise<void>): Promise<void> {
    await this.updateComplete;
    const box = this.#find('.scroll');
    const turn = this.#find('.turn[aria-busy="true"]');
    // Past the hairline above a turn, which would double the edge that it stands under.
    if (box !== null && turn !== null) scrollWithin(box, turn, -2);
    await asked;
  }

  async #send(): Promise<void> {
    const question = this.draft;
    if (this.#conversation.busy || question.trim() === '') return;
    this.draft = '';
    await this.ask(question);
  }

  #edit(turnId: string): void {
    const turn = this.#conversation.find(turnId);
    this.draft = turn?.question ?? this.draft;
    // What was answered stays to be read; a question that came to nothing makes room for the next.
    if (turn?.text === '') this.#conversation.remove(turnId);
    this.#find('#question')?.focus();
  }

  #onEscape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.isComposing) return;
    // One thing at a time, the topmost first.
    if (this.#note.hide() || this.#panel.close()) event.preventDefault();
  }

  #find(selector: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(selector);
  }

  protected override willUpdate(): void {
    this.#focused = this.shadowRoot?.activeElement ?? null;
  }

  /** A button that has done its work and gone (stop, retry, a suggestion) hands the focus to its question. */
  protected override updated(): void {
    if (this.#focused === null || this.#focused.isConnected) return;
    (this.#find('.turn:last-child .question') ?? this.#find('#question'))?.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult {
    const { state } = this.#reader;
    return html`<div class="desk" ?data-panel=${state !== null}>
      <div class="talk">
        <div class="scroll" tabindex="0" role="group" aria-label=${this.strings.conversation} @scroll=${(event: Event) => this.#note.follow(listenerElement(event))}>
          <div class="column">${this.#turns()}</div>
        </div>
        ${this.#composer()}
      </div>
      <dialog class="panel" tabindex="-1" aria-labelledby="panel-title" @close=${() => this.#panel.closed()}>
        ${state === null ? nothing : panelView(state, { strings: this.strings, actions: this.#panelActions, excerptOf: (cite) => this.excerptOf(cite) })}
      </dialog>
      ${this.#noteCard()}
      <div class="unseen" aria-live="polite">${this.spoken.map((words) => html`<p>${words}</p>`)}</div>
    </div>`;
  }

  get #context(): ViewContext {
    const open = this.#reader.state?.target.cite ?? null;
    const asked = new Set(this.turns.map(({ question }) => question));
    return {
      ...{ strings: this.strings, actions: this.actions, open },
      suggestions: this.suggestions.filter((question) => !asked.has(question)),
      turnTools: (turn) => this.turnTools(turn),
    };
  }

  #turns(): unknown {
    const { turns } = this.#conversation;
    const context = this.#context;
    return turns.length === 0
      ? emptyView(this.suggestions, this.strings, (question) => void this.ask(question))
      : turns.map((turn) => turnView(turn, context));
  }

  #composer(): TemplateResult {
    const state = {
      ...{ draft: this.draft, busy: this.#conversation.busy, strings: this.strings },
      tools: this.composerTools(),
    };
    return composerView(state, {
      write: (draft) => {
        this.draft = draft;
      },
      send: () => void this.#send(),
      stop: () => this.#conversation.stop(),
    });
  }

  #noteCard(): TemplateResult {
    const { note } = this.#note;
    return html`<div
      id="note"
      class="note"
      role="tooltip"
      popover="manual"
      @pointerenter=${() => this.#note.keep()}
      @pointerleave=${() => this.#note.hideSoon()}
    >${note === null ? nothing : noteView(note, this.#context)}</div>`;
  }
}
