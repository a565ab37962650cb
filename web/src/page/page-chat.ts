import { nothing, type PropertyDeclarations, type PropertyValues, unsafeCSS } from 'lit';
import type { Cite } from '../../../src/domain/document.ts';
import { baseUrl } from '../api/base-url.ts';
import { type Opinion, sendFeedback } from '../api/feedback.ts';
import { type Folder, fetchFolders } from '../api/folders.ts';
import type { Server } from '../api/server.ts';
import { seekSuggestions } from '../api/suggestions.ts';
import { CitedeskChat } from '../chat/chat-element.ts';
import { type Excerpt, spanWithin } from '../stream/excerpt.ts';
import { isOpen, type QuestionFilter, type Turn } from '../stream/turn.ts';
import { en } from '../strings/english.ts';
import type { Strings } from '../strings/strings.ts';
import toolCss from '../styles/tool.css?inline';
import toolsCss from '../styles/tools.css?inline';
import { fetchExcerpts, neededExcerpts } from './excerpts.ts';
import type { KeptConversation } from './history/kept-conversation.ts';
import { sheetOf } from './share/answer-sheet.ts';
import { copy } from './share/clipboard.ts';
import { clipOf } from './share/clips.ts';
import { deskSend } from './sign-in.ts';
import { answerTools, type CopyForm, filterInWords } from './tools/answer-tools.ts';
import { type FeedbackState, feedbackView } from './tools/feedback-view.ts';
import { type FilterChoice, filterOf, NO_FILTER } from './tools/filter-choice.ts';
import { filterView } from './tools/filter-view.ts';

// Two windows may ask in one conversation: their questions must not bear the same name.
const WINDOW = (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0).toString(36);

/** What the page keeps of a conversation, beside its name and days. */
export type Talk = Pick<KeptConversation, 'turns' | 'excerpts' | 'judged'>;

/**
 * The chat as the desk's own page has it: signed in where the desk wants that, with filters, and with
 * answers that can be copied, judged and kept. It fires `talk-change`, with the turn's id, whenever there is
 * something new to keep of it.
 */
export class PageChat extends CitedeskChat {
  static override properties: PropertyDeclarations = {
    choice: { state: true },
    folders: { state: true },
    isFiltering: { state: true },
    copied: { state: true },
    opinions: { state: true },
    takesFeedback: { state: true },
  };

  static override styles = [...CitedeskChat.styles, unsafeCSS(toolCss), unsafeCSS(toolsCss)];

  declare protected choice: FilterChoice;
  declare protected folders: readonly Folder[];
  declare protected isFiltering: boolean;
  declare protected copied: { readonly turnId: string; readonly form: CopyForm | 'failed' } | null;
  declare protected opinions: ReadonlyMap<string, FeedbackState>;
  declare protected takesFeedback: boolean;
  #excerpts: readonly Excerpt[] = [];

  constructor() {
    super();
    this.choice = NO_FILTER;
    this.folders = [];
    this.isFiltering = false;
    this.copied = null;
    this.opinions = new Map();
    this.takesFeedback = true;
  }

  /** What is to be kept now. */
  get talk(): Talk {
    const judged = [...this.opinions].flatMap(([turnId, state]) => (state === 'sent' ? [turnId] : []));
    return { turns: this.turns, excerpts: neededExcerpts(this.#excerpts, this.turns), judged };
  }

  /** Shows a conversation that was kept, or an empty one. */
  showTalk({ turns, excerpts, judged }: Talk): void {
    this.#excerpts = excerpts;
    this.opinions = new Map(judged.map((turnId) => [turnId, 'sent']));
    this.copied = null;
    this.showTurns(turns);
  }

  /**
   * Takes over what another window has added to this conversation: answers that have ended, and those whose
   * end this window did not know. Its own stay as they are.
   */
  adoptTalk({ turns, excerpts, judged }: Talk): void {
    const own = new Map(this.turns.map((turn) => [turn.id, turn]));
    const known = (turn: Turn) => {
      const mine = own.get(turn.id);
      return mine !== undefined && !isCutOff(mine) ? mine : turn;
    };
    const others = this.turns.filter(({ id }) => turns.every((turn) => turn.id !== id));
    const ended = turns.map(known).filter((turn) => own.has(turn.id) || !isCutOff(turn));
    this.#excerpts = [...this.#excerpts, ...excerpts];
    for (const turnId of judged) this.opinions = new Map(this.opinions).set(turnId, 'sent');
    this.turns = [...others, ...ended];
  }

  protected override get strings(): Strings {
    return en;
  }

  protected override get server(): Server {
    return { base: baseUrl(this.src ?? '.', document.baseURI, import.meta.url), send: deskSend };
  }

  protected override get filter(): QuestionFilter {
    return filterOf(this.choice, Date.now());
  }

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    void this.#suggest();
    void fetchFolders(this.server).then((folders) => {
      this.folders = folders;
    });
  }

  async #suggest(): Promise<void> {
    for await (const suggestions of seekSuggestions(this.server)) this.suggestions = suggestions;
  }

  protected override turnChanged(turn: Turn): void {
    this.#tell(turn.id);
    // What was chosen is said in a line; its fields would stand before the answer on a small screen.
    if (turn.phase === 'searching') this.isFiltering = false;
    if (isOpen(turn)) return;
    void fetchExcerpts(turn, this.server).then((excerpts) => {
      // Another conversation may be shown by now: the words belong to the one that they were read for.
      if (!this.turns.some(({ id, question }) => id === turn.id && question === turn.question)) return;
      this.#excerpts = [...this.#excerpts, ...excerpts];
      this.#tell(turn.id);
    });
  }

  #tell(turnId: string): void {
    this.dispatchEvent(new CustomEvent('talk-change', { detail: turnId }));
  }

  protected override turnId(count: number): string {
    return `${super.turnId(count)}-${WINDOW}`;
  }

  protected override excerptOf(cite: Cite): Excerpt | null {
    return this.#excerpts.find((excerpt) => spanWithin(excerpt, cite) !== null) ?? null;
  }

  protected override composerTools(): unknown {
    const { choice, folders, isFiltering: isOpen } = this;
    const limits = filterInWords(this.filter, this.strings.locale);
    return filterView(
      { choice, folders, isOpen, limits },
      {
        change: (changed) => {
          this.choice = changed;
        },
        toggle: () => {
          this.isFiltering = !this.isFiltering;
        },
      },
    );
  }

  protected override turnTools(turn: Turn): unknown {
    const state = {
      copied: this.copied?.turnId === turn.id ? this.copied.form : null,
      locale: this.strings.locale,
      feedback: this.takesFeedback ? this.#feedback(turn) : nothing,
    };
    return answerTools(turn, state, {
      copy: (form) => void this.#copy(turn, form),
      again: () => this.actions.retry(turn.id),
      edit: () => this.actions.edit(turn.id),
      askEverywhere: () => {
        this.choice = NO_FILTER;
        this.actions.retry(turn.id);
      },
    });
  }

  async #copy(turn: Turn, form: CopyForm): Promise<void> {
    const sheet = sheetOf(turn, { strings: this.strings, excerptOf: (cite) => this.excerptOf(cite) });
    const isCopied = await copy(clipOf(sheet, form));
    this.copied = { turnId: turn.id, form: isCopied ? form : 'failed' };
  }

  #feedback(turn: Turn) {
    const set = (state: FeedbackState) => {
      this.opinions = new Map(this.opinions).set(turn.id, state);
    };
    return feedbackView(this.opinions.get(turn.id) ?? 'asked', turn.id, {
      ask: () => {
        set('open');
        void this.#enter(`#more-${turn.id}`);
      },
      cancel: () => set('asked'),
      say: async (opinion) => {
        set(await this.#say(turn, opinion));
        this.#tell(turn.id);
      },
    });
  }

  /** Goes into the form that has opened, all of it in sight. */
  async #enter(selector: string): Promise<void> {
    await this.updateComplete;
    const form = this.renderRoot.querySelector(selector)?.closest('form');
    form?.querySelector('input')?.focus({ preventScroll: true });
    form?.scrollIntoView({ block: 'nearest' });
  }

  async #say(turn: Turn, opinion: Opinion): Promise<FeedbackState> {
    const outcome = await sendFeedback(turn, opinion, this.server);
    if (outcome === 'not-taken') this.takesFeedback = false;
    return outcome === 'sent' ? 'sent' : 'failed';
  }
}

/** True for an answer whose end did not come, as far as is known here: in another window it may still. */
const isCutOff = ({ failure }: Turn) => failure?.kind === 'interrupted';

customElements.define('desk-chat', PageChat);
