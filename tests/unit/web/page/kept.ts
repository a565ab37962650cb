import type { Answer } from '../../../../src/domain/answer.ts';
import type { KeptConversation } from '../../../../web/src/page/history/kept-conversation.ts';
import { reduceTurn } from '../../../../web/src/stream/reducer.ts';
import { newTurn, type Turn } from '../../../../web/src/stream/turn.ts';

const TEXT = 'Before it.\n\nThe bridge opened on Monday. It cost 18.4 million.\n\nAfter it.';

const citeAt = (quote: string) => ({
  ...{ documentId: 'd1', path: '2026/bridge.md', title: 'A *bold* bridge', publishedAt: '2026-03-04' },
  ...{ url: 'https://news.example/bridge', quote },
  ...{ start: TEXT.indexOf(quote), end: TEXT.indexOf(quote) + quote.length },
});

const OPENED = citeAt('The bridge opened on Monday.');
const COST = citeAt('It cost 18.4 million.');

const WIRE = {
  ...{ documentId: 'd2', path: '2026/wire.md', title: 'Wire: bridge open' },
  ...{ url: null, publishedAt: null },
};

const ANSWER: Answer = {
  ...{ status: 'answered', question: 'When did the bridge open?' },
  text: 'The bridge opened on Monday. It cost 18.4 million.',
  claims: [
    {
      ...{ start: 0, end: 28, text: OPENED.quote, verdict: 'supported' },
      citations: [OPENED],
      alsoReportedBy: [],
    },
    {
      ...{ start: 29, end: 50, text: COST.quote, verdict: 'partially-supported' },
      ...{ citations: [COST, OPENED], alsoReportedBy: [WIRE] },
    },
  ],
  conflicts: [{ about: 'the cost', sides: [COST, OPENED], values: ['18.4 million', 'Monday'] }],
  nearest: [],
  notice: 'Written by hand.',
};

export const answered = (id: string, question = ANSWER.question): Turn =>
  reduceTurn(newTurn(id, question, { path: '2026/**' }), { type: 'answer-finished', answer: ANSWER });

export const conversation = (id: string, changedAt: string, question?: string): KeptConversation => ({
  ...{ id, startedAt: '2026-11-01T10:00:00.000Z', changedAt, judged: ['q1'] },
  turns: [answered('q1', question)],
  excerpts: [{ documentId: 'd1', start: 0, text: TEXT }],
});

/** A browser's storage that has room for so many characters. */
export class FakeStorage implements Storage {
  readonly entries = new Map<string, string>();
  readonly #room: number;

  constructor(room = Number.POSITIVE_INFINITY) {
    this.#room = room;
  }

  get length(): number {
    return this.entries.size;
  }

  key(index: number): string | null {
    return [...this.entries.keys()][index] ?? null;
  }

  getItem(key: string): string | null {
    return this.entries.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    const others = [...this.entries].filter(([other]) => other !== key);
    const used = others.reduce((sum, [, text]) => sum + text.length, value.length);
    if (used > this.#room) throw new DOMException('full', 'QuotaExceededError');
    this.entries.set(key, value);
  }

  removeItem(key: string): void {
    this.entries.delete(key);
  }

  clear(): void {
    this.entries.clear();
  }
}
