import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ask } from '../api/ask.ts';
import type { Server } from '../api/server.ts';
import { reduceTurn, type TurnEvent } from '../stream/reducer.ts';
import { isOpen, newTurn, type QuestionFilter, type Turn } from '../stream/turn.ts';

export interface ConversationOptions {
  readonly server: () => Server;
  /** Read at each question. */
  readonly filter: () => QuestionFilter;
  /** A name for the `count`th question, other than those before; the count stands from its second character on. */
  readonly turnId: (count: number) => string;
  /** Called at each change of a turn; `before` is null for a new one. */
  readonly onChange: (before: Turn | null, after: Turn) => void;
}

/** Questions and answers of this page's visit, oldest first. One question at a time is under way. */
export class Conversation implements ReactiveController {
  turns: readonly Turn[] = [];
  readonly #host: ReactiveControllerHost;
  readonly #options: ConversationOptions;
  #asked = 0;
  #request: AbortController | null = null;

  constructor(host: ReactiveControllerHost, options: ConversationOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#request?.abort();
  }

  get busy(): boolean {
    return this.turns.some(isOpen);
  }

  find(turnId: string): Turn | undefined {
    return this.turns.find((turn) => turn.id === turnId);
  }

  /** Asks; does nothing while another question is under way. Settles when the turn has ended. */
  async ask(question: string): Promise<void> {
    if (this.busy) return;
    const turn = this.#newTurn(question);
    this.turns = [...this.turns, turn];
    await this.#run(turn);
  }

  /** Asks a question that has ended once more, in its own place. */
  async retry(turnId: string): Promise<void> {
    const old = this.find(turnId);
    if (old === undefined || this.busy) return;
    const turn = this.#newTurn(old.question);
    this.turns = this.turns.map((other) => (other === old ? turn : other));
    await this.#run(turn);
  }

  /** Takes a turn out, so that its question can be written anew. */
  remove(turnId: string): void {
    this.turns = this.turns.filter((turn) => turn.id !== turnId);
    this.#host.requestUpdate();
  }

  /** Shows these in place of what there is, which is given up where it is still under way. */
  show(turns: readonly Turn[]): void {
    this.stop();
    // What it may still say belongs to none of these.
    this.#request = null;
    this.turns = turns;
    // The next question's name must be none of theirs.
    this.#asked = Math.max(0, ...turns.map(({ id }) => Number.parseInt(id.slice(1), 10) || 0));
    this.#host.requestUpdate();
  }

  stop(): void {
    this.#request?.abort();
  }

  #newTurn(question: string): Turn {
    this.#asked += 1;
    return newTurn(this.#options.turnId(this.#asked), question, this.#options.filter());
  }

  async #run(turn: Turn): Promise<void> {
    const request = new AbortController();
    this.#request = request;
    this.#options.onChange(null, turn);
    this.#host.requestUpdate();
    const { id, filter } = turn;
    const options = { id, filter, server: this.#options.server(), signal: request.signal };
    for await (const event of ask(turn.question, options)) {
      if (this.#request !== request) break;
      this.#apply(turn.id, event);
      if (!this.busy) break;
    }
  }

  #apply(turnId: string, event: TurnEvent): void {
    const before = this.find(turnId);
    if (before === undefined) return;
    const after = reduceTurn(before, event);
    if (after === before) return;
    this.turns = this.turns.map((turn) => (turn === before ? after : turn));
    this.#options.onChange(before, after);
    this.#host.requestUpdate();
  }
}
