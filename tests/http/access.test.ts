import { describe, expect, it } from 'vitest';
import type { Access } from '../../src/http/guard.ts';
import { appOver, conversation, post } from './support/app.ts';
import { DOCUMENT_ID, recordingDesk } from './support/recording-desk.ts';

const LOOPBACK: Access = { isLoopback: true, token: null, allowedOrigins: [], allowedHosts: [] };
const OPEN: Access = { ...LOOPBACK, isLoopback: false };
const GUARDED: Access = { ...LOOPBACK, isLoopback: false, token: 'a-long-random-token' };

const appWith = (access: Access) => appOver(recordingDesk(), { access });

describe('host', () => {
  const app = appWith(LOOPBACK);

  it.each(['localhost:4747', '127.0.0.1:4747', '[::1]:4747', '127.8.9.1', 'desk.localhost'])(
    'answers %s',
    async (host) => {
      expect((await app.request(`http://${host}/healthz`)).status).toBe(200);
    },
  );

  it.each(['evil.example:4747', '127.0.0.1.evil.example', 'localhost.evil.example', '10.0.0.1'])(
    'refuses %s',
    async (host) => {
      const response = await app.request(`http://${host}/api/search?question=x`);
      expect(response.status).toBe(421);
      expect(await response.json()).toMatchObject({ code: 'wrong-host' });
    },
  );

  it('answers the names that a proxy may pass on', async () => {
    const behind = appWith({ ...LOOPBACK, allowedHosts: ['desk.news.example'] });
    expect((await behind.request('http://desk.news.example/healthz')).status).toBe(200);
  });
});

describe('origin', () => {
  const ask = (access: Access, origin: string) =>
    appWith(access).request('http://localhost:4747/api/chat', post(conversation('x'), { origin }));

  it('lets pages of this machine ask a loopback server', async () => {
    const response = await ask(LOOPBACK, 'http://localhost:3000');
    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBe('http://localhost:3000');
    expect(response.headers.get('access-control-expose-headers')).toContain('x-vercel-ai-ui-message-stream');
  });

  it.each(['https://evil.example', 'null', 'http://localhost.evil.example'])(
    'refuses pages of %s',
    async (origin) => {
      const response = await ask(LOOPBACK, origin);
      expect(response.status).toBe(403);
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
      expect(await response.json()).toMatchObject({ code: 'origin-not-allowed' });
    },
  );

  it('lets pages of an allowed site ask, and of no other', async () => {
    const access = { ...OPEN, allowedOrigins: ['https://news.example'] };
    const app = appWith(access);
    const from = (origin: string) =>
      app.request('https://desk.example/api/chat', post(conversation('x'), { origin }));
    expect((await from('https://news.example')).status).toBe(200);
    expect((await from('https://desk.example')).status).toBe(200);
    expect((await from('http://localhost:3000')).status).toBe(403);
    expect((await from('https://news.example.evil')).status).toBe(403);
  });

  it('answers a preflight with what the client wants to send', async () => {
    const headers = {
      origin: 'http://localhost:3000',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type,user-agent',
    };
    const response = await appWith(LOOPBACK).request('/api/chat', { method: 'OPTIONS', headers });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-headers')).toContain('user-agent');
    expect(response.headers.get('access-control-allow-methods')).toContain('POST');
  });

  it('answers the preflight of a refused site without permission', async () => {
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
    const response = await appWith(LOOPBACK).request('/api/chat', { method: 'OPTIONS', headers });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('token', () => {
  const app = appWith(GUARDED);
  const url = (path: string) => `https://desk.example${path}`;

  it.each([
    '/api/search?question=x',
    '/openapi.json',
    '/api/ask',
    '/api/unknown',
    '/v1/models',
    '/v1/unknown',
  ])('is asked for %s', async (path) => {
    const init = path === '/api/ask' ? post({ question: 'x' }) : {};
    const response = await app.request(url(path), init);
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toContain('Bearer');
    expect(await response.text()).toContain('"code":"unauthorized"');
  });

  it.each(['wrong', '', 'a-long-random-toke', 'a-long-random-token2'])('is not %j', async (token) => {
    const headers = { authorization: `Bearer ${token}` };
    expect((await app.request(url('/api/search?question=x'), { headers })).status).toBe(401);
  });

  it('opens what it guards', async () => {
    const headers = { authorization: `Bearer ${GUARDED.token}` };
    expect((await app.request(url('/api/search?question=x'), { headers })).status).toBe(200);
    expect((await app.request(url('/openapi.json'), { headers })).status).toBe(200);
  });

  it('is not asked for whether the server is ready', async () => {
    expect((await app.request(url('/healthz'))).status).toBe(200);
  });

  it('is asked for all else, also for what readers ask of the public app', async () => {
    expect((await app.request(url(`/api/documents/${DOCUMENT_ID}`))).status).toBe(401);
    const paths = ['/api/chat', '/api/chat/x', '/api//chat', '/api/check', '/v1/chat/completions', '/mcp'];
    for (const path of paths) {
      expect((await app.request(url(path), post(conversation('x')))).status).toBe(401);
    }
  });
});

describe('security headers', () => {
  it('are on every response', async () => {
    const app = appWith(LOOPBACK);
    for (const path of ['/healthz', '/nowhere', '/api/search?question=x']) {
      const { headers } = await app.request(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });
});

describe('the log', () => {
  it('names the route, never the address', async () => {
    const entries: unknown[] = [];
    const app = appOver(recordingDesk(), { onRequest: (entry) => entries.push(entry) });
    await app.request('/api/search?question=secret', { headers: { 'x-request-id': 'r1' } });
    await app.request(`/api/documents/${DOCUMENT_ID}`, { headers: { 'x-request-id': 'r2' } });
    await app.request('/secret', { headers: { 'x-request-id': 'r3' } });
    expect(entries).toEqual([
      { requestId: 'r1', method: 'GET', route: '/api/search', status: 200, ms: 0 },
      { requestId: 'r2', method: 'GET', route: '/api/documents/:id', status: 200, ms: 0 },
      { requestId: 'r3', method: 'GET', route: '/*', status: 404, ms: 0 },
    ]);
  });
});
