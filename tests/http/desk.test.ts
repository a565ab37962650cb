import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnswerClaim } from '../../src/domain/answer.ts';
import type { Cite } from '../../src/domain/document.ts';
import {
  answerSchema,
  checkReportSchema,
  documentViewSchema,
  healthSchema,
  searchResultSchema,
} from '../../src/http/schemas.ts';
import { post } from './support/app.ts';
import { builtIndex, citedesk, corpusCopy, type ServedDesk, serveCitedesk } from './support/cli.ts';
import { CLIENTS, ofType } from './support/clients.ts';

const corpus = corpusCopy();
const flags = ['--corpus', corpus, '--index', await builtIndex()];
let desk: ServedDesk;

beforeAll(async () => {
  desk = await serveCitedesk(flags);
});

afterAll(() => desk.stop());

const getJson = async (path: string) => (await fetch(desk.url + path)).json();
const postJson = async (path: string, body: object) => (await fetch(desk.url + path, post(body))).json();

// Each source is fetched once.
const texts = new Map<string, Promise<string>>();
function textOf(documentId: string): Promise<string> {
  const known = texts.get(documentId) ?? fetchText(documentId);
  texts.set(documentId, known);
  return known;
}

async function fetchText(documentId: string): Promise<string> {
  return documentViewSchema.parse(await getJson(`/api/documents/${documentId}`)).document.text;
}

async function expectCitesHold(cites: readonly Cite[]): Promise<void> {
  for (const { documentId, start, end, quote } of cites) {
    expect((await textOf(documentId)).slice(start, end)).toBe(quote);
  }
}

const tooLong = (what: string, limit: string, came: string) =>
  `${what} has at most ${limit} characters; this one has ${came}.`;

describe('a served desk', () => {
  it('is ready', async () => {
    expect(healthSchema.parse(await getJson('/healthz'))).toMatchObject({
      status: 'ready',
      documents: 5,
      missing: [],
    });
  });

  it('searches, asks and checks in the shapes that it describes', async () => {
    const found = searchResultSchema.parse(await getJson('/api/search?q=swans&limit=3'));
    expect(found.passages[0]?.path).toBe('новости 🦢.md');
    const answer = answerSchema.parse(
      await postJson('/api/ask', { question: 'Who drew the map of the marshes?' }),
    );
    expect(answer.text).toContain('Agnes Holt');
    await expectCitesHold(answer.claims.flatMap(({ citations }) => citations));
    const report = checkReportSchema.parse(
      await postJson('/api/check', { draft: 'The surveyor Agnes Holt drew the map in 1781.' }),
    );
    await expectCitesHold(report.claims.flatMap(({ evidence }) => evidence));
  });

  it.each([
    ['an empty question', '/api/ask', { question: '' }, 'The question is empty.'],
    [
      'a long question',
      '/api/ask',
      { question: 'x'.repeat(100_000) },
      tooLong('A question', '2,000', '100,000'),
    ],
    [
      'a day that is none',
      '/api/ask',
      { question: 'x', since: '2026-02-30' },
      'since is a date such as 2026-05-03',
    ],
    ['an empty draft', '/api/check', { draft: '' }, 'The draft is empty.'],
    [
      'a long draft',
      '/api/check',
      { draft: 'x'.repeat(1_000_001) },
      tooLong('A draft', '1,000,000', '1,000,001'),
    ],
  ])('refuses %s', async (_, path, body, words) => {
    expect(await postJson(path, body)).toMatchObject({ status: 400, detail: expect.stringContaining(words) });
  });

  it('refuses a long question in an address and in a conversation', async () => {
    const question = 'x'.repeat(2_001);
    const detail = 'A question has at most 2,000 characters; this one has 2,001.';
    expect(await getJson(`/api/search?question=${question}`)).toMatchObject({ status: 400, detail });
    const messages = [{ role: 'user', parts: [{ type: 'text', text: question }] }];
    expect(await postJson('/api/chat', { messages })).toMatchObject({ status: 400, detail });
    expect(await getJson('/api/search')).toMatchObject({ status: 400 });
    expect(await getJson('/api/search?question=x&limit=1000')).toMatchObject({ status: 400 });
  });

  it.each(CLIENTS)('is understood by $name', async ({ ask }) => {
    const parts = await ask(desk.url, 'Who drew the map of the marshes?');
    expect(ofType(parts, 'source-document')).toMatchObject([
      { filename: 'museum.html', mediaType: 'text/plain' },
    ]);
    const [text] = ofType(parts, 'text');
    expect(text?.['text']).toContain('Agnes Holt');
    const cites = ofType(parts, 'data-citation').map(({ data }) => (data as { cite: Cite }).cite);
    expect(cites.length).toBeGreaterThan(0);
    await expectCitesHold(cites);
    const claims = ofType(parts, 'data-verdict').map(({ data }) => data as AnswerClaim);
    expect(claims.length).toBeGreaterThan(0);
    for (const claim of claims) {
      expect(claim.verdict).toBe('supported');
      expect(String(text?.['text']).slice(claim.start, claim.end)).toBe(claim.text);
    }
  });

  it('cites the exact words of its sources in 200 answers', async () => {
    const { documents } = searchResultSchema.parse(await getJson('/api/search?q=Marrowby&limit=10'));
    const views = await Promise.all(
      documents.map(async ({ documentId }) =>
        documentViewSchema.parse(await getJson(`/api/documents/${documentId}`)),
      ),
    );
    const questions = views.flatMap(({ document, sentences }) =>
      sentences.flatMap(({ start, end }) => questionsOf(document.text.slice(start, end))),
    );
    const stdin = questions.slice(0, 200).map((question, id) => JSON.stringify({ id, question }));
    expect(stdin).toHaveLength(200);
    const { stdout } = await citedesk(['ask', '--batch', '-', ...flags], { stdin: stdin.join('\n') });
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => answerSchema.parse(JSON.parse(line)));
    expect(answers).toHaveLength(200);
    const cites = answers.flatMap(({ claims, nearest }) => [
      ...claims.flatMap(({ citations }) => citations),
      ...nearest,
    ]);
    expect(cites.length).toBeGreaterThan(200);
    await expectCitesHold(cites);
  }, 300_000);

  it('stops checking a draft whose editor has gone, and has room again', async () => {
    const draft = 'The harbour bridge in Marrowby has twelve bearings and four are cracked.\n\n'.repeat(
      5_000,
    );
    const gone = new AbortController();
    const check = (text: string, signal?: AbortSignal) =>
      fetch(`${desk.url}/api/check`, { ...post({ draft: text }), ...(signal !== undefined && { signal }) });
    const long = [check(draft, gone.signal), check(draft, gone.signal)];
    // An empty draft is refused for its own sake as soon as there is room, and takes none.
    const status = async () => (await check('')).status;
    await expect.poll(status, { timeout: 20_000 }).toBe(503);
    gone.abort();
    await Promise.allSettled(long);
    await expect.poll(status, { timeout: 20_000 }).toBe(400);
  });

  it('answers from a new index as soon as there is one', async () => {
    writeFileSync(
      join(corpus, 'bakery.txt'),
      'The bakery on Heron Street was opened by Oskar Lund in 2024.\n',
    );
    await citedesk(['index', ...flags]);
    expect(await getJson('/healthz')).toMatchObject({ documents: 6 });
    const answer = answerSchema.parse(
      await postJson('/api/ask', { question: 'Who opened the bakery on Heron Street?' }),
    );
    expect(answer.text).toContain('Oskar Lund');
  });

  it('stops when told to, and says so', async () => {
    const own = await serveCitedesk(flags);
    expect(await own.stop()).toMatchObject({ code: 0, stderr: expect.stringContaining('Stopping') });
    await expect(fetch(`${own.url}/healthz`)).rejects.toThrow();
  });

  it('logs requests without what they ask', async () => {
    const own = await serveCitedesk(flags);
    await fetch(`${own.url}/api/search?question=secretword`, { headers: { 'x-request-id': 'trace-1' } });
    await fetch(`${own.url}/api/ask`, post({ question: 'secretword' }));
    const { stderr } = await own.stop();
    expect(stderr).toContain('"requestId":"trace-1"');
    expect(stderr).toContain('"route":"/api/ask"');
    expect(stderr).not.toContain('secretword');
  });
});

// A sentence asked for in several ways: whole, and by what each run of its words is about.
function questionsOf(sentence: string): string[] {
  const words = sentence.replaceAll(/[^\p{L}\p{N}\s-]/gu, '').split(/\s+/);
  const runs = words.flatMap((_, at) => (at + 4 <= words.length ? [words.slice(at, at + 4).join(' ')] : []));
  return [`What is known of this: ${sentence}`, ...runs.map((run) => `What about ${run}?`)];
}
