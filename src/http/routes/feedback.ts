import { describeRoute } from 'hono-openapi';
import type { FeedbackOrigin } from '../../domain/feedback.ts';
import type { FeedbackBox } from '../../use-cases/feedback.ts';
import { BODY_BYTES, bodyAtMost } from '../body-limit.ts';
import type { App } from '../context.ts';
import { feedbackSchema } from '../feedback-schema.ts';
import { json, problems } from '../openapi.ts';
import { readJson } from '../read-input.ts';

/** `POST /api/feedback`: what a reader thinks of an answer, kept without anything of who the reader is. */
export function addFeedbackRoute(app: App, box: FeedbackBox, from: FeedbackOrigin): void {
  app.post(
    '/api/feedback',
    describeRoute({
      summary: 'Say whether an answer was helpful',
      requestBody: { required: true, content: json(feedbackSchema) },
      responses: { 204: { description: 'It is kept' }, ...problems },
    }),
    bodyAtMost(BODY_BYTES.feedback),
    async (c) => {
      const { reason = '', cites = [], ...rest } = await readJson(c, feedbackSchema);
      await box.give({ ...rest, ...(reason !== '' && { reason }), cites }, from);
      return c.body(null, 204);
    },
  );
}
