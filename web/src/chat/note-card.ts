import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { placeCard } from './place-card.ts';
import type { CitationNote } from './view-context.ts';

// Long enough to move the pointer from a citation onto its card (WCAG 1.4.13), short enough not to linger.
const HIDE_DELAY_MS = 180;

/** The card that a citation shows under the pointer or the focus. */
export class NoteCard implements ReactiveController {
  note: CitationNote | null = null;
  readonly #host: ReactiveControllerHost;
  readonly #element: () => HTMLElement | null;
  #anchor: HTMLElement | null = null;
  #hiding: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, element: () => HTMLElement | null) {
    this.#host = host;
    this.#element = element;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#hiding);
  }

  /** Shows and places the card once its words are drawn. */
  hostUpdated(): void {
    const card = this.#element();
    if (card === null) return;
    const shown = this.note !== null && this.#anchor?.isConnected === true;
    card.togglePopover(shown);
    if (!shown || this.#anchor === null) return;
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    const size = { width: card.offsetWidth, height: card.offsetHeight };
    const { left, top } = placeCard(this.#anchor.getBoundingClientRect(), size, { width, height });
    // Through the object model: a strict Content-Security-Policy forbids the style attribute, not this.
    card.style.setProperty('left', `${left}px`);
    card.style.setProperty('top', `${top}px`);
  }

  show(note: CitationNote, anchor: HTMLElement): void {
    this.keep();
    this.note = note;
    this.#anchor = anchor;
    this.#host.requestUpdate();
  }

  /** Keeps a card that is about to go: the pointer is on it. */
  keep(): void {
    clearTimeout(this.#hiding);
  }

  /** Stays beside its citation while that is scrolled in `box`, and goes when it leaves that. */
  follow(box: Element): void {
    if (this.note === null || this.#anchor === null) return;
    const [seen, anchor] = [box.getBoundingClientRect(), this.#anchor.getBoundingClientRect()];
    if (anchor.bottom < seen.top || anchor.top > seen.bottom) this.hide();
    else this.#host.requestUpdate();
  }

  hideSoon(): void {
    this.keep();
    this.#hiding = setTimeout(() => this.hide(), HIDE_DELAY_MS);
  }

  /** Returns whether there was a card to hide. */
  hide(): boolean {
    this.keep();
    const shown = this.note !== null;
    this.note = null;
    if (shown) this.#host.requestUpdate();
    return shown;
  }
}
