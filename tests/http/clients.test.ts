import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnswerClaim } from '../../src/domain/answer.ts';
import type { Cite } from '../../src/domain/document.ts';
import { type RunningServer, serveDesk } from '../../src/runtime/serve.ts';
import { CLIENTS, ofType } from './support/clients.ts';
import { ABSTAINED, ANSWERED, recordingDesk } from './support/recording-desk.ts';

let answering: RunningServer;
let abstaining: RunningServer;
let failing: RunningServer;

beforeAll(async () => {
  const serve = (desk: ReturnType<typeof recordingDesk>) =>
    serveDesk({
      desk,
      publicDesk: desk,
      config: { host: '127.0.0.1', port: 0 },
      token: null,
      logLevel: 'silent',
    });
  answering = await serve(recordingDesk());
  abstaining = await serve(recordingDesk({ answer: ABSTAINED }));
  failing = await serve(recordingDesk({ failAfter: { events: 3, error: new Error('x') } }));
});

afterAll(() => Promise.all([answering, abstaining, failing].map((server) => server.close())));

describe.each(CLIENTS)('$name', ({ name, ask }) => {
  it('gets sources, text, citations and verdicts', async () => {
    const parts = await ask(answering.url, 'What burned?');
    expect(ofType(parts, 'source-document')).toMatchObject([
      {
        sourceId: 'd0123456789abcdef',
        mediaType: 'text/plain',
        title: 'Mill fire',
        filename: '2026/mill fire.md',
      },
    ]);
    expect(ofType(parts, 'text')).toMatchObject([{ text: ANSWERED.text, state: 'done' }]);
    const cites = ofType(parts, 'data-citation').map(({ data }) => (data as { cite: Cite }).cite);
    expect(cites).toEqual(ANSWERED.claims.flatMap(({ citations }) => citations));
    const verdicts = ofType(parts, 'data-verdict').map(({ data }) => (data as AnswerClaim).verdict);
    expect(verdicts).toEqual(['supported', 'supported']);
    expect(ofType(parts, 'data-answer')).toMatchObject([{ id: 'answer', data: ANSWERED }]);
  });

  it('gets the text’s own citations where it knows them', async () => {
    const [text] = ofType(await ask(answering.url, 'What burned?'), 'text');
    if (name !== 'ai 7') return expect(text).not.toHaveProperty('citations');
    expect(text?.['citations']).toMatchObject([
      { startIndex: 0, endIndex: 26, citedText: 'The mill burned on Friday.' },
      { citedText: 'Nobody was hurt, the mayor said.' },
      { citedText: 'The mill burned on Friday.' },
    ]);
  });

  it('gets the refusal and the nearest sources', async () => {
    const parts = await ask(abstaining.url, 'Who won?');
    expect(ofType(parts, 'source-document')).toHaveLength(1);
    expect(ofType(parts, 'text')).toMatchObject([{ text: ABSTAINED.text }]);
  });

  it('gets a failure mid-stream as an error', async () => {
    await expect(ask(failing.url, 'x')).rejects.toThrow('Something failed inside the program');
  });

  it('gets a problem document as an error', async () => {
    await expect(ask(answering.url, '   ')).rejects.toThrow('The conversation holds no question');
  });
});
