import { describeRoute } from 'hono-openapi';
import { CitedeskError } from '../../domain/errors.ts';
import { answerStream } from '../answer-stream.ts';
import { BODY_BYTES, bodyAtMost } from '../body-limit.ts';
import { chatParts } from '../chat-parts.ts';
import type { App, PublicParts } from '../context.ts';
import { problemWords } from '../error-response.ts';
import { json, problems } from '../openapi.ts';
import { loggedProblem } from '../problem.ts';
import { readJson } from '../read-input.ts';
import { type ChatRequest, chatSchema } from '../schemas.ts';
import { SERVER_SENT_EVENTS } from '../stream-frame.ts';

/** `POST /api/chat`: the last question of a conversation, answered as a UI message stream. */
export function addChatRoute(app: App, parts: PublicParts): void {
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
    bodyAtMost(parts.isPublic ? BODY_BYTES.question : BODY_BYTES.conversation),
    async (c) => {
      const request = await readJson(c, chatSchema);
      const requestId = c.get('requestId');
      const { since, until, path } = request;
      const filter = { ...(since && { since }), ...(until && { until }), ...(path && { path }) };
      const question = { question: lastQuestion(request), ...filter, signal: c.req.raw.signal };
      const body = await answerStream(question, {
        ...parts,
        partsOf: (events) => chatParts(events, requestId),
        errorPart: (error) => ({
          type: 'error',
          errorText: problemWords(loggedProblem(error, requestId, parts)),
        }),
      });
      return c.body(body, 200, { ...SERVER_SENT_EVENTS.headers, 'x-vercel-ai-ui-message-stream': 'v1' });
    },
  );
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
