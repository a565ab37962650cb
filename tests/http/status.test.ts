import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { CitedeskError } from '../../src/domain/errors.ts';
import type { ServiceStatus } from '../../src/domain/service-status.ts';
import { createMeter } from '../../src/http/meter/meter.ts';
import { statusSchema } from '../../src/http/status-schema.ts';
import { createMetrics } from '../../src/runtime/metrics.ts';
import { appOver, conversation, FROM_SITE, post, publicAppOver } from './support/app.ts';
import {
  ABSTAINED,
  ARCHIVE,
  DOCUMENT_ID,
  type RecordingOptions,
  recordingDesk,
  STRUCK,
} from './support/recording-desk.ts';

// The schema is written by hand beside the domain's type: the compiler says when they part.
type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
const fits: Same<Frozen<z.infer<typeof statusSchema>>, Frozen<ServiceStatus>> = true;

/** Both apps of one server with their meter; every look at the clock takes a millisecond. */
function server(options: RecordingOptions & { readonly token?: string } = {}) {
  let nowMs = 0;
  const clock = { monotonicMs: () => nowMs++, now: () => '2026-05-03T10:00:00.000Z' };
  const meter = createMeter(clock);
  const access = {
    isLoopback: true,
    token: options.token ?? null,
    allowedOrigins: [],
    allowedHosts: [],
  };
  const desk = recordingDesk(options);
  const app = appOver(desk, { ...clock, meter, access, metrics: createMetrics() });
  const readers = publicAppOver(desk, { ...clock, meter });
  const status = async (): Promise<ServiceStatus> => {
    const headers = { authorization: `Bearer ${options.token ?? ''}` };
    const body = await (await app.request('/api/status', { headers })).json();
    return statusSchema.parse(body);
  };
  return { app, readers, desk, status };
}

const NONE = { answered: 0, abstained: 0, failed: 0, stopped: 0 };
const NO_VERDICTS = {
  supported: 0,
  'partially-supported': 0,
  contradicted: 0,
  unsupported: 0,
  'not-checked': 0,
};

describe('GET /api/status', () => {
  it('has the domain’s shape', () => {
    expect(fits).toBe(true);
  });

  it('tells of the archive and its last build, and of nothing done yet', async () => {
    const { status } = server();
    expect(await status()).toMatchObject({
      ...{ now: '2026-05-03T10:00:00.000Z', startedAt: '2026-05-03T10:00:00.000Z' },
      archive: ARCHIVE,
      problem: null,
      questions: { desk: NONE, public: NONE },
      abstainedShare: null,
      verdicts: { answers: NO_VERDICTS, checks: NO_VERDICTS },
      answerTimes: { count: 0, p50Ms: null, p95Ms: null, maxMs: null },
      routes: [],
      slowest: [],
      refusals: [],
    });
  });

  it('counts questions over every route, of both apps apart', async () => {
    const { app, readers, status } = server({ answer: STRUCK });
    await (await app.request('/api/ask', post({ question: 'What burned?' }))).text();
    await (await app.request('/api/chat', post(conversation('What burned?')))).text();
    const messages = [{ role: 'user', content: 'What burned?' }];
    await (await app.request('/v1/chat/completions', post({ messages }))).text();
    await (await readers.request('/api/chat', post(conversation('What burned?'), FROM_SITE))).text();
    const told = await status();
    expect(told.questions).toEqual({
      desk: { ...NONE, answered: 3 },
      public: { ...NONE, answered: 1 },
    });
    expect(told.abstainedShare).toBe(0);
    expect(told.verdicts.answers).toEqual({ ...NO_VERDICTS, supported: 8, contradicted: 4 });
    expect(told.questionsPerMinute.desk.at(-1)).toBe(3);
    expect(told.questionsPerMinute.public.at(-1)).toBe(1);
    expect(told.answerTimes.count).toBe(4);
    expect(told.routes.map(({ app: name, method, route, count }) => [name, method, route, count])).toEqual(
      expect.arrayContaining([
        ['desk', 'POST', '/api/ask', 1],
        ['desk', 'POST', '/api/chat', 1],
        ['public', 'POST', '/api/chat', 1],
      ]),
    );
  });

  it('counts what is not answered, fails, is left, and is refused', async () => {
    const abstaining = server({ answer: ABSTAINED });
    await (await abstaining.app.request('/api/ask', post({ question: 'Who won?' }))).text();
    expect(await abstaining.status()).toMatchObject({
      abstainedShare: 1,
      questions: { desk: { abstained: 1 } },
    });

    const failing = server({ failAfter: { events: 2, error: new Error('secret words') } });
    await (await failing.app.request('/api/chat', post(conversation('x')))).text();
    expect((await failing.status()).questions.desk).toEqual({ ...NONE, failed: 1 });

    const left = server({ hangAfter: 2 });
    const reader = (await left.app.request('/api/chat', post(conversation('x')))).body?.getReader();
    await reader?.read();
    await reader?.cancel();
    await left.desk.askEnded;
    await expect.poll(async () => (await left.status()).questions.desk).toEqual({ ...NONE, stopped: 1 });

    const refusing = server({ error: new CitedeskError('limit-exceeded', 'Too long.') });
    await refusing.app.request('/api/ask', post({ question: 'x' }));
    await refusing.app.request('/api/ask', post('{'));
    await refusing.readers.request('/api/chat', post(conversation('x')));
    const told = await refusing.status();
    expect(told.questions).toEqual({ desk: NONE, public: NONE });
    expect(told.refusals).toEqual(
      expect.arrayContaining([
        { app: 'desk', code: 'limit-exceeded', count: 1 },
        { app: 'desk', code: 'malformed-json', count: 1 },
        { app: 'public', code: 'site-key-missing', count: 1 },
      ]),
    );
  });

  it('counts checks and their verdicts', async () => {
    const { app, status } = server();
    await (await app.request('/api/check', post({ draft: 'A draft.' }))).text();
    const stream = post({ draft: 'A draft.' }, { accept: 'text/event-stream' });
    await (await app.request('/api/check', stream)).text();
    const told = await status();
    expect(told.checks).toEqual({ finished: 2, failed: 0, stopped: 0 });
    expect(told.checkTimes.count).toBe(2);
  });

  it('says what is wrong with the index instead of failing', async () => {
    const { status } = server({
      error: new CitedeskError('index-missing', 'There is no index.', { fix: 'Make one.' }),
    });
    const { archive, problem } = await status();
    expect(archive).toBeNull();
    expect(problem).toEqual({ code: 'index-missing', detail: 'There is no index.', fix: 'Make one.' });
  });

  it('wants the token, and is no route of the public app', async () => {
    const { app, readers } = server({ token: 'a-long-random-token' });
    expect((await app.request('/api/status')).status).toBe(401);
    expect((await app.request('/metrics')).status).toBe(401);
    const headers = { authorization: 'Bearer a-long-random-token' };
    const metrics = await app.request('/metrics', { headers });
    expect(metrics.status).toBe(200);
    expect(metrics.headers.get('content-type')).toContain('text/plain');
    expect(metrics.headers.get('cache-control')).toBe('no-store');
    expect((await readers.request('/metrics', { headers: FROM_SITE })).status).toBe(404);
    expect((await readers.request('/api/status', { headers: FROM_SITE })).status).toBe(404);
  });

  it('holds nothing of a question, a draft, an address or a reader', async () => {
    const { app, readers, status } = server();
    const secret = 'Quillwort';
    await (await app.request('/api/ask', post({ question: secret }))).text();
    await (await app.request(`/api/search?question=${secret}&path=${secret}`)).text();
    await (await app.request('/api/check', post({ draft: `${secret} said so.` }))).text();
    await (await app.request(`/api/documents/${DOCUMENT_ID}`)).text();
    await app.request(`/${secret}/${secret}?x=${secret}`, {
      headers: { referer: secret, 'user-agent': secret },
    });
    await app.request('/api/ask', { method: secret.toUpperCase(), body: secret });
    await readers.request(
      `/api/chat?${secret}`,
      post(conversation(secret), { ...FROM_SITE, 'x-citedesk-site': secret }),
    );
    const told = await status();
    const metrics = await (await app.request('/metrics')).text();
    expect(metrics).toContain('citedesk_questions_total{app="desk",outcome="answered"} 1');
    const traces = new RegExp(`${secret}|${DOCUMENT_ID}|news\\.example`, 'i');
    for (const text of [JSON.stringify(told), metrics]) expect(text).not.toMatch(traces);
    expect(told.routes.map(({ route }) => route)).toContain('/api/documents/:id');
    expect(told.routes.length).toBeGreaterThan(5);
  });
});
