import { fromJson, type KeptConversation, toJson } from './kept-conversation.ts';

/** `denied`: the browser keeps nothing for this page; `full`: it has no room, whatever is dropped. */
export type StoreState = 'kept' | 'denied' | 'full';

// An answer with its citations and the words around them is some 15,000 characters, and browsers give a
// site about five million: some hundred conversations of three questions.
const MAX_CONVERSATIONS = 100;

/**
 * Conversations in the browser's own storage, one entry each, so that two windows do not write over each
 * other. The oldest make room for the newest. Where storage is denied they last as long as the page.
 * Writes are done when `put` returns, so that what was asked survives a page that is left at once.
 */
export class ConversationStore {
  state: StoreState = 'kept';
  readonly #storage: Storage | null;
  readonly #prefix: string;
  #known = new Map<string, KeptConversation>();

  /** `prefix` parts this desk's entries from those of other desks on the same site. */
  constructor(storage: Storage | null, prefix: string) {
    this.#storage = storage;
    this.#prefix = prefix;
    if (storage === null) this.state = 'denied';
    this.reload();
  }

  /** All that is kept, newest first. */
  get list(): readonly KeptConversation[] {
    return [...this.#known.values()].sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1));
  }

  find(id: string | null): KeptConversation | null {
    return (id !== null && this.#known.get(id)) || null;
  }

  put(conversation: KeptConversation): void {
    this.#known.set(conversation.id, conversation);
    for (const old of this.list.slice(MAX_CONVERSATIONS)) this.remove(old.id);
    if (this.#storage === null) return;
    this.state = this.#write(conversation) ? 'kept' : 'full';
  }

  remove(id: string): void {
    this.#known.delete(id);
    this.#storage?.removeItem(this.#prefix + id);
  }

  /** Reads everything again: another window may have changed it. */
  reload(): void {
    const storage = this.#storage;
    if (storage === null) return;
    const keys = Array.from({ length: storage.length }, (_, n) => storage.key(n) ?? '');
    const read = keys
      .filter((key) => key.startsWith(this.#prefix))
      .map((key) => fromJson(storage.getItem(key) ?? ''));
    this.#known = new Map(read.flatMap((kept) => (kept === null ? [] : [[kept.id, kept]])));
  }

  #write(conversation: KeptConversation): boolean {
    const text = toJson(conversation);
    for (;;) {
      try {
        this.#storage?.setItem(this.#prefix + conversation.id, text);
        return true;
      } catch {
        // No room: the oldest goes, until there is or nothing is left to go.
        const oldest = this.list.findLast(({ id }) => id !== conversation.id);
        if (oldest === undefined) return false;
        this.remove(oldest.id);
      }
    }
  }
}

/** The browser's storage, or null where it is denied: blocked for the site, or full before it began. */
export function openStorage(): Storage | null {
  const probe = 'citedesk-probe';
  try {
    localStorage.setItem(probe, probe);
    localStorage.removeItem(probe);
    return localStorage;
  } catch {
    return null;
  }
}
