import { describeRoute } from 'hono-openapi';
import type { App, RouteParts } from '../context.ts';
import { responses } from '../openapi.ts';
import { foldersSchema } from '../schemas.ts';

/** `GET /api/folders`: what a question can be narrowed to. */
export function addFoldersRoute(app: App, { desk }: Pick<RouteParts, 'desk'>): void {
  app.get(
    '/api/folders',
    describeRoute({
      summary: 'The top folders of the archive, for filters by path',
      responses: responses(foldersSchema, 'The folders in order of name'),
    }),
    async (c) => c.json({ folders: [...(await desk.folders())] }),
  );
}
