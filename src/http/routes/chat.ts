import { describeRoute } from 'hono-openapi';
import type { AnswerEvent } from '../../domain/answer.ts';
import { CitedeskError } from '../../domain/errors.ts';
import { BODY_BYTES, bodyAtMost } from '../body-limit.ts';
import { chatParts } from '../chat-parts.ts';
import type { App, RouteParts } from '../context.ts';
import { eventStream } from '../event-stream.ts';
import { json, problems } from '../openapi.ts';
import { problemOf } from '../problem.ts';
import { readJson } from '../read-input.ts';
import { type ChatRequest, chatSchema } from '../schemas.ts';

const STREAM_HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  // Proxies such as nginx would gather the stream otherwise.
  'x-accel-buffering': 'no',
  'x-vercel-ai-ui-message-stream': 'v1',
};

/** `POST /api/chat`: the last question of a conversation, answered as a UI message stream. */
export function addChatRoute(app: App, parts: RouteParts): void {
  app.post(
    '/api/chat',
    describeRoute({
      summary: 'Ask a question; the answer as an AI SDK UI message stream',
      requestBody: { required: true, content: json(chatSchema) },
      responses: {
        200: {
          description: 'Server-sent events: the parts of the message, then [DONE]',
          content: { 'text/event-stream': { schema: { type: 'string' } } },
        },
        ...problems,
      },
    }),
    bodyAtMost(BODY_BYTES.conversation),
    async (c) => {
      const request = await readJson(c, chatSchema);
      const id = c.get('requestId');
      const body = await chatStream(request, { ...parts, requestId: id, signal: c.req.raw.signal });
      return c.body(body, 200, STREAM_HEADERS);
    },
  );
}

interface StreamParts extends RouteParts {
  readonly requestId: string;
  readonly signal: AbortSignal;
}

async function chatStream(request: ChatRequest, parts: StreamParts): Promise<ReadableStream<Uint8Array>> {
  const { since, until, path } = request;
  const question = lastQuestion(request);
  const leave = parts.questions.enter();
  const stop = new AbortController();
  const signal = AbortSignal.any([parts.signal, stop.signal]);
  const filter = { ...(since && { since }), ...(until && { until }), ...(path && { path }) };
  const events = parts.desk.ask({ question, ...filter, signal })[Symbol.asyncIterator]();
  const onEnd = () => {
    stop.abort();
    leave();
    // Also ends a source of which nothing was read yet; its own failure has no reader any more.
    events.return?.().catch(() => {});
  };
  try {
    // Awaited before the response begins, so that a missing index is a problem document with its status.
    const first = await events.next();
    const message = chatParts(resumed(first, events), parts.requestId);
    const errorText = (error: unknown) => streamError(error, parts);
    return eventStream(message, { heartbeatMs: parts.heartbeatMs, errorText, onEnd });
  } catch (error) {
    onEnd();
    throw error;
  }
}

async function* resumed(
  first: IteratorResult<AnswerEvent>,
  rest: AsyncIterator<AnswerEvent>,
): AsyncGenerator<AnswerEvent> {
  for (let next = first; next.done !== true; next = await rest.next()) yield next.value;
}

function streamError(error: unknown, { onError, requestId }: StreamParts): string {
  const problem = problemOf(error, requestId);
  if (problem.code === 'internal') onError(error, requestId);
  return problem.fix === undefined ? problem.detail : `${problem.detail} ${problem.fix}`;
}

function lastQuestion({ messages }: ChatRequest): string {
  const message = messages.findLast(({ role }) => role === 'user');
  const texts = message?.parts.flatMap((part) => (part.type === 'text' ? [part.text ?? ''] : [])) ?? [];
  const question = texts.join('\n').trim();
  if (question === '') {
    throw new CitedeskError('invalid-input', 'The conversation holds no question: no text from its user.');
  }
  return question;
}
