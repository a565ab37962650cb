import type { ReactiveControllerHost } from 'lit';
import type { CheckRun } from './check-run.ts';
import { type CheckState, isUnderWay } from './check-state.ts';
import { draftNow, plainNow, readsAs } from './edited-source.ts';
import { editedText } from './edits.ts';
import { keepDraft, readKept } from './kept-draft.ts';
import { draftOfFile } from './read-file.ts';
import { decisionsAgain, type KeptDecision, keepDecisions } from './review.ts';
import type { ReviewDesk } from './review-desk.ts';
import type { DraftInput } from './run-check.ts';
import { words } from './words.ts';

export interface DraftDeskOptions {
  readonly run: () => CheckRun;
  readonly desk: () => ReviewDesk;
  /** Gives the focus to the first that a selector finds, when what was changed is drawn. */
  readonly focus: (selector: string) => Promise<void>;
  readonly closePanel: () => void;
}

/** The draft under check: how it comes in, what of it is kept, and how it goes on to its next check. */
export class DraftDesk {
  /** As it stands in the field; empty for a file that the server reads. */
  text: string;
  /** Of the file that it came from; empty for one that was typed. */
  name: string;
  /** The day that `yesterday` counts from, `YYYY-MM-DD`; empty where nobody said. */
  date: string;
  isKept: boolean;
  /** Why the last file was not taken; empty where nothing is wrong. */
  problem = '';
  /** What the last action came to; empty where there is nothing to say. */
  notice = '';
  /** As it was sent last. */
  #input: DraftInput | null = null;
  /** What is checked reads like this, or its new words have not found their place; null where it came as it is. */
  #expected: string | null = null;
  /** Decisions of earlier checks that wait for their claims to come again. */
  #kept: readonly KeptDecision[];
  readonly #host: ReactiveControllerHost;
  readonly #options: DraftDeskOptions;

  constructor(host: ReactiveControllerHost, options: DraftDeskOptions) {
    this.#host = host;
    this.#options = options;
    const kept = readKept();
    this.text = kept?.text ?? '';
    this.name = kept?.name ?? '';
    this.date = kept?.date ?? '';
    this.#kept = kept?.decisions ?? [];
    this.isKept = kept !== null;
  }

  get #state(): CheckState | null {
    return this.#options.run().state;
  }

  async openFile(file: File): Promise<void> {
    const draft = await draftOfFile(file).catch(() => undefined);
    if (draft === undefined || draft === null) {
      const { unknownFile, unreadable } = words.entry;
      this.problem = (draft === null ? unknownFile : unreadable)(file.name);
      this.say(this.problem);
      return;
    }
    // What was said of the draft before says nothing of this one.
    if (this.#state !== null) this.date = '';
    this.#kept = [];
    this.text = draft.kind === 'text' ? draft.text : '';
    await this.#check({ ...draft, date: this.date });
  }

  async checkText(): Promise<void> {
    if (this.text.trim() === '') return this.#options.focus('#draft');
    await this.#check({ kind: 'text', text: this.text, name: this.name, date: this.date });
  }

  /** Checks the draft as it reads now, in its own format where that can be; decisions wait for their claims. */
  async checkAgain(): Promise<void> {
    const [state, input] = [this.#state, this.#input];
    if (state === null || input === null) return;
    const { edits, decisions } = this.#options.desk();
    this.#kept = [...this.#kept, ...keepDecisions(state, decisions)];
    const { draft, isInFormat } = draftNow(input, state, edits);
    if (edits.length > 0 && draft.kind === 'text') this.text = draft.text;
    const expected = edits.length > 0 && isInFormat ? editedText(state.text, edits) : null;
    await this.#check(draft, { expected, notice: isInFormat ? '' : words.review.plainNow });
  }

  async newDraft(): Promise<void> {
    const [state, input] = [this.#state, this.#input];
    if (state !== null && input !== null && state.text !== '') {
      this.#kept = keepDecisions(state, this.#options.desk().decisions);
      Object.assign(this, this.#asInField(state, input));
    }
    this.#options.closePanel();
    this.#options.run().clear();
    await this.#options.focus('#draft');
  }

  write(text: string): void {
    this.text = text;
    if (text === '') this.name = '';
    this.problem = '';
    this.keep();
    this.#host.requestUpdate();
  }

  setDate(date: string): void {
    this.date = date;
    this.keep();
    this.#host.requestUpdate();
  }

  setKept(isKept: boolean): void {
    this.isKept = isKept;
    if (isKept) this.keep();
    else keepDraft(null);
    this.#host.requestUpdate();
  }

  /** Writes to the browser's storage where the editor asked for it, and nowhere else. */
  keep(): void {
    if (!this.isKept) return;
    const [state, input] = [this.#state, this.#input];
    const isRead = state !== null && input !== null && state.text !== '';
    const { text, name } = isRead ? this.#asInField(state, input) : this;
    const decisions = isRead ? keepDecisions(state, this.#options.desk().decisions) : this.#kept;
    const draft = text === '' ? null : { text, name, date: this.date, decisions };
    if (!keepDraft(draft)) this.problem = words.entry.notKept;
  }

  say(notice: string): void {
    this.notice = notice;
    this.#host.requestUpdate();
  }

  /** To be called at each change of the check. */
  changed(before: CheckState, after: CheckState): void {
    if (before.text === '' && after.text !== '' && this.#wasMisplaced(after)) return;
    const fresh = after.findings.slice(before.findings.length);
    const desk = this.#options.desk();
    if (this.#kept.length > 0) desk.add(decisionsAgain(fresh, this.#kept));
    if (!isUnderWay(after)) this.keep();
  }

  /** The server reads other words than were to be checked: those words are checked instead, as plain text. */
  #wasMisplaced({ text }: CheckState): boolean {
    const [input, expected] = [this.#input, this.#expected];
    if (input === null || expected === null || readsAs(text, expected)) return false;
    const draft = plainNow(input, expected, []);
    this.text = expected;
    void this.#check(draft, { expected: null, notice: words.review.plainNow });
    return true;
  }

  async #check(draft: DraftInput, { expected = null, notice = '' }: Recheck = {}): Promise<void> {
    this.#input = draft;
    this.#expected = expected;
    this.name = draft.name;
    this.problem = '';
    this.notice = notice;
    this.#options.desk().reset();
    this.#options.closePanel();
    const ended = this.#options.run().start(draft);
    this.keep();
    await this.#options.focus('.review-title');
    await ended;
  }

  /** A file without words of its own (docx), and words that lost their format, go on as plain text. */
  #asInField(state: CheckState, input: DraftInput): { readonly text: string; readonly name: string } {
    const { edits } = this.#options.desk();
    const now =
      input.kind === 'bytes' ? plainNow(input, state.text, edits) : draftNow(input, state, edits).draft;
    return { text: now.kind === 'text' ? now.text : '', name: now.name };
  }
}

interface Recheck {
  readonly expected?: string | null;
  readonly notice?: string;
}
