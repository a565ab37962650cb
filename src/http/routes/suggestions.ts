import { describeRoute } from 'hono-openapi';
import type { Suggestions } from '../../use-cases/suggesting/suggestions.ts';
import type { App } from '../context.ts';
import { responses } from '../openapi.ts';
import { suggestionsSchema } from '../schemas.ts';

/** A page that has just opened waits so long at most; it may ask again for those that are found meanwhile. */
const PATIENCE_MS = 3_000;

/** `GET /api/suggestions`: questions to begin with, made of the articles and tried out. */
export function addSuggestionsRoute(app: App, suggestions: Suggestions): void {
  app.get(
    '/api/suggestions',
    describeRoute({
      summary: 'Questions to begin with, each of which the articles answer',
      responses: responses(suggestionsSchema, 'At most six; those found so far where they are still sought'),
    }),
    async (c) => {
      const { questions, isComplete } = await withPatience((patience) => suggestions.list(patience));
      return c.json({ suggestions: questions, isComplete });
    },
  );
}

async function withPatience<T>(work: (patience: Promise<void>) => Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS);
  });
  try {
    return await work(patience);
  } finally {
    clearTimeout(timer);
  }
}
