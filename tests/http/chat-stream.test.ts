import { describe, expect, it } from 'vitest';
import { CitedeskError } from '../../src/domain/errors.ts';
import { appOver, conversation, post } from './support/app.ts';
import { ABSTAINED, ANSWERED, type RecordingDesk, recordingDesk, STRUCK } from './support/recording-desk.ts';

type Part = { type: string } & Record<string, unknown>;

async function chat(desk: RecordingDesk, options = {}): Promise<{ response: Response; parts: Part[] }> {
  const response = await appOver(desk, options).request('/api/chat', post(conversation('What burned?')));
  const lines = (await response.text()).split('\n\n').filter((line) => line.startsWith('data: '));
  expect(lines.pop()).toBe('data: [DONE]');
  return { response, parts: lines.map((line) => JSON.parse(line.slice(6))) };
}

describe('POST /api/chat', () => {
  it('says that it is a UI message stream, and that nobody may gather it', async () => {
    const { response } = await chat(recordingDesk());
    expect(response.headers.get('x-vercel-ai-ui-message-stream')).toBe('v1');
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    expect(response.headers.get('cache-control')).toContain('no-transform');
  });

  it('streams an answer in parts, sources before the words that rest on them', async () => {
    const { parts } = await chat(recordingDesk());
    expect(parts.map(({ type }) => type)).toEqual([
      'start',
      'start-step',
      'source-document',
      'text-start',
      'text-delta',
      'data-citation',
      'data-verdict',
      'text-delta',
      'data-citation',
      'data-citation',
      'data-verdict',
      'text-end',
      'data-answer',
      'finish-step',
      'finish',
    ]);
  });

  it('streams exactly the text of the answer', async () => {
    const { parts } = await chat(recordingDesk());
    const text = parts.map(({ type, delta }) => (type === 'text-delta' ? delta : '')).join('');
    expect(text).toBe(ANSWERED.text);
    expect(parts.find(({ type }) => type === 'data-answer')?.['data']).toEqual(ANSWERED);
  });

  it('marks in plain text what is struck through, and says why', async () => {
    const { parts } = await chat(recordingDesk({ answer: STRUCK }));
    const text = parts.map(({ type, delta }) => (type === 'text-delta' ? delta : '')).join('');
    expect(text).toBe(STRUCK.text);
    const { citations: _, ...judged } = STRUCK.claims[1] ?? { citations: [] };
    expect(parts.find(({ id }) => id === 'verdict-1')?.['data']).toEqual({ claimIndex: 1, ...judged });
    expect(parts.find(({ type }) => type === 'data-answer')?.['data']).toEqual(STRUCK);
  });

  it('numbers citations in reading order, the same place by the same number', async () => {
    const { parts } = await chat(recordingDesk());
    const citations = parts.filter(({ type }) => type === 'data-citation');
    expect(citations.map(({ id, data }) => [id, (data as { number: number }).number])).toEqual([
      ['citation-0-1', 1],
      ['citation-1-1', 2],
      ['citation-1-2', 1],
    ]);
  });

  it('ends the text with citations that say where in the answer and which words', async () => {
    const { parts } = await chat(recordingDesk());
    const citations = parts.find(({ type }) => type === 'text-end')?.['citations'] as Record<
      string,
      unknown
    >[];
    expect(citations).toHaveLength(3);
    expect(citations[0]).toMatchObject({
      startIndex: 0,
      endIndex: 26,
      citedText: 'The mill burned on Friday.',
    });
    expect(citations[0]?.['source']).toMatchObject({
      type: 'source',
      sourceType: 'document',
      title: 'Mill fire',
      mediaType: 'text/plain',
    });
  });

  it('says that the archive does not hold the answer, with the nearest documents', async () => {
    const { parts } = await chat(recordingDesk({ answer: ABSTAINED }));
    expect(parts.map(({ type }) => type)).toEqual([
      ...['start', 'start-step', 'source-document', 'text-start', 'text-delta', 'text-end'],
      ...['data-answer', 'finish-step', 'finish'],
    ]);
    expect(parts.find(({ type }) => type === 'text-delta')?.['delta']).toBe(ABSTAINED.text);
  });

  it('tells of a failure after the start in an error part', async () => {
    const error = new CitedeskError('index-damaged', 'The index is damaged.', { fix: 'Build it again.' });
    const { parts } = await chat(recordingDesk({ failAfter: { events: 3, error } }));
    expect(parts.at(-1)).toEqual({ type: 'error', errorText: 'The index is damaged. Build it again.' });
  });

  it('keeps the words of an inner failure to the log', async () => {
    const logged: unknown[] = [];
    const error = new Error('secret');
    const desk = recordingDesk({ failAfter: { events: 3, error } });
    const { parts } = await chat(desk, { onError: (each: unknown) => logged.push(each) });
    expect(JSON.stringify(parts)).not.toContain('secret');
    expect(logged).toEqual([error]);
  });

  it('takes the last question of the conversation, and its filter', async () => {
    const desk = recordingDesk();
    const messages = [
      { role: 'user', parts: [{ type: 'text', text: 'First?' }] },
      { role: 'assistant', parts: [{ type: 'data-answer', data: ANSWERED }] },
      {
        role: 'user',
        parts: [
          { type: 'file', url: 'x' },
          { type: 'text', text: ' Second? ' },
        ],
      },
    ];
    await appOver(desk).request('/api/chat', post({ messages, since: '2026-01-01', path: '2026/**' }));
    expect(desk.calls[0]).toMatchObject({
      method: 'ask',
      request: { question: 'Second?', since: '2026-01-01', path: '2026/**' },
    });
  });

  it('stops the work when the reader walks away', async () => {
    const desk = recordingDesk({ hangAfter: 3 });
    const response = await appOver(desk).request('/api/chat', post(conversation('What burned?')));
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    expect(await desk.askEnded).toBe('stopped');
  });

  it('sends a comment when nothing else is to be sent', async () => {
    const desk = recordingDesk({ hangAfter: 1 });
    const response = await appOver(desk, { heartbeatMs: 5 }).request(
      '/api/chat',
      post(conversation('What?')),
    );
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (!text.includes(': still working\n\n')) text += (await reader?.read())?.value ?? '';
    await reader?.cancel();
    expect(await desk.askEnded).toBe('stopped');
  });
});

describe('the gate', () => {
  it('turns questions away while too many run, and lets them in after', async () => {
    const desk = recordingDesk({ hangAfter: 3 });
    const app = appOver(desk, { maxQuestions: 1 });
    const running = await app.request('/api/chat', post(conversation('What?')));
    const refused = await app.request('/api/search?question=x');
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('2');
    expect(await refused.json()).toMatchObject({ code: 'overloaded' });
    await running.body?.cancel();
    expect((await app.request('/api/search?question=x')).status).toBe(200);
  });

  it('lets the next in after a failure', async () => {
    const app = appOver(recordingDesk({ error: new Error('x') }), { maxQuestions: 1, maxChecks: 1 });
    for (let round = 0; round < 3; round++) {
      expect((await app.request('/api/ask', post({ question: 'x' }))).status).toBe(500);
      expect((await app.request('/api/chat', post(conversation('x')))).status).toBe(500);
      expect((await app.request('/api/check', post({ draft: 'x' }))).status).toBe(500);
    }
  });
});
