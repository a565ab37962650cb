import { describeRoute } from 'hono-openapi';
import type { z } from 'zod';
import type { App, PublicParts } from '../context.ts';
import { json } from '../openapi.ts';
import { loggedProblem } from '../problem.ts';
import { healthSchema } from '../schemas.ts';

type Health = z.infer<typeof healthSchema>;

/** `GET /healthz`: 200 when questions can be answered, else 503 with what is missing. */
export function addHealthRoute(app: App, parts: PublicParts): void {
  app.get(
    '/healthz',
    describeRoute({
      summary: 'Whether questions can be answered',
      responses: {
        200: { description: 'Ready', content: json(healthSchema) },
        503: { description: 'Not ready, and what is missing', content: json(healthSchema) },
      },
    }),
    async (c) => {
      const health = await healthOf(c.get('requestId'), parts);
      return c.json(health, health.status === 'ready' ? 200 : 503);
    },
  );
}

async function healthOf(requestId: string, { desk, ...report }: PublicParts): Promise<Health> {
  try {
    const { documentCount, passageCount, builtAt } = await desk.manifest();
    return { status: 'ready', documents: documentCount, passages: passageCount, builtAt, missing: [] };
  } catch (error) {
    const { code, detail, fix = null } = loggedProblem(error, requestId, report);
    return {
      status: 'not-ready',
      documents: null,
      passages: null,
      builtAt: null,
      missing: [{ code, detail, fix }],
    };
  }
}
