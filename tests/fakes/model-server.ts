import type { IncomingMessage, ServerResponse } from 'node:http';
import { serveLocally } from './local-server.ts';

/** What the server was sent. */
export interface ModelRequest {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  /** All text of the request, rules and material. */
  readonly body: string;
}

/** How a request is answered; `hang`: the text comes and the stream stays open, `drop`: the line is cut behind it. */
export type ModelReply =
  | { readonly chunks: readonly string[]; readonly end?: 'stop' | 'hang' | 'drop' }
  | { readonly status: number; readonly body: string; readonly location?: string };

export interface ModelServer {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  readonly requests: readonly ModelRequest[];
  /** Connections that the client has closed before the reply was over. */
  readonly left: () => number;
  close(): Promise<void>;
}

/** A server that speaks as OpenAI, Anthropic and Google do, by the path that it is asked at. */
export async function startModelServer(
  reply: (request: ModelRequest, call: number) => ModelReply,
): Promise<ModelServer> {
  const requests: ModelRequest[] = [];
  let left = 0;
  const server = await serveLocally((incoming, outgoing) => {
    outgoing.on('close', () => {
      if (!outgoing.writableFinished) left++;
    });
    void read(incoming).then((body) => {
      const request = { path: incoming.url ?? '', headers: incoming.headers, body };
      requests.push(request);
      answer(outgoing, request.path, reply(request, requests.length - 1));
    });
  });
  return { url: server.origin, requests, left: () => left, close: server.close };
}

async function read(incoming: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of incoming) body += String(chunk);
  return body;
}

function answer(outgoing: ServerResponse, path: string, reply: ModelReply): void {
  if ('status' in reply) {
    const location = reply.location === undefined ? {} : { location: reply.location };
    outgoing.writeHead(reply.status, { 'content-type': 'application/json', ...location });
    outgoing.end(reply.body);
    return;
  }
  outgoing.writeHead(200, { 'content-type': 'text/event-stream' });
  const speak = SPEAKERS.find(({ at }) => at.test(path)) ?? OPENAI;
  for (const line of speak.before) outgoing.write(line);
  for (const chunk of reply.chunks) outgoing.write(speak.text(chunk));
  if (reply.end === 'hang') return;
  if (reply.end === 'drop') return void setTimeout(() => outgoing.destroy(), 50);
  outgoing.end(speak.after.join(''));
}

interface Speaker {
  readonly at: RegExp;
  readonly before: readonly string[];
  readonly text: (chunk: string) => string;
  readonly after: readonly string[];
}

const data = (value: object) => `data: ${JSON.stringify(value)}\n\n`;
const event = (value: { readonly type: string; readonly [key: string]: unknown }) =>
  `event: ${value.type}\n${data(value)}`;

const chunkOf = (delta: object, finish: string | null) =>
  data({
    id: 'c1',
    object: 'chat.completion.chunk',
    created: 1,
    model: 'm',
    choices: [{ index: 0, delta, finish_reason: finish }],
  });

const OPENAI: Speaker = {
  at: /chat\/completions/,
  before: [chunkOf({ role: 'assistant', content: '' }, null)],
  text: (content) => chunkOf({ content }, null),
  after: [chunkOf({}, 'stop'), 'data: [DONE]\n\n'],
};

const usage = { input_tokens: 1, output_tokens: 1 };

const ANTHROPIC: Speaker = {
  at: /\/messages/,
  before: [
    event({
      type: 'message_start',
      message: { id: 'm1', type: 'message', role: 'assistant', model: 'm', content: [], usage },
    }),
    event({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } }),
  ],
  text: (text) => event({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } }),
  after: [
    event({ type: 'content_block_stop', index: 0 }),
    event({ type: 'message_delta', delta: { stop_reason: 'end_turn', stop_sequence: null }, usage }),
    event({ type: 'message_stop' }),
  ],
};

const GOOGLE: Speaker = {
  at: /streamGenerateContent/,
  before: [],
  text: (text) => data({ candidates: [{ content: { role: 'model', parts: [{ text }] }, index: 0 }] }),
  after: [
    data({
      candidates: [{ content: { role: 'model', parts: [{ text: '' }] }, finishReason: 'STOP', index: 0 }],
      usageMetadata: { promptTokenCount: 1, candidatesTokenCount: 1, totalTokenCount: 2 },
    }),
  ],
};

const SPEAKERS = [OPENAI, ANTHROPIC, GOOGLE];
