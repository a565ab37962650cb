import { html, nothing, type PropertyDeclarations, type TemplateResult, unsafeCSS } from 'lit';
import type { Server } from '../api/server.ts';
import { fetchSuggestions } from '../api/suggestions.ts';
import { CitedeskChat as ChatElement } from '../chat/chat-element.ts';
import type { SourceRequest } from '../chat/view-context.ts';
import type { Turn } from '../stream/turn.ts';
import { type PartialTable, registerStrings, stringsFor } from '../strings/languages.ts';
import type { Strings } from '../strings/strings.ts';
import widgetCss from '../styles/widget.css?inline';
import { bubbleView } from './bubble-view.ts';
import { answerDetail, tell } from './events.ts';
import { directionOf, languageOf } from './page-language.ts';
import { siteSend } from './site-send.ts';

// An answer is a matter of a second; whoever waits eight should know that it goes on.
const SLOW_MS = 8_000;
// As many as stand in a bubble above the question's field.
const SUGGESTED = 3;
// Where a window over part of the page would be too small to read in.
const SMALL = '(max-width: 30rem), (max-height: 30rem)';

/** Elements on the page, to be drawn anew when its language changes or one is added. */
const onPage = new Set<CitedeskChat>();
const drawAll = () => {
  for (const element of onPage) element.requestUpdate();
};

/**
 * The question desk for the pages of other sites. Attributes besides those of the desk itself:
 *
 * - `site`: the key under which the server knows the site.
 * - `mode`: `inline` (where it stands; the default) or `bubble` (behind a button in the window's corner).
 * - `side`: with `start`, the bubble's corner is that where lines begin.
 * - `label`: words on the bubble's button and at its head.
 * - `lang`: language of its own words; the page's unless told.
 * - `nonce`: for style elements, in browsers that lack constructed style sheets.
 *
 * It fires `citedesk-open`, `citedesk-close`, `citedesk-ask`, `citedesk-answer` and, before a source is
 * shown, `citedesk-citation-click` and `citation-click`, which `preventDefault` keeps from being shown.
 */
export class CitedeskChat extends ChatElement {
  static override properties: PropertyDeclarations = {
    ...ChatElement.properties,
    site: { type: String },
    mode: { type: String, reflect: true },
    label: { type: String },
    isOpen: { state: true },
    isSlow: { state: true },
  };

  // What the page hands down (its spacing, its capitals) ends here, before anything is set.
  static override styles = [unsafeCSS(':host{all:initial}'), ...ChatElement.styles, unsafeCSS(widgetCss)];

  static override get observedAttributes(): string[] {
    // biome-ignore lint/complexity/noThisInStatic: for this class, and not for its parent
    return [...super.observedAttributes, 'lang', 'dir'];
  }

  /** Adds or replaces the words of a language; what the table leaves out is said in English. */
  static registerStrings(language: string, table: PartialTable): void {
    registerStrings(language, table);
    drawAll();
  }

  declare site: string | null;
  declare mode: 'inline' | 'bubble';
  declare label: string | null;
  declare protected isOpen: boolean;
  declare protected isSlow: boolean;
  #hasAsked = false;
  #slowness: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.site = null;
    this.mode = 'inline';
    this.label = null;
    this.isOpen = false;
    this.isSlow = false;
    this.addEventListener('keydown', (event) => {
      // What stands above the bubble has closed first.
      if (event.key === 'Escape' && !event.defaultPrevented && this.#bubble?.open) {
        event.preventDefault();
        this.close();
      }
    });
  }

  /** Opens the bubble and puts the cursor into the question; inline, the latter alone. */
  open(): void {
    this.isOpen = true;
    void this.updateComplete.then(() => this.#enter());
  }

  /** Closes the bubble; inline, nothing. An answer under way goes on. */
  close(): void {
    if (this.mode !== 'bubble') return;
    // A source left open in a closed bubble would be a modal dialog that nobody sees.
    this.#dialog('.panel')?.close();
    this.#bubble?.close();
  }

  /** As the reader would, in an open bubble. Settles when the answer has ended, well or badly. */
  override async ask(question: string): Promise<void> {
    if (this.mode === 'bubble' && !this.isOpen) {
      this.open();
      await this.updateComplete;
    }
    await super.ask(question);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    onPage.add(this);
    if (this.mode === 'inline') void this.#suggest();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    onPage.delete(this);
    clearTimeout(this.#slowness);
    this.close();
  }

  override attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    super.attributeChangedCallback(name, before, after);
    this.requestUpdate();
  }

  protected override get strings(): Strings {
    return stringsFor(languageOf(this));
  }

  protected override get server(): Server {
    return { ...super.server, send: siteSend(this.site) };
  }

  protected override turnChanged(turn: Turn): void {
    const answer = answerDetail(turn);
    clearTimeout(this.#slowness);
    this.isSlow = false;
    if (turn.phase === 'searching') {
      this.#slowness = setTimeout(() => {
        this.isSlow = true;
      }, SLOW_MS);
      tell(this, 'citedesk-ask', { question: turn.question });
    }
    if (answer !== null) tell(this, 'citedesk-answer', answer);
  }

  protected override opensSource({ targets, at }: SourceRequest): boolean {
    const target = targets[at];
    if (!target?.cite) return true;
    const detail = { ...target.cite, number: target.number };
    const isPlain = tell(this, 'citation-click', detail);
    return tell(this, 'citedesk-citation-click', detail) && isPlain;
  }

  protected override composerTools(): unknown {
    return html`<p class="slow" role="status">${this.isSlow ? this.strings.slow : nothing}</p>`;
  }

  protected override render(): TemplateResult {
    const { strings, isOpen } = this;
    const desk = super.render();
    const state = { isOpen, title: this.label || strings.askPlaceholder, strings, desk };
    return html`<div class="frame" lang=${strings.locale} dir=${this.dir || directionOf(strings.locale)}>${
      this.mode === 'bubble'
        ? bubbleView(state, {
            open: () => this.open(),
            close: () => this.close(),
            closed: () => this.#closed(),
          })
        : desk
    }</div>`;
  }

  get #bubble(): HTMLDialogElement | null {
    return this.#dialog('.bubble');
  }

  #dialog(selector: string): HTMLDialogElement | null {
    return this.renderRoot?.querySelector<HTMLDialogElement>(selector) ?? null;
  }

  /** Asks the server for questions to begin with, once, where the page names none. */
  async #suggest(): Promise<void> {
    if (this.#hasAsked || this.suggestions.length > 0) return;
    this.#hasAsked = true;
    const found = await fetchSuggestions(this.server);
    if (this.suggestions.length === 0) this.suggestions = found.slice(0, SUGGESTED);
  }

  #enter(): void {
    void this.#suggest();
    const bubble = this.#bubble;
    if (bubble !== null && !bubble.open) {
      if (matchMedia(SMALL).matches) bubble.showModal();
      else bubble.show();
      tell(this, 'citedesk-open', null);
    }
    // On a phone the keyboard would hide what there is to read.
    if (bubble !== null && matchMedia('(pointer: coarse)').matches) bubble.focus();
    else this.focus();
  }

  #closed(): void {
    if (this.#bubble?.open || !this.isOpen) return;
    this.isOpen = false;
    tell(this, 'citedesk-close', null);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.launcher')?.focus());
  }
}

new MutationObserver(drawAll).observe(document.documentElement, { attributeFilter: ['lang'] });
