import { describeRoute } from 'hono-openapi';
import { CitedeskError } from '../../domain/errors.ts';
import { answerStream } from '../answer-stream.ts';
import { BODY_BYTES, bodyAtMost } from '../body-limit.ts';
import { completionChunks, completionOf } from '../completion.ts';
import { type CompletionRequest, completionRequestSchema, completionSchema } from '../completion-schemas.ts';
import type { App, AppContext, RouteParts } from '../context.ts';
import { openAiError } from '../error-response.ts';
import { json, openAiErrors } from '../openapi.ts';
import { loggedProblem } from '../problem.ts';
import { readJson } from '../read-input.ts';
import { SERVER_SENT_EVENTS } from '../stream-frame.ts';
import { wholeAnswer } from '../whole.ts';

/** `POST /v1/chat/completions`: the last question of a conversation, answered as OpenAI's clients read it. */
export function addCompletionsRoute(app: App, parts: RouteParts): void {
  app.post(
    '/v1/chat/completions',
    describeRoute({
      summary: 'Ask a question; the answer as an OpenAI chat completion',
      requestBody: { required: true, content: json(completionRequestSchema) },
      responses: {
        200: {
          description: 'The answer with its citations; with `stream`, chunks of it, then [DONE]',
          content: { ...json(completionSchema), 'text/event-stream': { schema: { type: 'string' } } },
        },
        ...openAiErrors,
      },
    }),
    bodyAtMost(BODY_BYTES.conversation),
    async (c) => {
      const request = await readJson(c, completionRequestSchema);
      return request.stream === true ? streamed(c, request, parts) : whole(c, request, parts);
    },
  );
}

async function whole(c: AppContext, request: CompletionRequest, parts: RouteParts): Promise<Response> {
  const question = lastQuestion(request);
  const leave = parts.questions.enter();
  try {
    const answer = await wholeAnswer(parts.desk, { question, signal: c.req.raw.signal });
    return c.json(completionOf(headOf(c, parts), answer));
  } finally {
    leave();
  }
}

async function streamed(c: AppContext, request: CompletionRequest, parts: RouteParts): Promise<Response> {
  const question = { question: lastQuestion(request), signal: c.req.raw.signal };
  const options = { ...headOf(c, parts), includeUsage: request.stream_options?.include_usage === true };
  const body = await answerStream(question, {
    ...parts,
    partsOf: (events) => completionChunks(events, options),
    errorPart: (error) => openAiError(loggedProblem(error, c.get('requestId'), parts)),
  });
  return c.body(body, 200, SERVER_SENT_EVENTS.headers);
}

function headOf(c: AppContext, { now }: RouteParts): { readonly id: string; readonly created: number } {
  return { id: `chatcmpl-${c.get('requestId')}`, created: Math.floor(Date.parse(now()) / 1_000) };
}

function lastQuestion({ messages }: CompletionRequest): string {
  const content = messages.findLast(({ role }) => role === 'user')?.content ?? '';
  const texts = typeof content === 'string' ? [content] : content.map(({ text }) => text ?? '');
  const question = texts.join('\n').trim();
  if (question === '') {
    throw new CitedeskError('invalid-input', 'The messages hold no question: no text of role user.');
  }
  return question;
}
