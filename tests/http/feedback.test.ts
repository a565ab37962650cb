import { describe, expect, it } from 'vitest';
import { createFeedbackBox } from '../../src/use-cases/feedback.ts';
import { createMemoryFeedbackStore } from '../fakes/memory-feedback-store.ts';
import { appOver, FROM_SITE, post, publicAppOver, SITE } from './support/app.ts';
import { DOCUMENT_ID, recordingDesk } from './support/recording-desk.ts';

const ROUTE = '/api/feedback';
const SAID = { question: 'How many salmon died?', answerText: 'Some 4,000.', helpful: true };

function box(maxBytes?: number) {
  let minute = 0;
  const clock = { now: () => `2026-05-03T10:0${minute++}:00.000Z` };
  return createFeedbackBox({ store: createMemoryFeedbackStore(maxBytes), clock });
}

describe('POST /api/feedback', () => {
  it('keeps what the desk and readers say, and nothing of who they are', async () => {
    const feedback = box();
    const cites = [{ documentId: DOCUMENT_ID, start: 0, end: 12 }];
    const desk = appOver(recordingDesk(), { feedback });
    const readers = publicAppOver(recordingDesk(), { feedback });
    const said = { ...SAID, reason: '  Clear. ', cites, address: '203.0.113.9' };
    expect((await desk.request(ROUTE, post(said))).status).toBe(204);
    const headers = { ...FROM_SITE, 'x-forwarded-for': '203.0.113.9' };
    expect(
      (await readers.request(ROUTE, post({ ...SAID, helpful: false, reason: ' ' }, headers))).status,
    ).toBe(204);
    expect(await feedback.list()).toEqual({
      entries: [
        { at: '2026-05-03T10:01:00.000Z', from: 'public', ...SAID, helpful: false, cites: [] },
        { at: '2026-05-03T10:00:00.000Z', from: 'desk', ...SAID, reason: 'Clear.', cites },
      ],
      counts: { total: 2, helpful: 1, unhelpful: 1 },
      unreadable: 0,
    });
  });

  it.each([
    ['no verdict', { question: 'x', answerText: 'y' }, 'helpful: '],
    ['no question', { ...SAID, question: ' ' }, 'question: '],
    ['a long question', { ...SAID, question: 'x'.repeat(2_001) }, 'question: '],
    ['a long answer', { ...SAID, answerText: 'x'.repeat(20_001) }, 'answerText: '],
    ['a long reason', { ...SAID, reason: 'x'.repeat(501) }, 'reason: '],
    ['no document', { ...SAID, cites: [{ documentId: '../x', start: 0, end: 1 }] }, 'cites.0.documentId: '],
    [
      'a place that ends before it starts',
      { ...SAID, cites: [{ documentId: DOCUMENT_ID, start: 2, end: 1 }] },
      'cites.0: ',
    ],
  ])('refuses %s', async (_, body, words) => {
    const feedback = box();
    const response = await appOver(recordingDesk(), { feedback }).request(ROUTE, post(body));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      code: 'invalid-input',
      detail: expect.stringContaining(words),
    });
    expect((await feedback.list()).entries).toEqual([]);
  });

  it('refuses a body that is too long, and says when there is no more room', async () => {
    const app = appOver(recordingDesk(), { feedback: box(10) });
    expect((await app.request(ROUTE, post({ ...SAID, x: 'x'.repeat(200_000) }))).status).toBe(413);
    const response = await app.request(ROUTE, post(SAID));
    expect(response.status).toBe(507);
    expect(await response.json()).toMatchObject({ code: 'feedback-full' });
  });

  it('holds readers to their site and its limits, and tells them nothing of the server', async () => {
    const readers = publicAppOver(recordingDesk(), { feedback: box() });
    expect((await readers.request(ROUTE, post(SAID))).status).toBe(403);
    const statuses: number[] = [];
    // Ten a question: two questions a minute are twenty.
    const many = SITE.questionsPerMinutePerVisitor * 10 + 1;
    for (let at = 0; at < many; at++)
      statuses.push((await readers.request(ROUTE, post(SAID, FROM_SITE))).status);
    expect(statuses).toEqual([...Array(many - 1).fill(204), 429]);
    const full = await publicAppOver(recordingDesk(), { feedback: box(10) }).request(
      ROUTE,
      post(SAID, FROM_SITE),
    );
    expect(full.status).toBe(507);
    expect(await full.text()).not.toMatch(/citedesk feedback|bytes/);
  });

  it('is not there where nobody keeps it', async () => {
    expect((await appOver(recordingDesk()).request(ROUTE, post(SAID))).status).toBe(404);
  });
});
