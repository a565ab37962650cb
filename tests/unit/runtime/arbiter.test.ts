import { afterEach, describe, expect, it } from 'vitest';
import { type Arbiter, createArbiter, tallyWords } from '../../../src/runtime/arbiter.ts';
import { parseSettings } from '../../../src/runtime/config.ts';
import {
  type ModelReply,
  type ModelRequest,
  type ModelServer,
  startModelServer,
} from '../../fakes/model-server.ts';
import { sentPrompt, shownPair, wordOpinion } from '../../fakes/opinion-script.ts';

const KEY = 'sk-0123456789abcdefghij';
const PAIR = { claim: 'The mill burned.', source: 'The mill of Lund burned on Friday.' };

const servers: ModelServer[] = [];
const arbiters: Arbiter[] = [];

afterEach(async () => {
  await Promise.all(arbiters.splice(0).map((arbiter) => arbiter.close()));
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serving(reply: (request: ModelRequest, call: number) => ModelReply): Promise<ModelServer> {
  const server = await startModelServer(reply);
  servers.push(server);
  return server;
}

async function arbiterOf(settings: object, env: Readonly<Record<string, string>> = {}) {
  const { verifier } = parseSettings({ verifier: { model: 'one', retries: 0, ...settings } }, 'a test');
  if (verifier === undefined) throw new Error('There are no settings.');
  const told: string[] = [];
  const arbiter = await createArbiter(verifier, { env, onFailure: (words) => told.push(words) });
  arbiters.push(arbiter);
  return { arbiter, told };
}

// Whatever the provider's form: rules and material stand in the body as they are, but for JSON's escapes.
function reply({ body }: ModelRequest): ModelReply {
  const code = /nothing else: ([0-9a-f]{8}),/.exec(body)?.[1] ?? 'none';
  return { chunks: [code.slice(0, 3), code.slice(3), ' supp', 'orts'] };
}

// A provider's package may take seconds to load on a busy machine.
describe('createArbiter', { timeout: 30_000 }, () => {
  it.each<readonly [string, (url: string) => object, string]>([
    ['openai', (url) => ({ baseUrl: `${url}/v1` }), 'OPENAI_API_KEY'],
    ['anthropic', (url) => ({ baseUrl: `${url}/v1` }), 'ANTHROPIC_API_KEY'],
    ['google', (url) => ({ baseUrl: `${url}/v1beta` }), 'GOOGLE_GENERATIVE_AI_API_KEY'],
    ['openai-compatible', (url) => ({ baseUrl: `${url}/v1`, keyVariable: 'OUR_KEY' }), 'OUR_KEY'],
    ['ollama', (url) => ({ baseUrl: `${url}/v1`, keyVariable: 'OUR_KEY' }), 'OUR_KEY'],
  ])('judges with %s', async (provider, more, variable) => {
    const server = await serving(reply);
    const { arbiter, told } = await arbiterOf({ provider, ...more(server.url) }, { [variable]: KEY });
    const [scores] = await arbiter.verify([PAIR]);
    expect(scores?.supports).toBeGreaterThan(0.5);
    expect(JSON.stringify(server.requests[0]?.headers)).toContain(KEY);
    expect(server.requests[0]?.body).not.toContain(KEY);
    expect(arbiter.model.name).toBe(`${provider}/one`);
    expect([told, tallyWords('m', arbiter.tally())]).toEqual([
      [],
      'm judged 1 of 1 claims, each beside one source, that rules did not settle.',
    ]);
  });

  it('reads the answer behind what a model thinks aloud', async () => {
    const server = await serving((request) => {
      const shown = shownPair(sentPrompt(request.body));
      return {
        chunks: [
          '<think>',
          `${shown.code} contradicts? No.`,
          '</think>\n',
          `${shown.code} ${wordOpinion(shown)}`,
        ],
      };
    });
    const { arbiter } = await arbiterOf({ provider: 'ollama', baseUrl: `${server.url}/v1` });
    expect((await arbiter.verify([PAIR]))[0]?.supports).toBeGreaterThan(0.5);
  });

  it('has no key: says so, and asks nobody', async () => {
    const server = await serving(reply);
    const { arbiter, told } = await arbiterOf({ provider: 'openai', baseUrl: `${server.url}/v1` });
    await expect(arbiter.verify([PAIR])).rejects.toMatchObject({ code: 'verifier-failed' });
    expect(told).toEqual(['The language model has no key: the variable OPENAI_API_KEY is not set.']);
    expect(server.requests).toEqual([]);
  });

  it.each<readonly [string, ModelReply, RegExp]>([
    ['refuses the key', { status: 401, body: `{"error":{"message":"Bad key ${KEY}"}}` }, /refused the key/],
    ['writes rubbish', { chunks: [`}{${KEY}`] }, /no verdict in the form/],
    ['cuts the line', { chunks: ['01'], end: 'drop' }, /failed|broke off/],
    ['stands still', { chunks: ['01'], end: 'hang' }, /was silent for 0\.1 s/],
  ])('leaks nothing where the server %s, tells each kind once and counts all', async (_, given, words) => {
    const server = await serving(() => given);
    // Only the server that stands still is waited for: the others answer, however busy the machine is.
    const stallMs = 'end' in given && given.end === 'hang' ? 100 : 30_000;
    const settings = { provider: 'openai', baseUrl: `${server.url}/v1`, stallMs };
    const { arbiter, told } = await arbiterOf(settings, { OPENAI_API_KEY: KEY });
    for (const claim of ['One.', 'Two.', 'Three.', 'Four.']) {
      await expect(arbiter.verify([{ ...PAIR, claim }])).rejects.toMatchObject({ code: 'verifier-failed' });
    }
    expect(told).toEqual([expect.stringMatching(words), expect.stringContaining('not asked for a while')]);
    const tally = tallyWords('m', arbiter.tally()) ?? '';
    expect(tally).toContain('m judged 0 of 4 claims');
    expect(tally).toMatch(
      /The others were judged by citedesk-verify: The language model .*\. \(3\) .*\. \(1\)$/,
    );
    expect(tally + told.join()).not.toContain(KEY);
    expect(server.requests).toHaveLength(3);
  });

  it('takes its key and the texts to no other address', async () => {
    const thief = await serving(reply);
    const server = await serving(() => ({ status: 307, body: '', location: `${thief.url}/v1/messages` }));
    const settings = { provider: 'anthropic', baseUrl: `${server.url}/v1` };
    const { arbiter } = await arbiterOf(settings, { ANTHROPIC_API_KEY: KEY });
    await expect(arbiter.verify([PAIR])).rejects.toMatchObject({ code: 'verifier-failed' });
    expect(thief.requests).toEqual([]);
  });

  it('sends the two texts and the rules, and nothing else', async () => {
    const server = await serving(reply);
    const { arbiter } = await arbiterOf({
      provider: 'ollama',
      baseUrl: `${server.url}/v1`,
      maxOutputTokens: 80,
    });
    await arbiter.verify([PAIR]);
    const { messages, ...rest } = JSON.parse(server.requests[0]?.body ?? '{}');
    expect(messages).toHaveLength(2);
    expect(rest).toEqual({ model: 'one', max_tokens: 80, stream: true });
    expect(shownPair(sentPrompt(server.requests[0]?.body ?? ''))).toMatchObject(PAIR);
  });
});

describe('the settings of the verifier', () => {
  it.each<readonly [object, RegExp]>([
    [{ provider: 'openai', model: 'm', apiKey: KEY }, /apiKey/],
    [{ provider: 'openai', model: 'm', keyVariable: KEY }, /keyVariable.*not a key/],
    [{ provider: 'openai', model: 'm', concurrency: 0 }, /concurrency/],
    [{ provider: 'openai', model: 'm', policy: 'repair' }, /policy/],
    [{ provider: 'nobody', model: 'm' }, /provider/],
  ])('refuse %j and keep it to themselves', (verifier, words) => {
    const parse = () => parseSettings({ verifier }, 'a test');
    expect(parse).toThrowError(words);
    expect(parse).not.toThrowError(KEY);
  });
});
