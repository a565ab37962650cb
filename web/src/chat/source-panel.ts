import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { scrollWithin } from './motion.ts';
import type { SourceReader, SourceState } from './source-reader.ts';
import type { SourceRequest } from './view-context.ts';

// Narrower than this there is no room for an answer and an article side by side: the article covers it.
const SIDE_BY_SIDE_PX = 860;

type Host = ReactiveControllerHost & HTMLElement;

/**
 * The dialog that shows the source: beside the answer where the element is wide, over everything
 * where it is narrow. It follows the reader's state; focus goes in when it opens and back when it closes.
 */
export class SourcePanel implements ReactiveController {
  readonly #host: Host;
  readonly #reader: SourceReader;
  readonly #resize = new ResizeObserver(() => this.#refit());
  #opener: HTMLElement | null = null;
  #drawn: SourceState | null = null;

  constructor(host: Host, reader: SourceReader) {
    this.#host = host;
    this.#reader = reader;
    host.addController(this);
  }

  hostConnected(): void {
    this.#resize.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#resize.disconnect();
  }

  open(request: SourceRequest, opener: HTMLElement): void {
    this.#opener = opener;
    void this.#reader.open(request);
  }

  /** Asks the dialog to close; `closed` follows from its event. Returns whether it was open. */
  close(): boolean {
    const dialog = this.#dialog;
    if (!dialog?.open) return false;
    dialog.close();
    return true;
  }

  /** For the dialog's `close` event, whatever closed it. */
  closed(): void {
    if (this.#dialog?.open) return;
    const state = this.#reader.state;
    this.#reader.close();
    if (state !== null) this.#citationOf(state)?.focus();
  }

  hostUpdated(): void {
    const { state } = this.#reader;
    if (state === this.#drawn) return;
    const opened = this.#drawn === null;
    this.#drawn = state;
    if (state === null) return;
    this.#show();
    // The dialog itself: its name is read out, and the next Tab is its first button.
    if (opened) this.#dialog?.focus({ preventScroll: true });
    this.#showPassage(state);
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#host.shadowRoot?.querySelector<HTMLDialogElement>('.panel') ?? null;
  }

  #query(selector: string): HTMLElement | null {
    return this.#host.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
  }

  #show(): void {
    const dialog = this.#dialog;
    if (dialog === null || dialog.open) return;
    if (this.#host.clientWidth < SIDE_BY_SIDE_PX) dialog.showModal();
    else dialog.show();
  }

  /** The element became narrow or wide while the panel is open: the other kind of dialog, same content. */
  #refit(): void {
    const dialog = this.#dialog;
    if (!dialog?.open) return;
    if (dialog.matches(':modal') === this.#host.clientWidth < SIDE_BY_SIDE_PX) return;
    dialog.close();
    this.#show();
  }

  #showPassage({ outcome }: SourceState): void {
    if (outcome === null) return;
    const box = this.#query('.panel-scroll');
    const passage = this.#query('mark.active');
    if (box === null) return;
    // A quarter down: the words before a quotation are what the reader wants to see with it.
    if (passage === null) box.scrollTo({ top: 0 });
    else scrollWithin(box, passage, box.clientHeight / 4);
  }

  /** The button of the citation shown last: the reader may have gone on from the one that opened. */
  #citationOf({ target }: SourceState): HTMLElement | null {
    const opener = this.#opener;
    const number = String(target.number);
    if (opener === null || target.number === null || opener.dataset['number'] === number) return opener;
    return opener.closest('.turn')?.querySelector<HTMLElement>(`.cite[data-number="${number}"]`) ?? opener;
  }
}
