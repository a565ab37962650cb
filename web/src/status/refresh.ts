import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ServiceStatus } from '../../../src/domain/service-status.ts';
import type { Failure } from '../stream/turn.ts';
import type { StatusOutcome } from './fetch-status.ts';

// Often enough to watch a server by, seldom enough to be nothing beside the questions that it answers.
const EVERY_MS = 10_000;

/**
 * Keeps the figures fresh while the page is looked at. A server that cannot be reached is tried on; one
 * that refuses is not, or a reader who will not sign in would be asked again and again.
 */
export class Refresh implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #fetch: (signal: AbortSignal) => Promise<StatusOutcome>;
  readonly #onVisible = () => this.#look();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: AbortController | null = null;
  /** The newest figures that came. */
  status: ServiceStatus | null = null;
  /** Why the last try brought none; null where it did. */
  failure: Failure | null = null;
  isPaused = false;
  /** True from the first figures after a failure until the next try. */
  isBack = false;

  constructor(host: ReactiveControllerHost, fetch: (signal: AbortSignal) => Promise<StatusOutcome>) {
    this.#host = host;
    this.#fetch = fetch;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onVisible);
    void this.now();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onVisible);
    clearTimeout(this.#timer);
    this.#running?.abort();
  }

  setPaused(isPaused: boolean): void {
    this.isPaused = isPaused;
    this.#host.requestUpdate();
    if (isPaused) clearTimeout(this.#timer);
    else void this.now();
  }

  /** Tries at once. */
  async now(): Promise<void> {
    clearTimeout(this.#timer);
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    try {
      this.#take(await this.#fetch(running.signal));
    } catch {
      // Another try, or the end of the page, took its place.
      return;
    }
    this.#running = null;
    this.#plan();
  }

  #take(outcome: StatusOutcome): void {
    this.isBack = outcome.ok && this.failure !== null;
    this.failure = outcome.ok ? null : outcome.failure;
    if (outcome.ok) this.status = outcome.status;
    this.#host.requestUpdate();
  }

  #plan(): void {
    if (this.isPaused || document.hidden || this.failure?.kind === 'refused') return;
    this.#timer = setTimeout(() => void this.now(), EVERY_MS);
  }

  #look(): void {
    if (document.hidden) clearTimeout(this.#timer);
    else if (!this.isPaused && this.#running === null && this.failure?.kind !== 'refused') void this.now();
  }
}
