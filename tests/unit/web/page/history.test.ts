import { describe, expect, it } from 'vitest';
import { ConversationStore } from '../../../../web/src/page/history/conversation-store.ts';
import { fromJson, toJson } from '../../../../web/src/page/history/kept-conversation.ts';
import { searchConversations } from '../../../../web/src/page/history/search-conversations.ts';
import { reduceTurn } from '../../../../web/src/stream/reducer.ts';
import { newTurn } from '../../../../web/src/stream/turn.ts';
import { answered, conversation, FakeStorage } from './kept.ts';

const PREFIX = 'citedesk / ';
const day = (n: number) => `2026-11-${String(n).padStart(2, '0')}T10:00:00.000Z`;

describe('a kept conversation', () => {
  it('comes back as it was: numbers, verdicts, disagreements, filter, words around citations', () => {
    const kept = conversation('c1', day(2));
    expect(fromJson(toJson(kept))).toEqual(kept);
  });

  it('comes back with an abstention, a stop, a refusal', () => {
    const stopped = reduceTurn(newTurn('q2', 'Stopped?'), { type: 'answer-stopped' });
    const refused = reduceTurn(newTurn('q3', 'Refused?'), {
      type: 'request-failed',
      failure: { kind: 'refused', title: 'No', detail: 'Too long.' },
    });
    const kept = { ...conversation('c1', day(2)), turns: [answered('q1'), stopped, refused] };
    expect(fromJson(toJson(kept))?.turns).toEqual(kept.turns);
  });

  it('calls an answer interrupted that was under way when the page was left, and keeps what had come', () => {
    const writing = reduceTurn(newTurn('q1', 'Why?'), { type: 'text-added', text: 'Because' });
    const [turn] = fromJson(toJson({ ...conversation('c1', day(2)), turns: [writing] }))?.turns ?? [];
    expect(turn).toMatchObject({ phase: 'failed', text: 'Because', failure: { kind: 'interrupted' } });
  });

  it.each([
    '',
    'null',
    '{}',
    '{"format":2,"id":"a","startedAt":""}',
    '{"format":1,"id":"a","startedAt":"x","turns":[1]}',
  ])('is none in %j', (text) => {
    expect(fromJson(text)).toBeNull();
  });

  it('loses what cannot be trusted in storage that others wrote, and keeps the rest', () => {
    const json = toJson(conversation('c1', day(2))).replaceAll('https://news', 'javascript:alert(1)//');
    const [turn] = fromJson(json)?.turns ?? [];
    expect(turn?.citations.get(0)?.[0]?.cite.url).toBeNull();
  });
});

/** As the page keeps it: a turn at a time. */
function keep(store: ConversationStore, id: string, ...turnIds: readonly string[]): void {
  const { excerpts, judged } = conversation(id, day(1));
  for (const turnId of turnIds) store.putTurn(id, answered(turnId), { excerpts, judged });
}

const turnsOf = (store: ConversationStore, id: string) => store.find(id)?.turns.map((turn) => turn.id);

describe('ConversationStore', () => {
  it('keeps turns of conversations, finds them again whole, removes them', () => {
    const storage = new FakeStorage();
    const store = new ConversationStore(storage, PREFIX);
    keep(store, 'a', 'q1', 'q2');
    keep(store, 'b', 'q1');
    const again = new ConversationStore(storage, PREFIX);
    expect(again.list).toEqual(store.list);
    expect(turnsOf(again, 'a')).toEqual(['q1', 'q2']);
    expect(again.find('a')).toMatchObject({ judged: ['q1'], excerpts: [{ start: 0 }, { start: 0 }] });
    expect(again.find('a')?.turns[0]).toEqual(answered('q1'));
    again.remove('a');
    store.reload(null);
    expect(store.list.map(({ id }) => id)).toEqual(['b']);
    expect(store.state).toBe('kept');
  });

  it('lists the newest first', () => {
    const store = new ConversationStore(new FakeStorage(), PREFIX);
    for (const n of [2, 3, 1]) store.restore(conversation(`c${n}`, day(n)));
    expect(store.list.map(({ id }) => id)).toEqual(['c3', 'c2', 'c1']);
  });

  it('loses nothing of what windows write into one conversation without having read of each other', () => {
    const storage = new FakeStorage();
    const windows = [1, 2, 3].map(() => new ConversationStore(storage, PREFIX));
    for (const n of [1, 2, 3]) for (const [at, one] of windows.entries()) keep(one, 'a', `q${n}-${at}`);
    expect(turnsOf(new ConversationStore(storage, PREFIX), 'a')?.toSorted()).toEqual([
      'q1-0',
      'q1-1',
      'q1-2',
      'q2-0',
      'q2-1',
      'q2-2',
      'q3-0',
      'q3-1',
      'q3-2',
    ]);
  });

  it('takes over what another window wrote or removed, by its key alone', () => {
    const storage = new FakeStorage();
    const [store, other] = [new ConversationStore(storage, PREFIX), new ConversationStore(storage, PREFIX)];
    keep(store, 'a', 'q1');
    keep(other, 'a', 'q2');
    store.reload(`${PREFIX}a q2`);
    expect(turnsOf(store, 'a')).toEqual(['q1', 'q2']);
    other.removeTurn('a', 'q2');
    store.reload(`${PREFIX}a q2`);
    store.reload('other');
    expect(turnsOf(store, 'a')).toEqual(['q1']);
  });

  it('puts a question that is asked again where it stood', () => {
    const store = new ConversationStore(new FakeStorage(), PREFIX);
    store.restore({ ...conversation('a', day(1)), turns: [answered('q1'), answered('q2')] });
    store.putTurn('a', answered('q3'), { excerpts: [], judged: [], inPlaceOf: 'q1' });
    store.removeTurn('a', 'q1');
    expect(turnsOf(store, 'a')).toEqual(['q3', 'q2']);
  });

  it('gives each turn of an entry of an earlier version one of its own', () => {
    const storage = new FakeStorage();
    const old = { ...conversation('a', day(2)), turns: [answered('q1'), answered('q2')] };
    storage.setItem(`${PREFIX}a`, toJson(old));
    const store = new ConversationStore(storage, PREFIX);
    expect(store.find('a')?.turns).toEqual(old.turns);
    expect([...storage.entries.keys()]).toEqual([`${PREFIX}a q1`, `${PREFIX}a q2`]);
    store.removeTurn('a', 'q1');
    expect(turnsOf(new ConversationStore(storage, PREFIX), 'a')).toEqual(['q2']);
  });

  it('leaves entries of others alone, and reads none of them', () => {
    const storage = new FakeStorage();
    storage.setItem('other', 'x');
    storage.setItem(`${PREFIX}broken`, '{');
    const store = new ConversationStore(storage, PREFIX);
    keep(store, 'a', 'q1');
    expect(store.list.map(({ id }) => id)).toEqual(['a']);
    expect(storage.getItem('other')).toBe('x');
  });

  it('drops nothing to make room, says that there is none, and keeps the rest once there is', () => {
    const size = toJson(conversation('a', day(1))).length;
    const storage = new FakeStorage(size * 2.5);
    const store = new ConversationStore(storage, PREFIX);
    for (const id of ['a', 'b', 'c']) keep(store, id, 'q1');
    expect(store.state).toBe('full');
    expect(store.list).toHaveLength(3);
    expect(new ConversationStore(storage, PREFIX).list.map(({ id }) => id).toSorted()).toEqual(['a', 'b']);
    store.reload(null);
    expect(turnsOf(store, 'c')).toEqual(['q1']);
    store.remove('a');
    expect(store.state).toBe('kept');
    expect(new ConversationStore(storage, PREFIX).list.map(({ id }) => id).toSorted()).toEqual(['b', 'c']);
  });

  it('remembers until the page is left where storage is denied', () => {
    const store = new ConversationStore(null, PREFIX);
    keep(store, 'a', 'q1');
    store.reload(null);
    expect(store.list).toHaveLength(1);
    expect(store.state).toBe('denied');
  });
});

describe('searchConversations', () => {
  const all = [conversation('a', day(1), 'Où est le café ?'), conversation('b', day(2), 'Who pays?')];
  const found = (query: string) => searchConversations(all, query).map(({ id }) => id);

  it.each([
    ['', ['a', 'b']],
    ['cafe', ['a']],
    ['PAYS who', ['b']],
    ['monday', ['a', 'b']],
    ['bold bridge', ['a', 'b']],
    ['cafe pays', []],
  ])('finds by every word of %j', (query, ids) => {
    expect(found(query)).toEqual(ids);
  });
});
