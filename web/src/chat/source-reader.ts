import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { fetchSource, type SourceOutcome } from '../api/document.ts';
import type { Server } from '../api/server.ts';
import type { SourceRequest, SourceTarget } from './view-context.ts';

/** What the panel shows: null outcome while the article is on its way. */
export interface SourceState extends SourceRequest {
  readonly target: SourceTarget;
  readonly outcome: SourceOutcome | null;
}

/** The article that is open, and the way through the citations that were opened with it. */
export class SourceReader implements ReactiveController {
  state: SourceState | null = null;
  readonly #host: ReactiveControllerHost;
  readonly #server: () => Server;
  #request: AbortController | null = null;

  constructor(host: ReactiveControllerHost, server: () => Server) {
    this.#host = host;
    this.#server = server;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.close();
  }

  /** Settles when the article is there, or was found not to be. */
  async open({ targets, at }: SourceRequest): Promise<void> {
    const target = targets[at];
    if (target === undefined) return;
    const known = this.#outcomeOf(target);
    this.#show({ targets, at, target, outcome: known });
    if (known === null) await this.#load(target);
  }

  /** Goes to the next (1) or previous (-1) citation; does nothing at either end. */
  async step(by: 1 | -1): Promise<void> {
    if (this.state === null) return;
    const { targets, at } = this.state;
    await this.open({ targets, at: at + by });
  }

  async retry(): Promise<void> {
    if (this.state === null) return;
    this.#show({ ...this.state, outcome: null });
    await this.#load(this.state.target);
  }

  close(): void {
    this.#request?.abort();
    this.#show(null);
  }

  #show(state: SourceState | null): void {
    this.state = state;
    this.#host.requestUpdate();
  }

  /** The open article again, if the target lies in it: no second request for the next citation. */
  #outcomeOf(target: SourceTarget): SourceOutcome | null {
    const outcome = this.state?.outcome ?? null;
    return outcome?.found === true && this.state?.target.ref.documentId === target.ref.documentId
      ? outcome
      : null;
  }

  async #load(target: SourceTarget): Promise<void> {
    this.#request?.abort();
    const request = new AbortController();
    this.#request = request;
    const outcome = await fetchSource(target.ref.documentId, {
      server: this.#server(),
      signal: request.signal,
    }).catch(() => null);
    const state = this.state;
    if (outcome === null || request.signal.aborted || state === null) return;
    this.#show({ ...state, outcome });
  }
}
