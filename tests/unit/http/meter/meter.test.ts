import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AppName, QuestionOutcome } from '../../../../src/domain/service-status.ts';
import type { Verdict } from '../../../../src/domain/verdict.ts';
import { BOUNDS_MS, COARSE_BOUNDS_MS } from '../../../../src/http/meter/durations.ts';
import { createMeter } from '../../../../src/http/meter/meter.ts';
import { serviceMeasures } from '../../../../src/http/meter/service-measures.ts';

interface Told {
  readonly atMs: number;
  readonly app: AppName;
  readonly route: string;
  readonly status: number;
  readonly ms: number;
  readonly outcome: QuestionOutcome;
  readonly verdicts: readonly Verdict[];
}

const told = fc.array(
  fc.record({
    waitMs: fc.integer({ min: 0, max: 400_000 }),
    app: fc.constantFrom<AppName[]>('desk', 'public'),
    route: fc.constantFrom('/api/ask', '/api/chat', '/api/documents/:id'),
    status: fc.constantFrom(200, 204, 400, 401, 429, 500, 503),
    ms: fc.double({ min: 0, max: 200_000, noNaN: true }),
    outcome: fc.constantFrom<QuestionOutcome[]>('answered', 'abstained', 'failed', 'stopped'),
    verdicts: fc.array(fc.constantFrom<Verdict[]>('supported', 'contradicted', 'not-checked'), {
      maxLength: 4,
    }),
  }),
  { maxLength: 120 },
);

/** A meter that was told all of it, and the same as a list. */
function tell(items: readonly (Omit<Told, 'atMs'> & { readonly waitMs: number })[]) {
  let nowMs = 7_000;
  const meter = createMeter({ monotonicMs: () => nowMs, now: () => `at ${nowMs}` });
  const list: Told[] = [];
  for (const { waitMs, ...item } of items) {
    nowMs += waitMs;
    list.push({ ...item, atMs: nowMs });
    const { app, route, status, ms, outcome, verdicts } = item;
    const problem = status >= 400 ? `code-${status}` : null;
    meter.requestBegan({ app, method: 'POST', route, status, ms, problem });
    meter.questionEnded({ app, outcome, ms, verdicts });
  }
  return { measures: serviceMeasures(meter.measured()), list, nowMs };
}

const tenth = (ms: number) => Math.round(ms * 10) / 10;
const count = <T>(list: readonly T[], is: (item: T) => boolean) => list.filter(is).length;

// The nearest-rank quantile, of all durations at hand.
function quantile(list: readonly Told[], q: number): number {
  const sorted = list.map(({ ms }) => ms).toSorted((a, b) => a - b);
  return sorted[Math.ceil(q * sorted.length) - 1] ?? Number.NaN;
}

/** True where both lie in one bucket, the edges of which a rounded figure may have reached. */
function inOneBucket(a: number | null, b: number): boolean {
  const upper = BOUNDS_MS.findIndex((bound) => b <= bound);
  const [from, to] = [BOUNDS_MS[upper < 0 ? BOUNDS_MS.length - 1 : upper - 1], BOUNDS_MS[upper]];
  return a !== null && a >= (from ?? 0) - 0.05 && a <= (to ?? Number.POSITIVE_INFINITY) + 0.05;
}

describe('a meter', () => {
  it('counts as one does who keeps everything', () => {
    fc.assert(
      fc.property(told, (items) => {
        const { measures, list } = tell(items);
        for (const app of ['desk', 'public'] as const) {
          for (const outcome of ['answered', 'abstained', 'failed', 'stopped'] as const) {
            const expected = count(list, (item) => item.app === app && item.outcome === outcome);
            expect(measures.questions[app][outcome]).toBe(expected);
          }
        }
        const judged = list.flatMap(({ verdicts }) => verdicts);
        for (const verdict of ['supported', 'contradicted', 'unsupported'] as const) {
          expect(measures.verdicts.answers[verdict]).toBe(count(judged, (one) => one === verdict));
        }
        const abstained = count(list, ({ outcome }) => outcome === 'abstained');
        const ended = abstained + count(list, ({ outcome }) => outcome === 'answered');
        expect(measures.abstainedShare).toBe(ended === 0 ? null : abstained / ended);
      }),
    );
  });

  it('tells the quantiles of a route within a bucket, and its refusals and faults exactly', () => {
    fc.assert(
      fc.property(told, (items) => {
        const { measures, list } = tell(items);
        for (const { app, route, ...seen } of measures.routes) {
          const own = list.filter((item) => item.app === app && item.route === route);
          expect(seen.count).toBe(own.length);
          expect(seen.maxMs).toBe(tenth(Math.max(...own.map(({ ms }) => ms))));
          expect(inOneBucket(seen.p50Ms, quantile(own, 0.5))).toBe(true);
          expect(inOneBucket(seen.p95Ms, quantile(own, 0.95))).toBe(true);
          expect(seen.refused).toBe(count(own, ({ status }) => status >= 400 && status < 500));
          expect(seen.failed).toBe(count(own, ({ status }) => status >= 500));
        }
        expect(measures.routes.reduce((sum, route) => sum + route.count, 0)).toBe(list.length);
        const histogram = measures.answerTimes;
        const ended = list.filter(({ outcome }) => outcome === 'answered' || outcome === 'abstained');
        const expected = [...COARSE_BOUNDS_MS, Number.POSITIVE_INFINITY].map((bound, at) =>
          count(ended, ({ ms }) => ms <= bound && (at === 0 || ms > (COARSE_BOUNDS_MS[at - 1] ?? 0))),
        );
        expect(histogram.counts).toEqual(expected);
      }),
    );
  });

  it('knows the last hour, minute by minute, and the slowest of it', () => {
    fc.assert(
      fc.property(told, (items) => {
        const { measures, list, nowMs } = tell(items);
        const minute = (ms: number) => Math.floor(ms / 60_000);
        for (const app of ['desk', 'public'] as const) {
          const expected = Array.from({ length: 60 }, (_, at) =>
            count(list, (item) => item.app === app && minute(item.atMs) === minute(nowMs) - 59 + at),
          );
          expect(measures.questionsPerMinute[app]).toEqual(expected);
        }
        const slot = (ms: number) => Math.floor(ms / 300_000);
        const recent = list.filter(({ atMs }) => slot(atMs) > slot(nowMs) - 12);
        const slowest = recent.toSorted((a, b) => b.ms - a.ms).slice(0, 10);
        expect(measures.slowest).toEqual(
          slowest.map(({ atMs, app, route, status, ms }) => {
            return { at: `at ${atMs}`, app, method: 'POST', route, status, ms: tenth(ms) };
          }),
        );
      }),
    );
  });

  it('does not grow with what it is told', () => {
    let nowMs = 0;
    const meter = createMeter({ monotonicMs: () => nowMs, now: () => '' });
    for (let n = 0; n < 20_000; n++) {
      nowMs += 10_000;
      const request = { method: `M${n}`, route: `/r${n % 5_000}`, status: 403, ms: n % 977 };
      meter.requestBegan({ app: 'desk', ...request, problem: `code-${n % 700}` });
    }
    const { routes, refusals, slowest } = meter.measured();
    expect(routes.length).toBeLessThanOrEqual(201);
    expect(refusals.length).toBeLessThanOrEqual(101);
    expect(slowest).toHaveLength(10);
    expect(routes.reduce((sum, { durations }) => sum + durations.count, 0)).toBe(20_000);
    expect(refusals.reduce((sum, { count: times }) => sum + times, 0)).toBe(20_000);
  });

  it('names routes by their plain pattern, and a full server’s refusals as refusals', () => {
    const meter = createMeter({ monotonicMs: () => 0, now: () => '' });
    const page = { app: 'desk', method: 'GET', status: 200, ms: 1, problem: null } as const;
    meter.requestBegan({ ...page, route: '/:page{[a-z0-9-]+}' });
    meter.requestBegan({ ...page, route: '/:page{[a-z0-9-]+\\.(?:html|svg)}' });
    meter.requestBegan({ ...page, route: '/api/ask', status: 503, problem: 'overloaded' });
    meter.requestBegan({ ...page, route: '/api/ask', status: 503, problem: 'index-missing' });
    const { routes, refusals } = serviceMeasures(meter.measured());
    expect(routes.map(({ route, count: times }) => [route, times])).toEqual([
      ['/:page', 2],
      ['/api/ask', 2],
    ]);
    expect(routes[1]).toMatchObject({ refused: 1, failed: 1 });
    expect(refusals).toEqual([{ app: 'desk', code: 'overloaded', count: 1 }]);
  });
});
