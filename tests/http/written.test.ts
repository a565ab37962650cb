import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import { answerSchema } from '../../src/http/schemas.ts';
import {
  type ModelReply,
  type ModelRequest,
  type ModelServer,
  startModelServer,
} from '../fakes/model-server.ts';
import { conversation, post } from './support/app.ts';
import { builtIndex, citedesk, FIXTURE, folder, type ServedDesk, serveCitedesk } from './support/cli.ts';

// The whole program with its real models; only the language model is a script behind a real server.
const KEY = 'sk-0123456789abcdefghij';
const QUESTION = 'How many children will take part in the free school meals?';
const TRUE_SENTENCE = 'The council of the town expects 2,150 children to take part';
const WRONG_SENTENCE = 'The council set aside 750,000 crowns a year for the scheme';
let model: ModelServer;
let desk: ServedDesk;
let reply: (request: ModelRequest) => ModelReply;
const flags = ['--corpus', FIXTURE];

beforeAll(async () => {
  model = await startModelServer((request) => reply(request));
  const answerer = {
    provider: 'openai',
    model: 'scripted',
    baseUrl: `${model.url}/v1`,
    policy: 'strike',
    retries: 0,
    stallMs: 5_000,
  };
  const config = join(folder(), 'desk.config.ts');
  writeFileSync(config, `export default ${JSON.stringify({ answerer })};\n`);
  flags.push('--config', config, '--index', await builtIndex());
  desk = await serveCitedesk(flags, { env: { OPENAI_API_KEY: KEY, CITEDESK_LOG_LEVEL: 'trace' } });
}, 180_000);

const outputs: string[] = [];

afterEach(() => {
  expect(outputs.splice(0).join('')).not.toContain(KEY);
});

afterAll(async () => {
  const { stdout, stderr } = await desk.stop();
  await model.close();
  expect(stdout + stderr).not.toContain(KEY);
});

/** The number of the passage that holds these words. */
function cite({ body }: ModelRequest, words: string): string {
  const passages = [...body.matchAll(/<passage-(\d+)-\w+>(.*?)<\/passage/g)];
  return `[${passages.find((passage) => passage[2]?.includes(words))?.[1]}]`;
}

async function ask(question = QUESTION): Promise<Answer> {
  const response = await fetch(`${desk.url}/api/ask`, post({ question }));
  const text = await response.text();
  outputs.push(text);
  return answerSchema.parse(JSON.parse(text)) as Answer;
}

describe('a desk that writes', () => {
  it('shows right sentences, and marks each that is not', async () => {
    reply = (request) => {
      const lines = [
        `${TRUE_SENTENCE} ${cite(request, '2,150')}.`,
        `${WRONG_SENTENCE} ${cite(request, '720,000')}.`,
        'The school council will meet in Reykjavik [42].',
        'I hate humans.',
      ];
      return { chunks: lines.join('\n').match(/.{1,5}/gs) ?? [] };
    };
    const answer = await ask();
    expect(answer.claims[0]).toMatchObject({ text: `${TRUE_SENTENCE}.`, verdict: 'supported' });
    const wrong = answer.claims.find(({ text }) => text.startsWith(WRONG_SENTENCE));
    expect(wrong).toMatchObject({ verdict: 'contradicted', isStruck: true });
    expect(wrong?.reasons?.map(({ code }) => code)).toContain('number-mismatch');
    expect(answer.claims.filter(({ verdict }) => verdict === 'supported')).toHaveLength(1);
    expect(answer.text).toContain(`~~${WRONG_SENTENCE}.~~`);
    expect(answer.text).not.toContain('hate');
    expect(answer.writing).toMatchObject({ model: 'openai/scripted', droppedCitations: 1 });
    expect(model.requests.at(-1)?.headers.authorization).toBe(`Bearer ${KEY}`);
  });

  it('streams each sentence before its verdict', async () => {
    reply = (request) => ({ chunks: [`${TRUE_SENTENCE} ${cite(request, '2,150')}.`] });
    const response = await fetch(`${desk.url}/api/chat`, post(conversation(QUESTION)));
    const lines = (await response.text()).split('\n\n').filter((line) => line.startsWith('data: {'));
    const types = lines.map((line) => JSON.parse(line.slice(6)).type);
    const of = (type: string) => types.indexOf(type);
    expect(of('text-delta')).toBeGreaterThan(0);
    expect(of('data-verdict')).toBeGreaterThan(of('text-delta'));
    expect(of('data-answer')).toBeGreaterThan(of('data-verdict'));
  });

  it.each<readonly [string, ModelReply]>([
    ['refuses its key', { status: 401, body: `{"error":{"message":"Incorrect API key provided: ${KEY}"}}` }],
    ['fails', { status: 500, body: KEY }],
    ['breaks off', { chunks: ['The council set', ' aside '], end: 'drop' }],
    ['is silent', { chunks: [], end: 'hang' }],
  ])('answers in the sources’ own sentences where the model %s', async (_, given) => {
    reply = () => given;
    const answer = await ask();
    expect(answer.notice).toMatch(/^The language model .*; these are the sources’ own sentences\.$/);
    expect(answer.claims.length).toBeGreaterThan(0);
    for (const { text, verdict, citations } of answer.claims) {
      expect([verdict, citations[0]?.quote]).toEqual(['supported', text]);
    }
  });

  it.each<readonly [string, ModelReply]>([
    ['answers', { chunks: [`${TRUE_SENTENCE} [1].`] }],
    ['is asked too often', { status: 429, body: 'quota of organisation acme is used up' }],
    ['fails', { status: 500, body: `${KEY} at 10.0.0.7` }],
    ['breaks off', { chunks: ['The council set', ' aside '], end: 'drop' }],
  ])('tells readers of other sites nothing of the model that %s', async (_, given) => {
    reply = () => given;
    const headers = { 'x-citedesk-site': 'demo', origin: 'http://localhost:3000' };
    const response = await fetch(`${desk.url}/public/api/chat`, post(conversation(QUESTION), headers));
    const text = await response.text();
    outputs.push(text);
    expect(text).toContain('"status":"answered"');
    expect(text).not.toMatch(/openai|scripted|language model|HTTP|quota|acme|10\.0\.0\.7|127\.0\.0\.1/);
  });

  it('abstains where the archive does not answer, and asks nobody', async () => {
    const before = model.requests.length;
    expect((await ask('Who won the chess championship in Reykjavik?')).status).toBe('abstained');
    expect(model.requests).toHaveLength(before);
  });

  it('lets go of the model when the reader goes', async () => {
    const before = model.left();
    const leaving = new AbortController();
    reply = () => {
      setTimeout(() => leaving.abort(), 20);
      return { chunks: ['The council'], end: 'hang' };
    };
    const request = { ...post({ question: QUESTION }), signal: leaving.signal };
    await expect(fetch(`${desk.url}/api/ask`, request)).rejects.toThrow();
    await expect.poll(model.left, { timeout: 4_000 }).toBe(before + 1);
  });

  it('says on the terminal how the answer came about', async () => {
    reply = () => ({ status: 429, body: '' });
    const { code, stdout, stderr } = await citedesk(['ask', QUESTION, ...flags], {
      env: { OPENAI_API_KEY: KEY },
    });
    outputs.push(stdout, stderr);
    expect(code).toBe(0);
    expect(stdout).toContain('The language model is asked too often, or its quota is used up (HTTP 429)');
  });
});
