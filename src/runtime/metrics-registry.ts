import { Counter, collectDefaultMetrics, Histogram, type MetricValueWithName, Registry } from 'prom-client';
import { COARSE_BOUNDS_MS, countsBetween, type DurationCounts } from '../http/meter/durations.ts';
import type { Measured } from '../http/meter/meter.ts';
import type { RenderMetrics } from '../http/routes/metrics.ts';

type Labels = Readonly<Record<string, string>>;

/** One series of a counter or a histogram. */
interface Series<T> {
  readonly labels: Labels;
  readonly value: T;
}

/** The counts of the meter, read at each scrape, beside the process's own figures. */
export function createMetricsRegistry(): RenderMetrics {
  const registry = new Registry();
  const parts: Parts = { registry, newest: { measured: null } };
  for (const spec of COUNTERS) addCounter(parts, spec);
  for (const spec of HISTOGRAMS) registry.registerMetric(new MeterHistogram(parts, spec));
  collectDefaultMetrics({ register: registry });
  return async (measured) => {
    parts.newest.measured = measured;
    return { contentType: registry.contentType, body: await registry.metrics() };
  };
}

interface Parts {
  readonly registry: Registry;
  /** What the scrape that runs is about. */
  readonly newest: { measured: Measured | null };
}

interface Spec<T> {
  readonly name: string;
  readonly help: string;
  readonly labelNames: readonly string[];
  readonly series: (measured: Measured) => readonly Series<T>[];
}

const counts = (
  labels: (key: string) => Labels,
  values: Readonly<Record<string, number>>,
): Series<number>[] => Object.entries(values).map(([key, value]) => ({ labels: labels(key), value }));

const COUNTERS: readonly Spec<number>[] = [
  {
    name: 'citedesk_questions_total',
    help: 'Questions by what became of them',
    labelNames: ['app', 'outcome'],
    series: ({ questions }) =>
      Object.entries(questions).flatMap(([app, byOutcome]) =>
        counts((outcome) => ({ app, outcome }), byOutcome),
      ),
  },
  {
    name: 'citedesk_checks_total',
    help: 'Checks of drafts by what became of them',
    labelNames: ['outcome'],
    series: ({ checks }) => counts((outcome) => ({ outcome }), checks),
  },
  {
    name: 'citedesk_verdicts_total',
    help: 'Verdicts on sentences of answers and claims of drafts',
    labelNames: ['of', 'verdict'],
    series: ({ verdicts }) =>
      Object.entries(verdicts).flatMap(([of, byVerdict]) =>
        counts((verdict) => ({ of, verdict }), byVerdict),
      ),
  },
  {
    name: 'citedesk_http_refused_total',
    help: 'Requests refused, by the code of their problem document',
    labelNames: ['app', 'code'],
    series: ({ refusals }) =>
      refusals.map(({ app, code, count }) => ({ labels: { app, code }, value: count })),
  },
  {
    name: 'citedesk_http_failed_total',
    help: 'Requests that a fault of the server ended, by route',
    labelNames: ['app', 'method', 'route'],
    series: ({ routes }) =>
      routes.map(({ app, method, route, failed }) => ({ labels: { app, method, route }, value: failed })),
  },
];

const HISTOGRAMS: readonly Spec<DurationCounts>[] = [
  {
    name: 'citedesk_http_request_seconds',
    help: 'Time until a response begins, by route',
    labelNames: ['app', 'method', 'route'],
    series: ({ routes }) =>
      routes.map(({ app, method, route, durations }) => ({
        labels: { app, method, route },
        value: durations,
      })),
  },
  {
    name: 'citedesk_answer_seconds',
    help: 'Time from a question to the end of its answer',
    labelNames: [],
    series: ({ answerTimes }) => [{ labels: {}, value: answerTimes }],
  },
  {
    name: 'citedesk_check_seconds',
    help: 'Time from a draft to its whole report',
    labelNames: [],
    series: ({ checkTimes }) => [{ labels: {}, value: checkTimes }],
  },
];

function addCounter({ registry, newest }: Parts, { name, help, labelNames, series }: Spec<number>): void {
  const counter: Counter = new Counter({
    ...{ name, help, labelNames: [...labelNames], registers: [registry] },
    collect() {
      counter.reset();
      if (newest.measured === null) return;
      for (const { labels, value } of series(newest.measured)) counter.inc({ ...labels }, value);
    },
  });
}

/** A histogram that is not observed but read: the meter has counted already. */
class MeterHistogram extends Histogram {
  readonly #spec: Spec<DurationCounts>;
  readonly #newest: Parts['newest'];

  constructor({ newest }: Parts, spec: Spec<DurationCounts>) {
    const { name, help, labelNames } = spec;
    super({ name, help, labelNames: [...labelNames], registers: [] });
    this.#spec = spec;
    this.#newest = newest;
  }

  /** What the registry, and `get`, take the values from; the client's types do not tell of it. */
  async getForPromString(): Promise<object> {
    const { name, help, series } = this.#spec;
    const { measured } = this.#newest;
    const values = measured === null ? [] : series(measured).flatMap((one) => this.#values(one));
    return { name, help, type: 'histogram', aggregator: 'sum', values };
  }

  #values({ labels, value }: Series<DurationCounts>): MetricValueWithName<string>[] {
    const { name } = this.#spec;
    let below = 0;
    const buckets = countsBetween(value.counts, COARSE_BOUNDS_MS).map((count, at) => {
      below += count;
      const bound = COARSE_BOUNDS_MS[at];
      const le = bound === undefined ? '+Inf' : String(bound / 1_000);
      return { metricName: `${name}_bucket`, labels: { ...labels, le }, value: below };
    });
    return [
      ...buckets,
      { metricName: `${name}_sum`, labels: { ...labels }, value: value.sumMs / 1_000 },
      { metricName: `${name}_count`, labels: { ...labels }, value: value.count },
    ];
  }
}
