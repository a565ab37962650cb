import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AppName, QuestionOutcome } from '../../../../src/domain/service-status.ts';
import { createMeter, keptCounts, type Meter } from '../../../../src/http/meter/meter.ts';
import { serviceMeasures } from '../../../../src/http/meter/service-measures.ts';

const request = fc.record({
  waitMs: fc.integer({ min: 0, max: 400_000 }),
  app: fc.constantFrom<AppName[]>('desk', 'public'),
  route: fc.constantFrom('/api/ask', '/api/documents/:id'),
  status: fc.constantFrom(200, 404, 429, 500),
  ms: fc.double({ min: 0, max: 200_000, noNaN: true }),
  outcome: fc.constantFrom<QuestionOutcome[]>('answered', 'abstained', 'failed', 'stopped'),
});
const DAY = Date.parse('2026-05-03T00:00:00.000Z');

/** A clock of the wall, and one of each server that begins with it. */
function clocks() {
  let wallMs = DAY;
  const now = () => new Date(wallMs).toISOString();
  const meterSince = (beganMs: number, before?: Parameters<typeof createMeter>[0]['before']) =>
    createMeter({ monotonicMs: () => wallMs - beganMs, now, ...(before && { before }) });
  const wait = (ms: number) => {
    wallMs += ms;
  };
  return { now, wait, meterSince };
}

function tell(
  meter: Meter,
  { app, route, status, ms, outcome }: typeof request extends fc.Arbitrary<infer T> ? T : never,
) {
  const problem = status >= 400 ? `code-${status}` : null;
  meter.requestBegan({ app, method: 'GET', route, status, ms, problem });
  meter.questionEnded({ app, outcome, ms, verdicts: ['supported', 'unsupported'] });
  meter.checkEnded({ outcome: 'finished', ms, verdicts: { contradicted: 2 } });
}

describe('a meter that is given what an earlier one counted', () => {
  it('tells what one would that had counted all of it', () => {
    fc.assert(
      fc.property(fc.array(request, { maxLength: 60 }), fc.nat(60), (items, restartAt) => {
        const { now, wait, meterSince } = clocks();
        const whole = meterSince(DAY);
        let parts = meterSince(DAY);
        for (const [at, { waitMs, ...item }] of items.entries()) {
          wait(waitMs);
          if (at === restartAt) {
            const before = JSON.parse(JSON.stringify(keptCounts(parts.measured(), now())));
            // Slots of minutes are counted from when a clock began; here both count the same ones.
            parts = meterSince(DAY - 7 * 300_000, before);
          }
          for (const meter of [whole, parts]) tell(meter, { waitMs, ...item });
        }
        const rounded = (meter: Meter) =>
          JSON.parse(JSON.stringify(serviceMeasures(meter.measured()), roundedNumbers));
        expect(rounded(parts)).toEqual(rounded(whole));
        expect(parts.measured().countedSince).toBe(whole.measured().startedAt);
      }),
    );
  });

  it('has forgotten the last hour after a day, and nothing else', () => {
    const { now, wait, meterSince } = clocks();
    const first = meterSince(DAY);
    tell(first, { waitMs: 0, app: 'desk', route: '/api/ask', status: 200, ms: 5, outcome: 'answered' });
    const before = keptCounts(first.measured(), now());
    wait(86_400_000);
    const measures = serviceMeasures(meterSince(DAY + 86_400_000, before).measured());
    expect(measures.questions.desk.answered).toBe(1);
    expect(measures.questionsPerMinute.desk).toEqual(Array(60).fill(0));
    expect(measures.slowest).toEqual([]);
  });

  it('takes times that lie ahead, of a clock that was set back, for now', () => {
    const { now, wait, meterSince } = clocks();
    const first = meterSince(DAY);
    tell(first, { waitMs: 0, app: 'desk', route: '/api/ask', status: 200, ms: 5, outcome: 'answered' });
    const before = keptCounts(first.measured(), now());
    wait(-86_400_000);
    const measures = serviceMeasures(meterSince(DAY - 86_400_000, before).measured());
    expect(measures.questionsPerMinute.desk.at(-1)).toBe(1);
    expect(measures.slowest).toHaveLength(1);
  });

  it('leaves out durations that were counted between other bounds', () => {
    const { now, meterSince } = clocks();
    const kept = keptCounts(meterSince(DAY).measured(), now());
    const answerTimes = { counts: [3, 1], sumMs: 40, maxMs: 30 };
    const measured = meterSince(DAY, { ...kept, answerTimes }).measured();
    expect(serviceMeasures(measured).answerTimes).toMatchObject({ count: 0, maxMs: null });
  });
});

// Sums of durations depend in their last bits on the order in which they were added.
function roundedNumbers(_: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(9)) : value;
}
