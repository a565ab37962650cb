import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import { CitedeskError } from '../../src/domain/errors.ts';
import { createDeskApp } from '../../src/http/desk-app.ts';
import { withPublic } from '../../src/http/with-public.ts';
import { appOver, conversation, FROM_SITE, post, publicAppOver, SITE } from './support/app.ts';
import { DOCUMENT_ID, recordingDesk, STRUCK } from './support/recording-desk.ts';

const url = (path: string) => `https://desk.example${path}`;
const ask = (headers: Readonly<Record<string, string>> = FROM_SITE) => post(conversation('x'), headers);

describe('the public app', () => {
  it('answers pages of a site with its key: questions, documents, health', async () => {
    const desk = recordingDesk();
    const app = publicAppOver(desk);
    const answer = await app.request(url('/api/chat'), ask());
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('[DONE]');
    const source = await app.request(url(`/api/documents/${DOCUMENT_ID}`), { headers: FROM_SITE });
    expect(source.status).toBe(200);
    expect((await app.request(url('/healthz'))).status).toBe(200);
    expect(desk.calls.map(({ method }) => method)).toEqual(['ask', 'document', 'manifest']);
  });

  it('answers programs, which name no origin, by the key alone', async () => {
    const headers = { 'x-citedesk-site': SITE.key };
    expect((await publicAppOver(recordingDesk()).request(url('/api/chat'), ask(headers))).status).toBe(200);
  });

  it('has no route of the desk', async () => {
    const desk = recordingDesk();
    const app = publicAppOver(desk);
    const own = createDeskApp({
      desk,
      access: { isLoopback: true, token: null, allowedOrigins: [], allowedHosts: [] },
      monotonicMs: () => 0,
      now: () => '',
    });
    const shared = new Set([
      '/api/chat',
      '/api/documents/:id',
      '/api/suggestions',
      '/api/feedback',
      '/healthz',
    ]);
    const routes = own.routes.filter(({ method, path }) => method !== 'ALL' && !shared.has(path));
    expect(routes.length).toBeGreaterThan(6);
    const others = ['/', '/check', '/status', '/index.html', '/metrics', '/api/status', '/api/check/report'];
    for (const path of [...new Set(routes.map((route) => route.path)), ...others]) {
      for (const prefix of ['', '/public']) {
        for (const init of [{ headers: FROM_SITE }, post({ question: 'x', draft: 'x' }, FROM_SITE)]) {
          const response = await app.request(url(prefix + path), init);
          expect(response.status, path).toBe(404);
          expect(await response.text()).toContain('"not-found"');
        }
      }
    }
    expect(desk.calls).toEqual([]);
  });
});

describe('a plain refusal', () => {
  it.each([
    ['a missing key', { origin: 'https://news.example' }, 'site-key-missing', 403],
    ['an empty key', { ...FROM_SITE, 'x-citedesk-site': '' }, 'site-key-missing', 403],
    ['an unknown key', { ...FROM_SITE, 'x-citedesk-site': 'other' }, 'site-key-unknown', 403],
    ['a foreign origin', { ...FROM_SITE, origin: 'https://evil.example' }, 'origin-not-allowed', 403],
    ['a sandboxed frame', { ...FROM_SITE, origin: 'null' }, 'origin-not-allowed', 403],
    [
      'the origin of the server itself',
      { ...FROM_SITE, origin: 'https://desk.example' },
      'origin-not-allowed',
      403,
    ],
    [
      'an origin that ends alike',
      { ...FROM_SITE, origin: 'https://evil-news.example' },
      'origin-not-allowed',
      403,
    ],
    [
      'an origin of another scheme',
      { ...FROM_SITE, origin: 'http://news.example' },
      'origin-not-allowed',
      403,
    ],
  ])('of %s says why, to the page too', async (_, headers, code, status) => {
    const desk = recordingDesk();
    const app = publicAppOver(desk);
    for (const [path, init] of [
      ['/api/chat', ask(headers)],
      [`/api/documents/${DOCUMENT_ID}`, { headers }],
    ] as const) {
      const response = await app.request(url(path), init);
      expect(response.status).toBe(status);
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      expect(response.headers.get('access-control-allow-credentials')).toBeNull();
      expect(await response.json()).toMatchObject({
        code,
        status,
        detail: expect.stringMatching(/^\S.*\.$/),
      });
    }
    expect(desk.calls).toEqual([]);
  });

  it('lets through an origin that its site lists, even that of sandboxed frames', async () => {
    const app = publicAppOver(recordingDesk(), { sites: [{ ...SITE, origins: ['null'] }] });
    expect((await app.request(url('/api/chat'), ask({ ...FROM_SITE, origin: 'null' }))).status).toBe(200);
    expect((await app.request(url('/api/chat'), ask())).status).toBe(403);
  });

  it('answers a preflight with the header of the key', async () => {
    const headers = {
      origin: 'https://news.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type,x-citedesk-site',
    };
    const response = await publicAppOver(recordingDesk()).request(url('/api/chat'), {
      method: 'OPTIONS',
      headers,
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-headers')).toContain('x-citedesk-site');
  });

  it('tells readers nothing of the server’s inside, and the log all of it', async () => {
    const errors: unknown[] = [];
    const error = new CitedeskError('index-missing', 'There is no index in /home/desk/index.', {
      fix: 'Run it.',
    });
    const app = publicAppOver(recordingDesk({ error }), { onError: (failure) => errors.push(failure) });
    const responses = [
      await app.request(url('/api/chat'), ask()),
      await app.request(url(`/api/documents/${DOCUMENT_ID}`), { headers: FROM_SITE }),
      await app.request(url('/healthz')),
    ];
    for (const response of responses) {
      expect(response.status).toBe(503);
      const text = await response.text();
      expect(text).toContain('The question desk cannot answer at the moment.');
      expect(text).not.toContain('/home/desk');
      expect(text).not.toContain('Run it');
    }
    expect(errors).toEqual([error, error, error]);
  });

  it('tells them as little when an answer fails on its way', async () => {
    const error = new CitedeskError('storage-failed', 'The disk at /home/desk is faulty.');
    const app = publicAppOver(recordingDesk({ failAfter: { events: 2, error } }));
    const text = await (await app.request(url('/api/chat'), ask())).text();
    expect(text).toContain('cannot answer at the moment');
    expect(text).not.toContain('/home/desk');
  });
});

describe('an answer that a language model wrote', () => {
  const answerOver = async (answer: Answer): Promise<string> =>
    (await publicAppOver(recordingDesk({ answer })).request(url('/api/chat'), ask())).text();

  it('names neither provider nor model, and says plainly what is amiss', async () => {
    const text = await answerOver(STRUCK);
    expect(text).toContain('"notice":"The end of this answer is missing.","noticeCode":"end-missing"');
    expect(text).toContain('"struck":1');
    expect(text).not.toMatch(/ollama|"model"|language model|500 tokens/);
  });

  it('keeps back a notice of which it does not know what it tells', async () => {
    const { noticeCode: _, ...answer } = STRUCK;
    expect(await answerOver(answer)).not.toMatch(/notice|language model/);
  });
});

describe('limits', () => {
  function limited() {
    let nowMs = 0;
    const app = publicAppOver(recordingDesk(), {
      sites: [SITE, { ...SITE, key: 'other' }],
      monotonicMs: () => nowMs,
      visitorOf: (c) => c.req.header('x-visitor') ?? '',
    });
    const from = (visitor: string, key = SITE.key) =>
      app.request(url('/api/chat'), ask({ ...FROM_SITE, 'x-visitor': visitor, 'x-citedesk-site': key }));
    const wait = (ms: number) => {
      nowMs += ms;
    };
    return { app, from, wait };
  }

  it('turn away a visitor who asks too much, until the time that they name', async () => {
    const { from, wait } = limited();
    expect((await from('a')).status).toBe(200);
    expect((await from('a')).status).toBe(200);
    const refused = await from('a');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('30');
    expect(refused.headers.get('access-control-expose-headers')).toContain('retry-after');
    expect(await refused.json()).toMatchObject({
      code: 'rate-limited',
      detail: 'There have been as many questions as this site allows in a minute; ask again in 30 seconds.',
    });
    expect((await from('b')).status).toBe(200);
    wait(29_999);
    expect((await from('a')).status).toBe(429);
    wait(1);
    expect((await from('a')).status).toBe(200);
  });

  it('turn away a site whose visitors ask too much together, and no other site', async () => {
    const { from } = limited();
    const statuses = [];
    for (const visitor of ['a', 'b', 'c', 'd', 'e', 'f']) statuses.push((await from(visitor)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    expect((await from('g', 'other')).status).toBe(200);
  });

  it('hold for sources too, with room for those of every answer', async () => {
    const { app } = limited();
    const open = () => app.request(url(`/api/documents/${DOCUMENT_ID}`), { headers: FROM_SITE });
    for (let opened = 0; opened < 20; opened++) expect((await open()).status).toBe(200);
    const refused = await open();
    expect(refused.status).toBe(429);
    expect(await refused.text()).toContain('as many requests as');
  });
});

describe('one server', () => {
  const both = (basePath = '') => {
    const desk = recordingDesk();
    const reader = recordingDesk();
    const serve = withPublic({
      desk: appOver(desk, {
        basePath,
        access: { isLoopback: false, token: 't', allowedOrigins: [], allowedHosts: [] },
      }),
      publicApp: publicAppOver(reader, { basePath }),
      basePath,
    });
    const get = (path: string, init: RequestInit = {}) => serve(new Request(url(path), init));
    return { desk, reader, get };
  };

  it('has the public app under /public, and the desk everywhere else', async () => {
    const { desk, reader, get } = both();
    expect((await get('/public/api/chat', ask())).status).toBe(200);
    expect((await get('/api/chat', ask())).status).toBe(403);
    expect((await get('/api/chat', post(conversation('x')))).status).toBe(401);
    const headers = { authorization: 'Bearer t' };
    expect((await get('/api/search?question=x', { headers })).status).toBe(200);
    expect(reader.calls.map(({ method }) => method)).toEqual(['ask']);
    expect(desk.calls.map(({ method }) => method)).toEqual(['search']);
  });

  it.each([
    '/public/api/search?question=x',
    '/public/api/check',
    '/public/mcp',
    '/public/openapi.json',
    '/public/../public/api/search?question=x',
    '/public/%2e%2e/public/api/search?question=x',
    '/%70ublic/api/search?question=x',
    '/public/public/api/search?question=x',
  ])('leads from %s to no desk route', async (path) => {
    const { desk, get } = both();
    expect((await get(path, { headers: { ...FROM_SITE, authorization: 'Bearer t' } })).status).toBe(404);
    expect(desk.calls).toEqual([]);
  });

  it.each(['', '/desk', '/news/desk'])(
    'works behind a proxy with the base path %j, passed on or not',
    async (base) => {
      const { get } = both(base);
      const headers = { authorization: 'Bearer t' };
      for (const prefix of new Set([base, ''])) {
        expect((await get(`${prefix}/healthz`)).status).toBe(200);
        expect((await get(`${prefix}/public/api/chat`, ask())).status).toBe(200);
        expect((await get(`${prefix}/api/search?question=x`)).status).toBe(401);
        const described = await (await get(`${prefix}/openapi.json`, { headers })).json();
        expect(described).toMatchObject({ servers: [{ url: `${base}/` }] });
      }
      expect((await get('/desks/healthz')).status).toBe(404);
    },
  );

  it('sends who leaves out the slash of the base path there', async () => {
    const response = await both('/desk').get('/desk');
    expect(response.status).toBe(308);
    expect(response.headers.get('location')).toBe('/desk/');
  });

  it('does not believe a header that names a base path', async () => {
    const { get } = both();
    const headers = { 'x-forwarded-prefix': '/evil', authorization: 'Bearer t' };
    expect(await (await get('/openapi.json', { headers })).text()).not.toContain('evil');
  });
});
