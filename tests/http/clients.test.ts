import * as ai7 from 'ai';
import * as ai5 from 'ai5';
import * as ai6 from 'ai6';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnswerClaim } from '../../src/domain/answer.ts';
import type { Cite } from '../../src/domain/document.ts';
import { type RunningServer, serveDesk } from '../../src/runtime/serve.ts';
import { ABSTAINED, ANSWERED, recordingDesk } from './support/recording-desk.ts';

interface Part {
  readonly type: string;
  readonly [key: string]: unknown;
}

interface Client {
  readonly name: string;
  /** The message as the client has it when the stream has ended. */
  readonly ask: (url: string, question: string) => Promise<readonly Part[]>;
}

// The three majors have one shape and three types, so each is spelled out.
const CLIENTS: readonly Client[] = [
  {
    name: 'ai 5',
    async ask(url, question) {
      const transport = new ai5.DefaultChatTransport({ api: `${url}/api/chat` });
      const stream = await transport.sendMessages(request(question));
      return lastOf(ai5.readUIMessageStream({ stream, terminateOnError: true }));
    },
  },
  {
    name: 'ai 6',
    async ask(url, question) {
      const transport = new ai6.DefaultChatTransport({ api: `${url}/api/chat` });
      const stream = await transport.sendMessages(request(question));
      return lastOf(ai6.readUIMessageStream({ stream, terminateOnError: true }));
    },
  },
  {
    name: 'ai 7',
    async ask(url, question) {
      const transport = new ai7.DefaultChatTransport({ api: `${url}/api/chat` });
      const stream = await transport.sendMessages(request(question));
      return lastOf(ai7.readUIMessageStream({ stream, terminateOnError: true }));
    },
  },
];

function request(question: string) {
  const parts = [{ type: 'text' as const, text: question }];
  const messages = [{ id: 'm1', role: 'user' as const, parts }];
  return {
    trigger: 'submit-message' as const,
    chatId: 'c1',
    messageId: undefined,
    messages,
    abortSignal: undefined,
  };
}

async function lastOf(
  messages: AsyncIterable<{ readonly parts: readonly object[] }>,
): Promise<readonly Part[]> {
  let parts: readonly object[] = [];
  for await (const message of messages) parts = message.parts;
  // Every part of every major has a type; the rest is looked at by the tests.
  return parts as readonly Part[];
}

const ofType = (parts: readonly Part[], type: string) => parts.filter((part) => part.type === type);

let answering: RunningServer;
let abstaining: RunningServer;
let failing: RunningServer;

beforeAll(async () => {
  const serve = (desk: ReturnType<typeof recordingDesk>) =>
    serveDesk({ desk, config: { host: '127.0.0.1', port: 0 }, token: null, logLevel: 'silent' });
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
