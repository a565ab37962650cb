import type { RenderMetrics } from '../http/routes/metrics.ts';

/** What was counted and how the process is, for Prometheus. Its client is loaded by the first who asks. */
export function createMetrics(): RenderMetrics {
  let registry: Promise<RenderMetrics> | null = null;
  return async (measured) => {
    registry ??= import('./metrics-registry.ts').then(({ createMetricsRegistry }) => createMetricsRegistry());
    return (await registry)(measured);
  };
}
