import type { Handler } from 'hono';
import { type DescribeRouteOptions, generateSpecs, resolver } from 'hono-openapi';
import type { z } from 'zod';
import type { App } from './context.ts';
import { openAiErrorSchema, problemSchema } from './schemas.ts';

type Responses = NonNullable<DescribeRouteOptions['responses']>;

/** A JSON body of the given shape. */
export const json = (schema: z.ZodType) => ({ 'application/json': { schema: resolver(schema) } });

/** A successful JSON response and, beside it, the problem document that every route may give. */
export function responses(schema: z.ZodType, description: string): Responses {
  return { 200: { description, content: json(schema) }, ...problems };
}

/** What any route may give instead of its answer. */
export const problems: Responses = {
  default: {
    description: 'A problem document (RFC 9457)',
    content: { 'application/problem+json': { schema: resolver(problemSchema) } },
  },
};

/** Likewise where OpenAI's clients call. */
export const openAiErrors: Responses = {
  default: { description: 'An error in OpenAI’s shape', content: json(openAiErrorSchema) },
};

/** Serves the OpenAPI 3.1 description of all described routes, made once on the first call; `basePath` is where they lie. */
export function openApiHandler(app: App, basePath: string): Handler {
  let document: ReturnType<typeof generateSpecs> | null = null;
  return async (c) => {
    document ??= generateSpecs(app, {
      documentation: {
        info: {
          title: 'Citedesk',
          version: '1',
          description:
            'Questions to an archive of articles, answered in cited sentences; drafts checked against it.',
        },
        servers: [{ url: `${basePath}/` }],
        components: {
          securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
        },
        security: [{}, { token: [] }],
      },
    });
    return c.json(await document);
  };
}
