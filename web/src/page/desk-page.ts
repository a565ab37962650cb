import {
  html,
  LitElement,
  type nothing,
  type PropertyDeclarations,
  type TemplateResult,
  unsafeCSS,
} from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { baseUrl } from '../api/base-url.ts';
import type { Turn } from '../stream/turn.ts';
import baseCss from '../styles/base.css?inline';
import historyCss from '../styles/history.css?inline';
import toolCss from '../styles/tool.css?inline';
import { ConversationStore, openStorage } from './history/conversation-store.ts';
import { exportConversation, exportEverything } from './history/export.ts';
import { type HistoryState, historyBar, historyView } from './history/history-view.ts';
import type { KeptConversation } from './history/kept-conversation.ts';
import { searchConversations } from './history/search-conversations.ts';
import type { PageChat } from './page-chat.ts';

// Beside the answers where these keep a good measure with a source open; behind a button where they do not.
const WIDE = matchMedia('(min-width: 75rem)');

// Room for some thirty answers, at about 15,000 characters each.
const OLDEST = 10;

const NO_TALK = { turns: [], excerpts: [], judged: [] };

/** The chat page: conversations that the browser keeps, and the one that is open. */
export class DeskPage extends LitElement {
  static override properties: PropertyDeclarations = {
    query: { state: true },
    openId: { state: true },
    deleted: { state: true },
    isAsking: { state: true },
  };

  static override styles = [baseCss, toolCss, historyCss].map((css) => unsafeCSS(css));

  declare protected query: string;
  /** The address names it too (`#conversation=…`), so that a reload and "back" find it again. */
  declare protected openId: string | null;
  /** What was deleted last, while it can still be brought back. */
  declare protected deleted: KeptConversation | null;
  /** True while "delete all" waits for a second word. */
  declare protected isAsking: boolean;

  readonly #chat = createRef<PageChat>();
  readonly #drawer = createRef<HTMLDialogElement>();
  readonly #store = new ConversationStore(
    openStorage(),
    `citedesk ${new URL(baseUrl('.', document.baseURI, document.baseURI)).pathname} `,
  );
  readonly #onHash = () => this.#show(idInAddress());
  readonly #onWidth = () => this.requestUpdate();
  /** Another window has kept or deleted something: what concerns the open conversation is shown in it, too. */
  readonly #onStorage = ({ key }: StorageEvent) => {
    this.#store.reload(key);
    const open = this.#store.find(this.openId);
    if (open !== null) this.#chat.value?.adoptTalk(open);
    this.#noteShown(this.#chat.value?.talk.turns ?? []);
    this.requestUpdate();
  };
  readonly #onLeave = (event: BeforeUnloadEvent) => {
    if (this.#store.state === 'full') event.preventDefault();
  };
  /** Turns that this window has shown: one that is shown no more was taken out here. */
  readonly #shown = new Set<string>();

  constructor() {
    super();
    this.query = '';
    this.openId = null;
    this.deleted = null;
    this.isAsking = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#onHash);
    window.addEventListener('storage', this.#onStorage);
    window.addEventListener('beforeunload', this.#onLeave);
    WIDE.addEventListener('change', this.#onWidth);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#onHash);
    window.removeEventListener('storage', this.#onStorage);
    window.removeEventListener('beforeunload', this.#onLeave);
    WIDE.removeEventListener('change', this.#onWidth);
  }

  protected override firstUpdated(): void {
    this.#show(idInAddress());
  }

  /** Shows a kept conversation; an empty one where there is none of that name. */
  #show(id: string | null): void {
    const kept = this.#store.find(id);
    this.openId = kept?.id ?? null;
    this.#chat.value?.showTalk(kept ?? NO_TALK);
    this.#noteShown(kept?.turns ?? []);
  }

  #go(id: string | null): void {
    this.#drawer.value?.close();
    // An address of its own for each, so that "back" leads to the one before.
    history.pushState(null, '', id === null ? location.pathname + location.search : `#conversation=${id}`);
    this.#show(id);
    this.#chat.value?.focus();
  }

  /** Keeps a turn that was asked in this window; of the others, only their going. */
  #keep(turnId: string): void {
    const talk = this.#chat.value?.talk;
    const turn = talk?.turns.find(({ id }) => id === turnId);
    if (talk === undefined || turn === undefined) return;
    const id = this.openId ?? newId();
    const isGone = (old: Turn) => this.#shown.has(old.id) && !talk.turns.some((other) => other.id === old.id);
    const gone = this.#store.find(id)?.turns.filter(isGone) ?? [];
    // A question that is asked again stands where it stood.
    const inPlaceOf = gone.find(({ question }) => question === turn.question)?.id;
    this.#store.putTurn(id, turn, { ...talk, inPlaceOf });
    for (const old of gone) this.#store.removeTurn(id, old.id);
    this.#noteShown(talk.turns);
    if (this.openId === null) history.replaceState(null, '', `#conversation=${id}`);
    this.openId = id;
    this.requestUpdate();
  }

  #noteShown(turns: readonly Turn[]): void {
    for (const { id } of turns) this.#shown.add(id);
  }

  #remove(conversation: KeptConversation): void {
    this.#store.remove(conversation.id);
    this.deleted = conversation;
    if (conversation.id === this.openId) this.#go(null);
  }

  #restore(): void {
    if (this.deleted !== null) this.#store.restore(this.deleted);
    this.deleted = null;
  }

  #removeOldest(): void {
    const old = this.#store.list.filter(({ id }) => id !== this.openId).slice(-OLDEST);
    for (const { id } of old) this.#store.remove(id);
    this.requestUpdate();
  }

  #removeAll(): void {
    for (const { id } of this.#store.list) this.#store.remove(id);
    this.isAsking = false;
    this.deleted = null;
    this.#go(null);
  }

  protected override render(): TemplateResult {
    const isWide = WIDE.matches;
    return html`<div class="page">
      ${isWide ? html`<aside class="history">${this.#history()}</aside>` : this.#narrow()}
      <desk-chat ${ref(this.#chat)} @talk-change=${({ detail }: CustomEvent<string>) => this.#keep(detail)}></desk-chat>
    </div>`;
  }

  #narrow(): TemplateResult {
    const open = () => this.#drawer.value?.showModal();
    const { state } = this.#store;
    return html`${historyBar({ open, start: () => this.#go(null), hasTalk: this.openId !== null, state })}
      <dialog class="history drawer" aria-labelledby="history-title" ${ref(this.#drawer)}>${this.#history()}</dialog>`;
  }

  #history(): TemplateResult | typeof nothing {
    const { list, state } = this.#store;
    const shown: HistoryState = {
      ...{ conversations: searchConversations(list, this.query), total: list.length, state },
      ...{ query: this.query, openId: this.openId, deleted: this.deleted, isAsking: this.isAsking },
      isDrawer: !WIDE.matches,
    };
    return historyView(shown, {
      search: (query) => {
        this.query = query;
      },
      open: (id) => this.#go(id),
      start: () => this.#go(null),
      remove: (conversation) => this.#remove(conversation),
      restore: () => this.#restore(),
      removeOldest: () => this.#removeOldest(),
      askRemoveAll: (isAsking) => {
        this.isAsking = isAsking;
      },
      removeAll: () => this.#removeAll(),
      exportOne: exportConversation,
      exportAll: () => exportEverything(list),
      close: () => this.#drawer.value?.close(),
    });
  }
}

function idInAddress(): string | null {
  return /^#conversation=([\w-]+)$/.exec(location.hash)?.[1] ?? null;
}

// Unique among one browser's conversations; `randomUUID` is there over https only.
function newId(): string {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  return `${Date.now().toString(36)}-${random.toString(36)}`;
}

customElements.define('citedesk-page', DeskPage);
