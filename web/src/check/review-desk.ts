import type { ReactiveControllerHost } from 'lit';
import type { CheckActions } from './check-context.ts';
import type { CheckState, Finding } from './check-state.ts';
import { type Filter, matches } from './filters.ts';
import { focusHead, focusMark, showMark } from './finding-focus.ts';
import { type Decision, type Decisions, editsOf, openEdits, withDecision } from './review.ts';
import { words } from './words.ts';

export interface ReviewDeskOptions {
  readonly state: () => CheckState | null;
  readonly root: () => ParentNode;
  /** Says something to a screen reader. */
  readonly say: (words: string) => void;
  readonly onDecision: () => void;
  readonly openSource: CheckActions['openSource'];
}

/** Where the editor is among the findings of a check, and what was decided about each. */
export class ReviewDesk implements CheckActions {
  decisions: Decisions = new Map();
  filter: Filter = 'all';
  /** The finding that the keys act on. */
  current: number | null = null;
  open: number | null = null;
  /** The finding whose dismissal is being written. */
  noteFor: number | null = null;
  readonly openSource: CheckActions['openSource'];
  readonly #host: ReactiveControllerHost;
  readonly #options: ReviewDeskOptions;

  constructor(host: ReactiveControllerHost, options: ReviewDeskOptions) {
    this.#host = host;
    this.#options = options;
    this.openSource = options.openSource;
  }

  get edits() {
    return editsOf(this.decisions);
  }

  /** The findings that the filter shows. */
  get shown(): readonly Finding[] {
    const findings = this.#options.state()?.findings ?? [];
    return findings.filter((finding) => matches(finding, this.filter, this.decisions));
  }

  /** Forgets all, for another check. */
  reset(): void {
    this.#update({ decisions: new Map(), filter: 'all', current: null, open: null, noteFor: null });
  }

  /** Takes over decisions that were made before. */
  add(decisions: readonly (readonly [number, Decision])[]): void {
    if (decisions.length > 0) this.#update({ decisions: new Map([...this.decisions, ...decisions]) });
  }

  findingAt(index: number): Finding | undefined {
    return this.#options.state()?.findings.find((finding) => finding.index === index);
  }

  moveTo(index: number | null): void {
    if (index !== this.current) this.#update({ current: index });
  }

  /** Closes the topmost of a note and a finding. Returns whether there was one. */
  close(): boolean {
    const { open, noteFor } = this;
    if (noteFor !== null) this.cancelNote();
    else if (open !== null) {
      this.#update({ open: null });
      focusHead(this.#root, open);
    }
    return noteFor !== null || open !== null;
  }

  show(filter: Filter): void {
    this.#update({ filter });
    const { shown, current } = this;
    if (shown.some(({ index }) => index === current)) return;
    this.#update({ current: shown[0]?.index ?? null, open: null });
  }

  readonly toggle = (index: number): void => {
    this.#update({ current: index, open: this.open === index ? null : index, noteFor: null });
    showMark(this.#root, index);
  };

  readonly goTo = (index: number): void => {
    // Its words are plain text while the filter leaves it out.
    if (!this.shown.some((finding) => finding.index === index)) return;
    this.#update({ current: index, open: index, noteFor: null });
    this.#whenDrawn(() => focusHead(this.#root, index));
  };

  readonly goToDraft = (index: number): void => {
    this.moveTo(index);
    focusMark(this.#root, index);
  };

  readonly accept = (index: number): void => this.#decide(index, { kind: 'accepted' });

  readonly askWhy = (index: number): void => {
    this.#update({ current: index, open: index, noteFor: index });
    this.#whenDrawn(() => this.#root.querySelector<HTMLElement>('#why')?.focus());
  };

  readonly dismiss = (index: number, note: string): void => this.#decide(index, { kind: 'dismissed', note });

  readonly takeOver = (index: number): void => {
    const finding = this.findingAt(index);
    const edits = finding === undefined ? [] : openEdits(finding, this.decisions);
    if (edits.length === 0) this.#options.say(words.finding.noWording);
    else this.#decide(index, { kind: 'taken-over', edits });
  };

  readonly undo = (index: number): void => this.#decide(index, null);

  readonly cancelNote = (): void => {
    const index = this.noteFor;
    this.#update({ noteFor: null });
    if (index !== null) focusHead(this.#root, index);
  };

  #decide(index: number, decision: Decision | null): void {
    this.#update({ decisions: withDecision(this.decisions, index, decision), noteFor: null });
    this.#options.say(decision === null ? words.finding.undone : words.finding[decision.kind]);
    this.#options.onDecision();
    this.#goOn(index);
  }

  /** The button that was pressed is gone; so may be the finding, where the filter leaves it out now. */
  #goOn(index: number): void {
    const { shown } = this;
    if (shown.some((finding) => finding.index === index)) {
      this.#whenDrawn(() => focusHead(this.#root, index));
      return;
    }
    const next = (shown.find((finding) => finding.index > index) ?? shown.at(-1))?.index ?? null;
    this.#update({ current: next, open: this.open === index ? next : this.open });
    this.#whenDrawn(() => {
      if (next !== null) focusHead(this.#root, next);
      else this.#root.querySelector<HTMLElement>('.filter[aria-pressed="true"]')?.focus();
    });
  }

  get #root(): ParentNode {
    return this.#options.root();
  }

  #update(change: Partial<Pick<ReviewDesk, 'decisions' | 'filter' | 'current' | 'open' | 'noteFor'>>): void {
    Object.assign(this, change);
    this.#host.requestUpdate();
  }

  #whenDrawn(act: () => void): void {
    void this.#host.updateComplete.then(act);
  }
}
