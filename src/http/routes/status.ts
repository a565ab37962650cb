import { describeRoute } from 'hono-openapi';
import type { ServiceStatus } from '../../domain/service-status.ts';
import type { App, RouteParts } from '../context.ts';
import type { Meter } from '../meter/meter.ts';
import { serviceMeasures } from '../meter/service-measures.ts';
import { responses } from '../openapi.ts';
import { loggedProblem } from '../problem.ts';
import { statusSchema } from '../status-schema.ts';

/** `GET /api/status`: what the archive holds, how it was built, and what the server has done. */
export function addStatusRoute(app: App, parts: RouteParts, meter: Pick<Meter, 'measured'>): void {
  app.get(
    '/api/status',
    describeRoute({
      summary: 'For whoever operates it: the archive, its last build, questions, verdicts, latencies',
      responses: responses(statusSchema, 'Counts and durations since `countedSince`'),
    }),
    async (c) => {
      const measured = meter.measured();
      const status: ServiceStatus = {
        now: parts.now(),
        startedAt: measured.startedAt,
        countedSince: measured.countedSince,
        uptimeSeconds: Math.round(measured.uptimeMs / 1_000),
        ...(await archiveOf(c.get('requestId'), parts)),
        ...serviceMeasures(measured),
      };
      return c.json(status);
    },
  );
}

async function archiveOf(
  requestId: string,
  { desk, ...report }: RouteParts,
): Promise<Pick<ServiceStatus, 'archive' | 'problem'>> {
  try {
    return { archive: await desk.archive(), problem: null };
  } catch (error) {
    const { code, detail, fix = null } = loggedProblem(error, requestId, report);
    return { archive: null, problem: { code, detail, fix } };
  }
}
