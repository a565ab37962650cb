import { describeRoute } from 'hono-openapi';
import { BODY_BYTES, bodyAtMost } from '../body-limit.ts';
import type { App, RouteParts } from '../context.ts';
import { json, responses } from '../openapi.ts';
import { readJson } from '../read-input.ts';
import { checkReportSchema, checkSchema } from '../schemas.ts';
import { wholeReport } from '../whole.ts';

/** `POST /api/check`: a draft, checked against the archive. */
export function addCheckRoute(app: App, { desk, checks }: RouteParts): void {
  app.post(
    '/api/check',
    describeRoute({
      summary: 'Check a draft',
      requestBody: { required: true, content: json(checkSchema) },
      responses: responses(checkReportSchema, 'Every claim with its verdict and evidence'),
    }),
    bodyAtMost(BODY_BYTES.draft),
    async (c) => {
      const { draft } = await readJson(c, checkSchema);
      const leave = checks.enter();
      try {
        return c.json(await wholeReport(desk, { draft, signal: c.req.raw.signal }));
      } finally {
        leave();
      }
    },
  );
}
