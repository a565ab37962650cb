import { describeRoute } from 'hono-openapi';
import type { App } from '../context.ts';
import type { Measured, Meter } from '../meter/meter.ts';
import { problems } from '../openapi.ts';

/** What was counted, in the text that Prometheus reads. */
export interface MetricsText {
  readonly contentType: string;
  readonly body: string;
}

export type RenderMetrics = (measured: Measured) => Promise<MetricsText>;

/** `GET /metrics`, for Prometheus. */
export function addMetricsRoute(app: App, meter: Pick<Meter, 'measured'>, render: RenderMetrics): void {
  app.get(
    '/metrics',
    describeRoute({
      summary: 'Counters and histograms for Prometheus',
      responses: {
        200: {
          description: 'Prometheus text format',
          content: { 'text/plain': { schema: { type: 'string' } } },
        },
        ...problems,
      },
    }),
    async (c) => {
      const { contentType, body } = await render(meter.measured());
      return c.body(body, 200, { 'content-type': contentType });
    },
  );
}
