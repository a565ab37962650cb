import * as ai7 from 'ai';
import * as ai5 from 'ai5';
import * as ai6 from 'ai6';

export interface Part {
  readonly type: string;
  readonly [key: string]: unknown;
}

export interface Client {
  readonly name: string;
  /** The message as the client has it when the stream has ended. */
  readonly ask: (url: string, question: string) => Promise<readonly Part[]>;
}

// The three majors have one shape and three types, so each is spelled out.
export const CLIENTS: readonly Client[] = [
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

export const ofType = (parts: readonly Part[], type: string) => parts.filter((part) => part.type === type);
