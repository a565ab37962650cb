import { describeRoute } from 'hono-openapi';
import { CitedeskError } from '../../domain/errors.ts';
import type { Desk } from '../../use-cases/desk.ts';
import { MODEL } from '../completion.ts';
import { modelListSchema, modelSchema } from '../completion-schemas.ts';
import type { App, RouteParts } from '../context.ts';
import { json, openAiErrors } from '../openapi.ts';

/** `GET /v1/models` and `GET /v1/models/{model}`: the one model, for clients that look before they ask. */
export function addModelRoutes(app: App, { desk }: RouteParts): void {
  app.get(
    '/v1/models',
    describeRoute({
      summary: 'The models for chat completions: one',
      responses: { 200: { description: 'The models', content: json(modelListSchema) }, ...openAiErrors },
    }),
    async (c) => c.json({ object: 'list', data: [await model(desk)] }),
  );
  app.get(
    '/v1/models/:model',
    describeRoute({
      summary: 'A model for chat completions',
      responses: { 200: { description: 'The model', content: json(modelSchema) }, ...openAiErrors },
    }),
    async (c) => {
      if (c.req.param('model') !== MODEL) {
        throw new CitedeskError('not-found', 'There is no model of this name.', { fix: `Use ${MODEL}.` });
      }
      return c.json(await model(desk));
    },
  );
}

async function model(desk: Desk) {
  const { builtAt } = await desk.manifest();
  const created = Math.floor(Date.parse(builtAt) / 1_000);
  return { id: MODEL, object: 'model' as const, created, owned_by: MODEL };
}
