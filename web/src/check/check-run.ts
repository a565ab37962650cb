import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Server } from '../api/server.ts';
import { type CheckState, isUnderWay, NEW_CHECK, reduceCheck } from './check-state.ts';
import { nextFrame } from './next-frame.ts';
import { type DraftInput, runCheck } from './run-check.ts';

export interface CheckRunOptions {
  readonly server: () => Server;
  /** Called at each change, once a frame at most. */
  readonly onChange: (before: CheckState, after: CheckState) => void;
}

/** The check that is under way or was last; what comes is taken in once a frame, and no faster. */
export class CheckRun implements ReactiveController {
  /** Null before the first. */
  state: CheckState | null = null;
  readonly #host: ReactiveControllerHost;
  readonly #options: CheckRunOptions;
  #request: AbortController | null = null;

  constructor(host: ReactiveControllerHost, options: CheckRunOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#request?.abort();
  }

  /** Checks a draft in place of what there was. Settles when the check has ended, well or badly. */
  async start(draft: DraftInput): Promise<void> {
    this.#request?.abort();
    const request = new AbortController();
    this.#request = request;
    this.#show(NEW_CHECK);
    const { signal } = request;
    for await (const events of runCheck(draft, { server: this.#options.server(), signal })) {
      await nextFrame();
      const { state } = this;
      if (this.#request !== request || state === null || !isUnderWay(state)) return;
      this.#show(events.reduce(reduceCheck, state));
      await this.#host.updateComplete;
    }
  }

  /** Ends the check; what was found stays. */
  stop(): void {
    this.#request?.abort();
    if (this.state !== null) this.#show(reduceCheck(this.state, { type: 'check-stopped' }));
  }

  /** Ends the check, and forgets it. */
  clear(): void {
    this.#request?.abort();
    this.#request = null;
    this.state = null;
    this.#host.requestUpdate();
  }

  #show(after: CheckState): void {
    const before = this.state ?? NEW_CHECK;
    if (after === this.state) return;
    this.state = after;
    this.#options.onChange(before, after);
    this.#host.requestUpdate();
  }
}
