import { describe, expect, it } from 'vitest';
import { CitedeskError } from '../../src/domain/errors.ts';
import { appOver, conversation, post } from './support/app.ts';
import { recordingDesk } from './support/recording-desk.ts';

async function problem(response: Response) {
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  const body = await response.json();
  expect(body).toMatchObject({ status: response.status, instance: response.headers.get('x-request-id') });
  expect(body.type).toBe(`urn:citedesk:problem:${body.code}`);
  return body;
}

describe('problem documents', () => {
  const app = appOver(recordingDesk());

  it('tells of an unknown address', async () => {
    expect(await problem(await app.request('/nowhere'))).toMatchObject({ status: 404, code: 'not-found' });
  });

  it('tells of a wrong method and names the right ones', async () => {
    const response = await app.request('/api/ask', { method: 'DELETE' });
    expect(response.headers.get('allow')).toBe('POST');
    expect(await problem(response)).toMatchObject({ status: 405, code: 'method-not-allowed' });
  });

  it('tells of a body that is not JSON by its type', async () => {
    const init = { method: 'POST', body: 'x', headers: { 'content-type': 'text/plain' } };
    const found = await problem(await app.request('/api/ask', init));
    expect(found).toMatchObject({
      status: 415,
      detail: 'The body must be application/json; it came as text/plain.',
    });
  });

  it.each(['/api/ask', '/api/chat', '/api/check'])('tells %s of malformed JSON', async (path) => {
    for (const body of ['{"question":', '', 'nul', '{]']) {
      const found = await problem(await app.request(path, post(body)));
      expect(found).toMatchObject({ status: 400, code: 'malformed-json' });
    }
  });

  it('tells which field is wrong and how', async () => {
    const found = await problem(await app.request('/api/ask', post({ question: 7 })));
    expect(found).toMatchObject({ status: 400, code: 'invalid-input' });
    expect(found.detail).toMatch(/^question: .*string.*number\.$/);
  });

  it('takes no more bytes than it says', async () => {
    const found = await problem(await app.request('/api/ask', post({ question: 'x'.repeat(1_000_001) })));
    expect(found).toMatchObject({ status: 413, code: 'content-too-large' });
    expect(found.detail).toContain('at most 1,000,000 bytes');
  });

  it('counts the bytes of a body of unknown length', async () => {
    let pulled = 0;
    const body = new ReadableStream({
      pull(controller) {
        pulled++;
        controller.enqueue(new Uint8Array(100_000).fill(32));
        if (pulled > 1_000) controller.close();
      },
    });
    const init = { ...post(''), body, duplex: 'half' };
    expect(await problem(await app.request('/api/ask', init))).toMatchObject({ status: 413 });
    expect(pulled).toBeLessThan(20);
  });

  it('tells of a conversation without a question', async () => {
    for (const body of [
      { messages: [] },
      conversation('   '),
      { messages: [{ role: 'assistant', parts: [] }] },
    ]) {
      const found = await problem(await app.request('/api/chat', post(body)));
      expect(found).toMatchObject({ status: 400, code: 'invalid-input' });
    }
  });

  it('gives the status, words and fix of what the desk throws', async () => {
    const error = new CitedeskError('index-missing', 'There is no index.', { fix: 'Make one.' });
    const broken = appOver(recordingDesk({ error }));
    for (const response of [
      await broken.request('/api/ask', post({ question: 'x' })),
      await broken.request('/api/chat', post(conversation('x'))),
      await broken.request('/api/search?question=x'),
      await broken.request('/api/check', post({ draft: 'x' })),
      await broken.request('/api/documents/d0123456789abcdef'),
    ]) {
      const found = await problem(response);
      expect(found).toMatchObject({
        status: 503,
        code: 'index-missing',
        detail: 'There is no index.',
        fix: 'Make one.',
      });
    }
  });

  it('keeps an inner failure to itself and the log', async () => {
    const logged: unknown[] = [];
    const error = new Error('secret/path');
    const broken = appOver(recordingDesk({ error }), { onError: (...entry) => logged.push(entry) });
    const response = await broken.request('/api/ask', post({ question: 'x' }));
    const found = await problem(response);
    expect(found).toMatchObject({ status: 500, code: 'internal' });
    expect(JSON.stringify(found)).not.toContain('secret');
    expect(logged).toEqual([[error, response.headers.get('x-request-id')]]);
  });

  it('tells of a document that is not there, whatever its id looks like', async () => {
    for (const id of ['dffffffffffffffff', 'x', '..%2F..%2Fetc', '%00']) {
      expect(await problem(await app.request(`/api/documents/${id}`))).toMatchObject({ status: 404 });
    }
  });
});

describe('request ids', () => {
  const app = appOver(recordingDesk());

  it('keeps a sane one and makes one otherwise', async () => {
    const idFor = async (id: string) =>
      (await app.request('/healthz', { headers: { 'x-request-id': id } })).headers.get('x-request-id');
    expect(await idFor('trace-17')).toBe('trace-17');
    expect(await idFor('<b>')).toMatch(/^[0-9a-f-]{36}$/);
    expect(await idFor('x'.repeat(5_000))).toMatch(/^[0-9a-f-]{36}$/);
  });
});
