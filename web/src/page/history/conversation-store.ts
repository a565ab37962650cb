import type { Turn } from '../../stream/turn.ts';
import { neededExcerpts } from '../excerpts.ts';
import { fromJson, type KeptConversation, toJson } from './kept-conversation.ts';

/** `denied`: the browser keeps nothing for this page; `full`: it has no room for some of what was asked. */
export type StoreState = 'kept' | 'denied' | 'full';

/** What a conversation is besides its turns. */
interface Surroundings extends Pick<KeptConversation, 'excerpts' | 'judged'> {
  /** The turn whose place a new one takes; that one is to be removed afterwards. */
  readonly inPlaceOf?: string | undefined;
}

/**
 * Conversations in the browser's own storage, one entry a turn. A turn is written by the window that it was
 * asked in, so windows that show the same conversation never write over each other, whatever they do at the
 * same time. Nothing is dropped to make room unless the reader says so. What finds no room, and all of it
 * where storage is denied, lasts as long as the page. Writes are done when `putTurn` returns, so that what
 * was asked survives a page that is left at once.
 */
export class ConversationStore {
  readonly #storage: Storage | null;
  readonly #prefix: string;
  /** Conversations of one turn each, by the key of their entry. */
  readonly #entries = new Map<string, KeptConversation>();
  /** Keys of entries that found no room. */
  readonly #unkept = new Set<string>();

  /** `prefix` parts this desk's entries from those of other desks on the same site. */
  constructor(storage: Storage | null, prefix: string) {
    this.#storage = storage;
    this.#prefix = prefix;
    this.reload(null);
  }

  get state(): StoreState {
    if (this.#storage === null) return 'denied';
    return this.#unkept.size > 0 ? 'full' : 'kept';
  }

  /** All that there are, newest first. */
  get list(): readonly KeptConversation[] {
    const byId = Map.groupBy(this.#entries.values(), ({ id }) => id);
    return [...byId.values()].map(joined).sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1));
  }

  find(id: string | null): KeptConversation | null {
    return this.list.find((conversation) => conversation.id === id) ?? null;
  }

  /** Keeps a turn as it is now, with those of its conversation's words and opinions that concern it. */
  putTurn(id: string, turn: Turn, { excerpts, judged, inPlaceOf }: Surroundings): void {
    const changedAt = new Date().toISOString();
    const entryOf = (turnId = '') => this.#entries.get(this.#key(id, turnId));
    const startedAt = (entryOf(turn.id) ?? entryOf(inPlaceOf))?.startedAt ?? changedAt;
    this.#put({
      ...{ id, startedAt, changedAt, turns: [turn] },
      excerpts: neededExcerpts(excerpts, [turn]),
      judged: judged.filter((turnId) => turnId === turn.id),
    });
  }

  /** Brings a conversation back that was removed. */
  restore(conversation: KeptConversation): void {
    for (const entry of apart(conversation)) this.#put(entry);
  }

  remove(id: string): void {
    for (const [key, entry] of this.#entries) if (entry.id === id) this.#drop(key);
    this.#retry();
  }

  removeTurn(id: string, turnId: string): void {
    this.#drop(this.#key(id, turnId));
    this.#retry();
  }

  /** Reads what another window has changed: the entry of that key, everything for null. */
  reload(key: string | null): void {
    if (this.#storage === null) return;
    const keys = key === null ? this.#keys() : [key].filter((one) => one.startsWith(this.#prefix));
    if (key === null)
      for (const known of this.#entries.keys()) if (!this.#unkept.has(known)) this.#entries.delete(known);
    for (const one of keys) this.#read(one);
  }

  #keys(): readonly string[] {
    const storage = this.#storage;
    const keys = Array.from({ length: storage?.length ?? 0 }, (_, n) => storage?.key(n) ?? '');
    return keys.filter((key) => key.startsWith(this.#prefix));
  }

  #read(key: string): void {
    const kept = fromJson(this.#storage?.getItem(key) ?? '');
    if (kept === null) {
      if (!this.#unkept.has(key)) this.#entries.delete(key);
    } else if (kept.turns.length === 1) this.#entries.set(key, kept);
    else this.#split(key, kept);
  }

  /** An entry of several turns, as earlier versions of the page kept them, goes once each has its own. */
  #split(key: string, kept: KeptConversation): void {
    for (const entry of apart(kept)) this.#put(entry);
    if (this.#unkept.size === 0) this.#storage?.removeItem(key);
  }

  #put(entry: KeptConversation): void {
    const [turn] = entry.turns;
    if (turn === undefined) return;
    const key = this.#key(entry.id, turn.id);
    this.#entries.set(key, entry);
    if (this.#storage === null) return;
    try {
      this.#storage.setItem(key, toJson(entry));
      this.#unkept.delete(key);
    } catch {
      this.#unkept.add(key);
    }
  }

  #drop(key: string): void {
    this.#entries.delete(key);
    this.#unkept.delete(key);
    this.#storage?.removeItem(key);
  }

  /** There may be room now. */
  #retry(): void {
    for (const key of this.#unkept) {
      const entry = this.#entries.get(key);
      if (entry !== undefined) this.#put(entry);
    }
  }

  #key(id: string, turnId: string): string {
    return `${this.#prefix}${id} ${turnId}`;
  }
}

/** One conversation of its parts, the turns in the order in which they were asked. */
function joined(parts: readonly KeptConversation[]): KeptConversation {
  const inOrder = parts.toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
  const [first] = inOrder;
  const changes = inOrder.map(({ changedAt }) => changedAt).sort();
  return {
    id: first?.id ?? '',
    startedAt: first?.startedAt ?? '',
    changedAt: changes.at(-1) ?? '',
    turns: inOrder.flatMap(({ turns }) => turns),
    excerpts: inOrder.flatMap(({ excerpts }) => excerpts),
    judged: inOrder.flatMap(({ judged }) => judged),
  };
}

/** A conversation's turns each as one of its own, asked a millisecond after the other to keep their order. */
function apart({ startedAt, turns, excerpts, judged, ...rest }: KeptConversation): KeptConversation[] {
  return turns.map((turn, at) => ({
    ...rest,
    startedAt: new Date((Date.parse(startedAt) || 0) + at).toISOString(),
    turns: [turn],
    excerpts: neededExcerpts(excerpts, [turn]),
    judged: judged.filter((turnId) => turnId === turn.id),
  }));
}

/** The browser's storage, or null where it is denied: blocked for the site. One that is full is not. */
export function openStorage(): Storage | null {
  const probe = 'citedesk-probe';
  try {
    const storage = localStorage;
    try {
      storage.setItem(probe, probe);
      storage.removeItem(probe);
    } catch {
      // Some browsers deny by having no room at all.
      if (storage.length === 0) return null;
    }
    return storage;
  } catch {
    return null;
  }
}
