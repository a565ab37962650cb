import { describeRoute } from 'hono-openapi';
import { CitedeskError } from '../../domain/errors.ts';
import type { App, PublicParts } from '../context.ts';
import { responses } from '../openapi.ts';
import { documentViewSchema } from '../schemas.ts';

const DOCUMENT_ID = /^d[0-9a-f]{16}$/;

/** `GET /api/documents/{id}`: what the source panel shows. */
export function addDocumentRoute(app: App, { desk }: PublicParts): void {
  app.get(
    '/api/documents/:id',
    describeRoute({
      summary: 'A document: its text, which all spans count in, its passages and sentences',
      responses: responses(documentViewSchema, 'The document'),
    }),
    async (c) => {
      const id = c.req.param('id');
      const view = DOCUMENT_ID.test(id) ? await desk.document(id) : null;
      if (view === null) throw new CitedeskError('not-found', 'The index holds no document of this id.');
      return c.json(view);
    },
  );
}
