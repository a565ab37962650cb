import { type DescribeRouteOptions, describeRoute } from 'hono-openapi';
import type { App, RouteParts } from '../context.ts';
import { responses } from '../openapi.ts';
import { readQuery } from '../read-input.ts';
import { searchQuerySchema, searchResultSchema } from '../schemas.ts';

/** `GET /api/search?question=…`: passages and documents, best first. */
export function addSearchRoute(app: App, { desk, questions }: RouteParts): void {
  app.get(
    '/api/search',
    describeRoute({
      summary: 'Find passages',
      parameters: queryParameters(),
      responses: responses(searchResultSchema, 'Passages and documents, best first'),
    }),
    async (c) => {
      const request = readQuery(c, searchQuerySchema);
      const leave = questions.enter();
      try {
        return c.json(await desk.search({ ...request, signal: c.req.raw.signal }));
      } finally {
        leave();
      }
    },
  );
}

function queryParameters(): NonNullable<DescribeRouteOptions['parameters']> {
  return Object.entries(searchQuerySchema.shape).map(([name, schema]) => ({
    in: 'query',
    name,
    required: name === 'question',
    description: schema.description ?? name,
    schema: { type: name === 'limit' ? 'integer' : 'string' },
  }));
}
