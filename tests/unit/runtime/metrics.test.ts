import { describe, expect, it } from 'vitest';
import { createMeter } from '../../../src/http/meter/meter.ts';
import { createMetrics } from '../../../src/runtime/metrics.ts';

function someWork() {
  let nowMs = 0;
  const meter = createMeter({ monotonicMs: () => nowMs, now: () => '2026-05-03T10:00:00.000Z' });
  const request = { app: 'desk', method: 'POST', route: '/api/ask', status: 200, problem: null } as const;
  for (const ms of [1, 40, 60, 60_000]) {
    nowMs += 1_000;
    meter.requestBegan({ ...request, ms });
  }
  meter.requestBegan({ ...request, ms: 3, status: 429, problem: 'rate-limited' });
  meter.requestBegan({ ...request, ms: 3, status: 500, problem: 'internal' });
  meter.questionEnded({ app: 'public', outcome: 'answered', ms: 250, verdicts: ['supported', 'supported'] });
  meter.checkEnded({ outcome: 'finished', ms: 900, verdicts: { contradicted: 3 } });
  return meter;
}

/** Lines of the text by what stands before their number. */
function linesOf(body: string): Map<string, string> {
  const lines = body.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), line.slice(line.lastIndexOf(' ') + 1)]),
  );
}

describe('metrics', () => {
  it('are the meter’s counts in the text of Prometheus', async () => {
    const { contentType, body } = await createMetrics()(someWork().measured());
    expect(contentType).toBe('text/plain; version=0.0.4; charset=utf-8');
    const lines = linesOf(body);
    const route = 'app="desk",method="POST",route="/api/ask"';
    const expected: Readonly<Record<string, string>> = {
      'citedesk_questions_total{app="public",outcome="answered"}': '1',
      'citedesk_questions_total{app="desk",outcome="abstained"}': '0',
      'citedesk_checks_total{outcome="finished"}': '1',
      'citedesk_verdicts_total{of="answers",verdict="supported"}': '2',
      'citedesk_verdicts_total{of="checks",verdict="contradicted"}': '3',
      'citedesk_http_refused_total{app="desk",code="rate-limited"}': '1',
      [`citedesk_http_failed_total{${route}}`]: '1',
      [`citedesk_http_request_seconds_bucket{${route},le="0.001"}`]: '1',
      [`citedesk_http_request_seconds_bucket{${route},le="0.05"}`]: '4',
      [`citedesk_http_request_seconds_bucket{${route},le="50"}`]: '5',
      [`citedesk_http_request_seconds_bucket{${route},le="+Inf"}`]: '6',
      [`citedesk_http_request_seconds_count{${route}}`]: '6',
      [`citedesk_http_request_seconds_sum{${route}}`]: '60.107',
      'citedesk_answer_seconds_bucket{le="0.5"}': '1',
      citedesk_check_seconds_count: '1',
    };
    expect(Object.fromEntries(Object.keys(expected).map((key) => [key, lines.get(key)]))).toEqual(expected);
    expect(lines.has('process_cpu_seconds_total')).toBe(true);
    expect(body).toContain('# TYPE citedesk_http_request_seconds histogram');
  });

  it('do not count twice what is scraped twice', async () => {
    const meter = someWork();
    const metrics = createMetrics();
    await metrics(meter.measured());
    meter.questionEnded({ app: 'public', outcome: 'answered', ms: 250, verdicts: [] });
    const lines = linesOf((await metrics(meter.measured())).body);
    expect(lines.get('citedesk_questions_total{app="public",outcome="answered"}')).toBe('2');
    expect(lines.get('citedesk_answer_seconds_count')).toBe('2');
  });
});
