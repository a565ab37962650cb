import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createMemoryArchives } from '../../../evals/asking/memory-index.ts';
import { createExtractiveAnswerer } from '../../../src/adapters/answerer/extractive-answerer.ts';
import type { Answer } from '../../../src/domain/answer.ts';
import type { OpenIndex } from '../../../src/ports/index-store.ts';
import { parseSettings } from '../../../src/runtime/config.ts';
import { createLazyWriter } from '../../../src/runtime/written.ts';
import { answerQuestion } from '../../../src/use-cases/answer-question.ts';
import { createFakeClaimVerifier } from '../../fakes/fake-claim-verifier.ts';
import { createFakeEmbedder } from '../../fakes/fake-embedder.ts';
import {
  type ModelReply,
  type ModelRequest,
  type ModelServer,
  startModelServer,
} from '../../fakes/model-server.ts';
import { createWordJudge } from '../../fakes/word-judge.ts';

const KEY = 'sk-0123456789abcdefghij';
const SENTENCE = 'The harbour bridge opened again on 3 May 2026.';
const QUESTION = 'When did the harbour bridge open again?';

const embedder = createFakeEmbedder({ dimensions: 512 });
const extractive = createExtractiveAnswerer({ embedder, verifier: createFakeClaimVerifier() });
let index: OpenIndex;
const servers: ModelServer[] = [];

beforeAll(async () => {
  const paragraphs = [`${SENTENCE} Mayor Ines Halloran thanked the divers.`];
  index = await createMemoryArchives(embedder).open([{ id: 'bridge', title: 'Bridge', paragraphs }]);
});

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serving(reply: (request: ModelRequest, call: number) => ModelReply): Promise<ModelServer> {
  const server = await startModelServer(reply);
  servers.push(server);
  return server;
}

interface Asked {
  readonly settings: object;
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

async function ask({ settings, env = {}, signal }: Asked): Promise<Answer> {
  const { answerer } = parseSettings({ answerer: { model: 'one', retries: 0, ...settings } }, 'a test');
  if (answerer === undefined) throw new Error('There are no settings.');
  const writer = createLazyWriter(answerer, { env, judge: createWordJudge().judge, extractive });
  const request = signal === undefined ? { question: QUESTION } : { question: QUESTION, signal };
  for await (const event of answerQuestion({ index, embedder, answerer: writer }, request)) {
    if (event.type === 'answer-finished') return event.answer;
  }
  throw new Error('There was no answer.');
}

const right = () => ({ chunks: ['The harbour bridge op', 'ened again on 3 May 2026 [', '1].'] });

describe('createLazyWriter', () => {
  it.each<readonly [string, (url: string) => object, string, RegExp]>([
    ['openai', (url) => ({ baseUrl: `${url}/v1` }), 'OPENAI_API_KEY', /^\/v1\/chat\/completions/],
    ['anthropic', (url) => ({ baseUrl: `${url}/v1` }), 'ANTHROPIC_API_KEY', /^\/v1\/messages/],
    [
      'google',
      (url) => ({ baseUrl: `${url}/v1beta` }),
      'GOOGLE_GENERATIVE_AI_API_KEY',
      /^\/v1beta\/models\/one:streamGenerateContent/,
    ],
    [
      'openai-compatible',
      (url) => ({ baseUrl: `${url}/v1`, keyVariable: 'OUR_KEY' }),
      'OUR_KEY',
      /^\/v1\/chat\/completions/,
    ],
    ['ollama', (url) => ({ baseUrl: `${url}/v1`, keyVariable: 'OUR_KEY' }), 'OUR_KEY', /^\/v1\/chat/],
  ])('writes with %s', async (provider, more, variable, path) => {
    const server = await serving(right);
    const answer = await ask({ settings: { provider, ...more(server.url) }, env: { [variable]: KEY } });
    expect(answer.notice).toBeUndefined();
    expect(answer).toMatchObject({ text: SENTENCE, writing: { model: `${provider}/one` } });
    expect(answer.claims[0]).toMatchObject({ verdict: 'supported' });
    const [request] = server.requests;
    expect(request?.path).toMatch(path);
    expect(JSON.stringify(request?.headers)).toContain(KEY);
    expect(request?.body).not.toContain(KEY);
    expect(JSON.stringify(answer)).not.toContain(KEY);
  });

  it('sends no key where none is needed, whatever the environment holds', async () => {
    const server = await serving(right);
    process.env['OPENAI_API_KEY'] = KEY;
    try {
      await ask({
        settings: { provider: 'ollama', baseUrl: `${server.url}/v1` },
        env: { OPENAI_API_KEY: KEY },
      });
    } finally {
      delete process.env['OPENAI_API_KEY'];
    }
    expect(JSON.stringify(server.requests[0]?.headers)).not.toContain(KEY);
  });

  it('leaves thinking aloud out', async () => {
    const server = await serving(() => ({ chunks: ['<thi', 'nk>It is [1].</think>', ...right().chunks] }));
    const answer = await ask({ settings: { provider: 'ollama', baseUrl: `${server.url}/v1` } });
    expect(answer).toMatchObject({ text: SENTENCE, writing: { leftOut: 0 } });
  });

  it('asks nobody without a key', async () => {
    const server = await serving(right);
    const answer = await ask({ settings: { provider: 'openai', baseUrl: `${server.url}/v1` } });
    expect(answer.notice).toMatch(/has no key: the variable OPENAI_API_KEY is not set/);
    expect(server.requests).toEqual([]);
  });

  it.each<readonly [string, ModelReply, RegExp]>([
    ['refuses the key', { status: 401, body: `{"error":{"message":"Bad key ${KEY}"}}` }, /refused the key/],
    ['sends no JSON', { status: 500, body: `<html>${KEY}</html>` }, /failed \(HTTP 500\)/],
    ['writes rubbish', { chunks: [`}{${KEY}`] }, /Nothing that the language model wrote/],
    ['cuts the line', { chunks: [SENTENCE.slice(0, 20)], end: 'drop' }, /failed|broke off/],
  ])('leaks nothing where the server %s', async (_, reply, words) => {
    const server = await serving(() => reply);
    const settings = { provider: 'openai', baseUrl: `${server.url}/v1` };
    const answer = await ask({ settings, env: { OPENAI_API_KEY: KEY } });
    expect(answer.notice).toMatch(words);
    expect(answer.claims[0]?.text).toBe(SENTENCE);
    expect(JSON.stringify(answer)).not.toContain(KEY);
  });

  it('takes its key to no other address', async () => {
    const thief = await serving(right);
    const server = await serving(() => ({ status: 307, body: '', location: `${thief.url}/v1/messages` }));
    const settings = { provider: 'anthropic', baseUrl: `${server.url}/v1` };
    const answer = await ask({ settings, env: { ANTHROPIC_API_KEY: KEY } });
    expect(answer.notice).toMatch(/language model/);
    expect(thief.requests).toEqual([]);
  });

  it('says so where nobody listens', async () => {
    const answer = await ask({ settings: { provider: 'ollama', baseUrl: 'http://127.0.0.1:9/v1' } });
    expect(answer.notice).toMatch(/could not be reached; these are the sources’ own sentences/);
  });

  it('does not wait for a stream that stands still, and closes it', async () => {
    const server = await serving(() => ({ chunks: ['The harbour'], end: 'hang' }));
    const settings = { provider: 'openai-compatible', baseUrl: `${server.url}/v1`, stallMs: 100 };
    expect((await ask({ settings })).notice).toMatch(/was silent for 0\.1 s/);
    await expect.poll(server.left).toBe(1);
  });

  it('closes the stream when the asker leaves', async () => {
    const leaving = new AbortController();
    const server = await serving(() => {
      setTimeout(() => leaving.abort(), 50);
      return { chunks: ['The harbour'], end: 'hang' };
    });
    const settings = { provider: 'openai-compatible', baseUrl: `${server.url}/v1` };
    await expect(ask({ settings, signal: leaving.signal })).rejects.toMatchObject({ code: 'aborted' });
    await expect.poll(server.left).toBe(1);
  });
});

describe('the settings of a writer', () => {
  it.each<readonly [object, RegExp]>([
    [{ provider: 'openai', model: 'm', apiKey: KEY }, /apiKey/],
    [{ provider: 'openai', model: 'm', keyVariable: KEY }, /keyVariable.*not a key/],
    [
      { provider: 'openai', model: 'm', baseUrl: `https://user:${KEY}@api.example/v1` },
      /baseUrl.*without a key/,
    ],
    [{ provider: 'openai', model: 'm', baseUrl: `https://api.example/v1?key=${KEY}` }, /baseUrl/],
    [{ provider: 'openai', model: 'm', baseUrl: 'file:///etc/passwd' }, /baseUrl/],
    [{ provider: 'openai-compatible', model: 'm' }, /baseUrl/],
    [{ provider: 'workers-ai', model: 'm', accountId: 'x' }, /accountId/],
    [{ provider: 'nobody', model: 'm' }, /provider/],
    [{ provider: 'openai', model: 'm', policy: 'ignore' }, /policy/],
    [{ provider: 'openai', model: 'm', timeoutMs: 0 }, /timeoutMs/],
  ])('refuse %j and keep it to themselves', (answerer, words) => {
    const parse = () => parseSettings({ answerer }, 'a test');
    expect(parse).toThrowError(words);
    expect(parse).not.toThrowError(KEY);
  });
});
