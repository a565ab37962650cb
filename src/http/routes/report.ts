import { describeRoute, resolver } from 'hono-openapi';
import { z } from 'zod';
import { htmlReport } from '../../use-cases/reporting/report-html.ts';
import { markdownReport } from '../../use-cases/reporting/report-markdown.ts';
import { BODY_BYTES, bodyAtMost } from '../body-limit.ts';
import type { App } from '../context.ts';
import { json, problems } from '../openapi.ts';
import { readJson, readQuery } from '../read-input.ts';
import { reportSchema } from '../report-schema.ts';

const FORMATS = {
  html: { render: htmlReport, mediaType: 'text/html; charset=utf-8', extension: 'html' },
  markdown: { render: markdownReport, mediaType: 'text/markdown; charset=utf-8', extension: 'md' },
} as const;

const formatSchema = z.object({ format: z.enum(['html', 'markdown']) });
const TEXT = { schema: resolver(z.string()) };

/** `POST /api/check/report?format=html`: a report, with the editor's marks, as a file to keep. */
export function addReportRoute(app: App): void {
  app.post(
    '/api/check/report',
    describeRoute({
      summary: 'A report as a page that stands alone, or as Markdown',
      parameters: [
        {
          in: 'query',
          name: 'format',
          required: true,
          schema: { type: 'string', enum: ['html', 'markdown'] },
        },
      ],
      requestBody: { required: true, content: json(reportSchema) },
      responses: {
        200: { description: 'The file', content: { 'text/html': TEXT, 'text/markdown': TEXT } },
        ...problems,
      },
    }),
    bodyAtMost(BODY_BYTES.report),
    async (c) => {
      const { render, mediaType, extension } = FORMATS[readQuery(c, formatSchema).format];
      const { report, name, decisions } = await readJson(c, reportSchema);
      // A file to keep, not a page of this server's.
      c.header('content-disposition', `attachment; filename="check.${extension}"`);
      return c.body(render(report, name ?? 'the draft', decisions), 200, { 'content-type': mediaType });
    },
  );
}
