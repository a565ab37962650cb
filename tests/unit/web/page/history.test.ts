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

describe('ConversationStore', () => {
  it('keeps, lists the newest first, finds again, removes', () => {
    const storage = new FakeStorage();
    const store = new ConversationStore(storage, PREFIX);
    store.put(conversation('a', day(1)));
    store.put(conversation('b', day(2)));
    const again = new ConversationStore(storage, PREFIX);
    expect(again.list.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(again.find('a')).toEqual(conversation('a', day(1)));
    again.remove('a');
    store.reload();
    expect(store.list.map(({ id }) => id)).toEqual(['b']);
    expect(store.state).toBe('kept');
  });

  it('leaves entries of others alone, and reads none of them', () => {
    const storage = new FakeStorage();
    storage.setItem('other', 'x');
    storage.setItem(`${PREFIX}broken`, '{');
    const store = new ConversationStore(storage, PREFIX);
    store.put(conversation('a', day(1)));
    expect(store.list.map(({ id }) => id)).toEqual(['a']);
    expect(storage.getItem('other')).toBe('x');
  });

  it('keeps the newest hundred', () => {
    const store = new ConversationStore(new FakeStorage(), PREFIX);
    for (let n = 0; n < 103; n += 1) store.put(conversation(`c${n}`, new Date(n * 1000).toISOString()));
    expect(store.list).toHaveLength(100);
    expect(store.find('c2')).toBeNull();
    expect(store.find('c102')).not.toBeNull();
  });

  it('lets the oldest make room, and says so where even that is not enough', () => {
    const size = toJson(conversation('a', day(1))).length;
    const store = new ConversationStore(new FakeStorage(size * 2.5), PREFIX);
    for (const n of [1, 2, 3]) store.put(conversation(`c${n}`, day(n)));
    expect(store.list.map(({ id }) => id)).toEqual(['c3', 'c2']);
    expect(store.state).toBe('kept');
    const small = new ConversationStore(new FakeStorage(10), PREFIX);
    small.put(conversation('a', day(1)));
    expect(small.state).toBe('full');
    expect(small.find('a')).not.toBeNull();
  });

  it('remembers until the page is left where storage is denied', () => {
    const store = new ConversationStore(null, PREFIX);
    store.put(conversation('a', day(1)));
    store.reload();
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
