import { describeRoute } from 'hono-openapi';
import { BODY_BYTES, bodyAtMost } from '../body-limit.ts';
import type { App, RouteParts } from '../context.ts';
import { json, responses } from '../openapi.ts';
import { readJson } from '../read-input.ts';
import { answerSchema, askSchema } from '../schemas.ts';
import { wholeAnswer } from '../whole.ts';

/** `POST /api/ask`: a question, answered in one piece. */
export function addAskRoute(app: App, { desk, questions }: RouteParts): void {
  app.post(
    '/api/ask',
    describeRoute({
      summary: 'Ask a question; the answer in one piece',
      requestBody: { required: true, content: json(askSchema) },
      responses: responses(answerSchema, 'The answer, or that the archive does not hold it'),
    }),
    bodyAtMost(BODY_BYTES.question),
    async (c) => {
      const request = await readJson(c, askSchema);
      const leave = questions.enter();
      try {
        return c.json(await wholeAnswer(desk, { ...request, signal: c.req.raw.signal }));
      } finally {
        leave();
      }
    },
  );
}
