import { describe, expect, it } from 'vitest';
import type { Feedback } from '../../src/domain/feedback.ts';
import type { FeedbackStore } from '../../src/ports/feedback-store.ts';

export const SAID: Feedback = {
  at: '2026-05-03T10:00:00.000Z',
  from: 'public',
  question: 'How many salmon died?\n{"at": "…"} \u2028 مرحبا 🦢',
  answerText: 'Some 4,000 salmon died.',
  helpful: false,
  reason: 'Which year?',
  cites: [{ documentId: 'd0123456789abcdef', start: 3, end: 40 }],
};

/** What every feedback store promises; `make` gives an empty one of that size. */
export function describeFeedbackStore(
  name: string,
  make: (maxBytes?: number) => Promise<FeedbackStore>,
): void {
  describe(`feedback store contract: ${name}`, () => {
    it('is empty at first', async () => {
      expect(await (await make()).list()).toEqual({ entries: [], unreadable: 0 });
    });

    it('gives back what it was given, in the order in which it came', async () => {
      const store = await make();
      const { reason: _, ...plain } = SAID;
      await store.add(SAID);
      await store.add({ ...plain, helpful: true, cites: [] });
      expect(await store.list()).toEqual({
        entries: [SAID, { ...plain, helpful: true, cites: [] }],
        unreadable: 0,
      });
    });

    it('keeps all that come at once', async () => {
      const store = await make();
      const many = Array.from({ length: 50 }, (_, at) => ({ ...SAID, question: `Question ${at}?` }));
      await Promise.all(many.map((entry) => store.add(entry)));
      expect((await store.list()).entries).toEqual(many);
    });

    it('refuses what would pass its limit, and keeps what it has', async () => {
      const size = Buffer.byteLength(`${JSON.stringify(SAID)}\n`);
      const store = await make(2 * size);
      await store.add(SAID);
      await expect(store.add({ ...SAID, reason: 'x'.repeat(500) })).rejects.toMatchObject({
        code: 'feedback-full',
      });
      await store.add(SAID);
      await expect(store.add(SAID)).rejects.toMatchObject({ code: 'feedback-full' });
      expect((await store.list()).entries).toEqual([SAID, SAID]);
    });
  });
}
