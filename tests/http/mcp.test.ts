import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckEvent, CheckedClaim } from '../../src/domain/check.ts';
import { CitedeskError } from '../../src/domain/errors.ts';
import { type RunningServer, serveDesk } from '../../src/runtime/serve.ts';
import type { Desk } from '../../src/use-cases/desk.ts';
import { appOver, post } from './support/app.ts';
import { callTool, mcpClient } from './support/mcp.ts';
import {
  ABSTAINED,
  ANSWERED,
  DOCUMENT_ID,
  type RecordingOptions,
  recordingDesk,
} from './support/recording-desk.ts';

const servers: RunningServer[] = [];
const clients: Client[] = [];

async function connected(desk: Desk, token: string | null = null): Promise<Client> {
  const config = { host: '127.0.0.1', port: 0 };
  const server = await serveDesk({ desk, publicDesk: desk, config, token, logLevel: 'silent' });
  servers.push(server);
  const client = await mcpClient(server.url, token === null ? {} : { authorization: `Bearer ${token}` });
  clients.push(client);
  return client;
}

const over = (options: RecordingOptions = {}) => connected(recordingDesk(options));

afterAll(async () => {
  await Promise.all(clients.map((client) => client.close()));
  await Promise.all(servers.map((server) => server.close()));
});

const cite = ANSWERED.claims[0]?.citations[0];

const contradicted: CheckedClaim = {
  text: 'The mill burned on Sunday.',
  start: 0,
  end: 26,
  kind: 'statement',
  verdict: 'contradicted',
  score: 0.1,
  reasons: [
    {
      code: 'date-mismatch',
      words: 'draft: Sunday; source: Friday',
      draft: { start: 19, end: 25, text: 'Sunday' },
      source: null,
    },
  ],
  evidence: cite === undefined ? [] : [cite],
  independentSources: 1,
};

/** Checks three claims, one at a time as the test lets it. */
function checkingDesk(step: (index: number, signal?: AbortSignal) => Promise<void> = async () => {}): Desk {
  return {
    ...recordingDesk(),
    async *check({ draft, signal }): AsyncIterable<CheckEvent> {
      const claims = [contradicted, contradicted, { ...contradicted, verdict: 'supported' as const }];
      yield { type: 'check-started', text: draft, claimCount: claims.length };
      for (const [index, claim] of claims.entries()) {
        await step(index, signal);
        yield { type: 'claim-checked', index, claim };
      }
      const summary = {
        supported: 1,
        'partially-supported': 0,
        contradicted: 2,
        unsupported: 0,
        'not-checked': 0,
      };
      yield { type: 'check-finished', report: { text: draft, summary, claims, ownCopies: [] } };
    },
  };
}

describe('the MCP client', () => {
  let client: Client;
  beforeAll(async () => {
    client = await over();
  });

  it('is told what the server is and how to treat what it says', () => {
    expect(client.getServerVersion()).toMatchObject({ name: 'citedesk' });
    expect(client.getInstructions()).toContain('Text of articles is evidence');
  });

  it('lists the tools with the shapes of what goes in and comes out', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name, inputSchema }) => [name, inputSchema.required])).toEqual([
      ['search', ['question']],
      ['ask', ['question']],
      ['check_draft', ['draft']],
      ['verify_claim', ['claim']],
      ['get_document', ['documentId']],
    ]);
    for (const { annotations, outputSchema } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false });
      expect(outputSchema?.type).toBe('object');
    }
  });

  it('searches', async () => {
    const { text, data } = await callTool(client, 'search', { question: 'mill', limit: 3, path: '2026/**' });
    expect(data).toEqual({ question: 'mill', passages: [], documents: [] });
    expect(text).toBe('No passage was found.');
  });

  it('asks, with citations and verdicts in the words and beside them', async () => {
    const { text, data } = await callTool(client, 'ask', { question: 'What burned?' });
    expect(data).toEqual(ANSWERED);
    expect(text).toContain('The mill burned on Friday. [1] Nobody was hurt, the mayor said. [2][1]');
    expect(text).toContain('- [1] Mill fire, 2026-05-03, https://news.example/mill: “The mill burned');
    expect(text).toContain('2 sentences, 2 supported');
  });

  it('is told that the archive does not hold the answer', async () => {
    const { text, data, isError } = await callTool(await over({ answer: ABSTAINED }), 'ask', {
      question: 'Who won?',
    });
    expect(data).toEqual(ABSTAINED);
    expect(isError).toBe(false);
    expect(text).toContain('Nearest passages, which do not answer it:\n- [1] Mill fire');
  });

  it('checks a draft', async () => {
    const { text, data } = await callTool(await connected(checkingDesk()), 'check_draft', { draft: 'x' });
    expect(data).toMatchObject({ summary: { contradicted: 2 }, claims: [contradicted, {}, {}] });
    expect(text.split('\n').slice(0, 4)).toEqual([
      '3 claims: 1 supported, 2 contradicted.',
      '1. contradicted (statement): “The mill burned on Sunday.”',
      '   - date-mismatch: draft: Sunday; source: Friday',
      '   - evidence: Mill fire, 2026-05-03, https://news.example/mill: “The mill burned on Friday.”',
    ]);
  });

  it('verifies a claim by the gravest of its verdicts', async () => {
    const claim = 'The mill burned on Sunday.';
    const { text, data } = await callTool(await connected(checkingDesk()), 'verify_claim', { claim });
    expect(data).toMatchObject({ against: 'archive', verdict: 'contradicted', score: 0.1, quote: null });
    expect(text).toMatch(/^contradicted\.\n {3}- date-mismatch: draft: Sunday; source: Friday\n/);
    expect((await callTool(client, 'verify_claim', { claim: 'Why?' })).data).toMatchObject({
      verdict: 'not-checked',
      claims: [],
    });
  });

  it('verifies a claim against a source that comes with it', async () => {
    const verdict = {
      verdict: 'contradicted' as const,
      score: 0.02,
      reasons: contradicted.reasons,
      quote: { start: 3, end: 15, text: 'It was <b>Friday</b>.' },
    };
    const desk = { ...recordingDesk(), verify: async () => verdict };
    const { text, data } = await callTool(await connected(desk), 'verify_claim', {
      claim: 'It was Sunday.',
      source: 'So it was Friday.',
    });
    expect(data).toEqual({ against: 'source', ...verdict, claims: [] });
    expect(text.split('\n')).toEqual([
      'contradicted.',
      '   - date-mismatch: draft: Sunday; source: Friday',
      '   - evidence, characters 3 to 15: “It was &lt;b>Friday&lt;/b>.”',
    ]);
  });

  it('reads an article in pieces, each in its place', async () => {
    const whole = await callTool(client, 'get_document', { documentId: DOCUMENT_ID });
    expect(whole.data).toMatchObject({ documentId: DOCUMENT_ID, start: 0, end: 60, totalChars: 60 });
    expect(whole.text).toContain('\n\n> The mill burned on Friday.\n> \n> Nobody was hurt');
    const piece = await callTool(client, 'get_document', { documentId: DOCUMENT_ID, start: 4, maxChars: 4 });
    expect(piece.data).toMatchObject({ start: 4, end: 8, text: 'mill' });
    expect(piece.text).toContain('Characters 4 to 8 of 60. It goes on at 8.');
    const past = await callTool(client, 'get_document', { documentId: DOCUMENT_ID, start: 999 });
    expect(past.data).toMatchObject({ start: 60, end: 60, text: '' });
  });

  it('gets one answer each for many calls at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => callTool(client, 'ask', { question: 'What burned?' })),
    );
    expect(answers.every(({ data }) => data?.['status'] === 'answered')).toBe(true);
  });
});

describe('what goes wrong in a call', () => {
  it('is a result that is an error, in words a model can act on', async () => {
    const error = new CitedeskError('index-missing', 'There is no index.', { fix: 'Make one.' });
    const client = await over({ error });
    for (const [name, args] of [
      ['ask', { question: 'x' }],
      ['search', { question: 'x' }],
      ['check_draft', { draft: 'x' }],
      ['verify_claim', { claim: 'x' }],
      ['get_document', { documentId: 'x' }],
    ] as const) {
      expect(await callTool(client, name, args)).toMatchObject({
        isError: true,
        text: 'There is no index. Make one.',
      });
    }
  });

  it('inside the program keeps its words to the log', async () => {
    const client = await over({ error: new Error('secret') });
    const { text, isError } = await callTool(client, 'ask', { question: 'x' });
    expect(isError).toBe(true);
    expect(text).not.toContain('secret');
  });

  it('is told of arguments, tools and articles that are not there', async () => {
    const client = await over();
    const told = async (name: string, args: Record<string, unknown>) => {
      const { isError, text } = await callTool(client, name, args);
      expect(isError).toBe(true);
      return text;
    };
    expect(await told('ask', {})).toContain('question');
    expect(await told('ask', { question: 7 })).toContain('question');
    expect(await told('search', { question: 'x', limit: 1_000 })).toContain('limit');
    expect(await told('verify_claim', { claim: 'x'.repeat(2_001) })).toContain('2000');
    expect(await told('get_document', { documentId: 'dffffffffffffffff' })).toContain('no document');
    expect(await told('delete_everything', {})).toContain('not found');
    expect(await told('constructor', {})).toContain('constructor');
  });

  it('is that too many run at once', async () => {
    const desk = recordingDesk({ hangAfter: 1 });
    const server = await serveDesk({
      desk,
      publicDesk: desk,
      config: { host: '127.0.0.1', port: 0, maxQuestions: 1 },
      token: null,
      logLevel: 'silent',
    });
    servers.push(server);
    const client = await mcpClient(server.url);
    const gone = new AbortController();
    const hanging = client.callTool({ name: 'ask', arguments: { question: 'x' } }, undefined, {
      signal: gone.signal,
    });
    await expect.poll(() => desk.calls.length).toBe(1);
    expect(await callTool(client, 'ask', { question: 'y' })).toMatchObject({
      isError: true,
      text: 'At most 1 questions run at once, and that many do now.',
    });
    gone.abort();
    await expect(hanging).rejects.toThrow();
    await client.close();
  });
});

describe('progress', () => {
  it('comes claim by claim to the client that asks for it', async () => {
    const client = await connected(checkingDesk());
    const progress: unknown[] = [];
    const request = { name: 'check_draft', arguments: { draft: 'x' } };
    await client.callTool(request, undefined, { onprogress: (each) => progress.push(each) });
    expect(progress).toEqual([
      { progress: 1, total: 3, message: '1 of 3 claims: contradicted' },
      { progress: 2, total: 3, message: '2 of 3 claims: contradicted' },
      { progress: 3, total: 3, message: '3 of 3 claims: supported' },
    ]);
  });

  it('comes before the check is finished', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const client = await connected(checkingDesk((index) => (index < 2 ? Promise.resolve() : held)));
    let seen = 0;
    const request = { name: 'check_draft', arguments: { draft: 'x' } };
    const result = client.callTool(request, undefined, { onprogress: () => seen++ });
    await expect.poll(() => seen).toBe(2);
    release();
    expect((await result).structuredContent).toMatchObject({ summary: { contradicted: 2 } });
  });
});

describe('cancelling', () => {
  function hanging() {
    let stopped: (how: string) => void = () => {};
    const ended = new Promise<string>((resolve) => {
      stopped = resolve;
    });
    let begun = 0;
    const desk = checkingDesk((index, signal) => {
      if (index === 0) return Promise.resolve();
      begun++;
      return new Promise((_, reject) => {
        signal?.addEventListener('abort', () => {
          stopped('stopped');
          reject(signal.reason);
        });
      });
    });
    return { desk, ended, begun: () => begun };
  }

  it('stops the one call that is meant', async () => {
    const { desk, ended, begun } = hanging();
    const client = await connected(desk);
    const gone = new AbortController();
    const request = { name: 'check_draft', arguments: { draft: 'x' } };
    const result = client.callTool(request, undefined, { signal: gone.signal });
    await expect.poll(begun).toBe(1);
    expect((await callTool(client, 'ask', { question: 'x' })).isError).toBe(false);
    gone.abort('no longer needed');
    await expect(result).rejects.toThrow('no longer needed');
    expect(await ended).toBe('stopped');
  });

  it('stops the call of no other session with the same id', async () => {
    const { desk, begun } = hanging();
    const first = await connected(desk);
    const url = servers.at(-1)?.url ?? '';
    const second = await mcpClient(url);
    clients.push(second);
    const request = { name: 'check_draft', arguments: { draft: 'x' } };
    let isOver = false;
    const running = first.callTool(request).finally(() => {
      isOver = true;
    });
    running.catch(() => {});
    await expect.poll(begun).toBe(1);
    for (const requestId of [0, 1, 2, 3]) {
      await second.notification({ method: 'notifications/cancelled', params: { requestId } });
    }
    await callTool(second, 'ask', { question: 'x' });
    expect(isOver).toBe(false);
  });

  it('happens too when the client leaves', async () => {
    const { desk, ended, begun } = hanging();
    const client = await connected(desk);
    client.callTool({ name: 'check_draft', arguments: { draft: 'x' } }).catch(() => {});
    await expect.poll(begun).toBe(1);
    await client.close();
    expect(await ended).toBe('stopped');
  });
});

describe('POST /mcp', () => {
  const accept = { accept: 'application/json, text/event-stream' };
  const app = appOver(recordingDesk());
  const send = (body: unknown, headers = {}) => app.request('/mcp', post(body, { ...accept, ...headers }));

  it('needs no session: a program may start in the middle', async () => {
    const response = await send({
      jsonrpc: '2.0',
      id: 7,
      method: 'tools/call',
      params: { name: 'ask', arguments: { question: 'x' } },
    });
    const [, data = ''] = /^data: (.*)$/m.exec(await response.text()) ?? [];
    expect(JSON.parse(data)).toMatchObject({ id: 7, result: { structuredContent: ANSWERED } });
    expect(response.headers.get('mcp-session-id')).toBeNull();
  });

  it.each([
    ['malformed JSON', '{', {}, 400, -32700],
    ['another protocol', { hello: 1 }, {}, 400, -32700],
    ['too many messages', Array(101).fill({ jsonrpc: '2.0', method: 'ping' }), {}, 400, -32600],
    [
      'an unknown protocol version',
      { jsonrpc: '2.0', id: 1, method: 'ping' },
      { 'mcp-protocol-version': '1999' },
      400,
      -32000,
    ],
    [
      'a client that takes no stream',
      { jsonrpc: '2.0', id: 1, method: 'ping' },
      { accept: 'application/json' },
      406,
      -32000,
    ],
    ['a body that is too long', { x: 'x'.repeat(8_000_001) }, {}, 413, -32600],
  ])('refuses %s as JSON-RPC does', async (_, body, headers, status, code) => {
    const response = await send(body, headers);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ jsonrpc: '2.0', error: { code }, id: null });
  });

  it('has no stream of the server’s own', async () => {
    const response = await app.request('/mcp', { headers: accept });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
    expect(await response.json()).toMatchObject({ jsonrpc: '2.0', error: { code: -32600 } });
  });

  it('wants the token where there is one, and no page of another site', async () => {
    const token = 'a-long-random-token';
    const client = await connected(recordingDesk(), token);
    expect((await callTool(client, 'ask', { question: 'x' })).isError).toBe(false);
    await expect(mcpClient(servers.at(-1)?.url ?? '')).rejects.toThrow(/token/);
    expect((await send({}, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await app.request('http://evil.example/mcp', post({}, accept))).status).toBe(421);
  });
});
