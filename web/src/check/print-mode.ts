import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Tells whether the page is being laid out for paper, on which nothing can be opened. */
export class PrintMode implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #media = matchMedia('print');
  readonly #changed = () => this.#host.requestUpdate();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get isOn(): boolean {
    return this.#media.matches;
  }

  hostConnected(): void {
    this.#media.addEventListener('change', this.#changed);
  }

  hostDisconnected(): void {
    this.#media.removeEventListener('change', this.#changed);
  }
}
