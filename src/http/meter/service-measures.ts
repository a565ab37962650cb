import type { Durations, Histogram, ServiceMeasures } from '../../domain/service-status.ts';
import { COARSE_BOUNDS_MS, countsBetween, type DurationCounts } from './durations.ts';
import type { Measured } from './meter.ts';

/** What was counted, as people and programs read it. */
export function serviceMeasures(measured: Measured): ServiceMeasures {
  const { questions, questionsPerMinute, checks, verdicts, answerTimes, checkTimes, refusals } = measured;
  return {
    ...{ questions, questionsPerMinute, checks, verdicts, refusals },
    abstainedShare: abstainedShare(questions),
    answerTimes: histogramOf(answerTimes),
    checkTimes: histogramOf(checkTimes),
    routes: measured.routes.map(({ durations, ...route }) => ({ ...route, ...durationsOf(durations) })),
    slowest: measured.slowest.map((request) => ({ ...request, ms: tenth(request.ms) })),
  };
}

function abstainedShare({ desk, public: readers }: Measured['questions']): number | null {
  const abstained = desk.abstained + readers.abstained;
  const all = abstained + desk.answered + readers.answered;
  return all === 0 ? null : abstained / all;
}

function histogramOf(durations: DurationCounts): Durations & Histogram {
  const counts = countsBetween(durations.counts, COARSE_BOUNDS_MS);
  return { ...durationsOf(durations), boundsMs: COARSE_BOUNDS_MS, counts };
}

function durationsOf(durations: DurationCounts): Durations {
  const { count, maxMs } = durations;
  const [p50Ms, p95Ms] = [durations.quantileMs(0.5), durations.quantileMs(0.95)];
  return { count, p50Ms: tenth(p50Ms), p95Ms: tenth(p95Ms), maxMs: tenth(maxMs) };
}

// Clocks and requests differ by more than a tenth of a millisecond from one time to the next.
function tenth<T extends number | null>(ms: T): T | number {
  return ms === null ? ms : Math.round(ms * 10) / 10;
}
