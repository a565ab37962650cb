import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import type { Cite } from '../../src/domain/document.ts';
import { builtIndex, FIXTURE, type ServedDesk, serveCitedesk } from './support/cli.ts';
import { callTool, mcpClient } from './support/mcp.ts';
import { added, openAi } from './support/openai.ts';

// The command as a person starts it, the models and the clients as they are.
const QUESTION = 'When did the harbour bridge reopen?';
let served: ServedDesk;
let client: Client;

beforeAll(async () => {
  served = await serveCitedesk(['--corpus', FIXTURE, '--index', await builtIndex()]);
  client = await mcpClient(served.url);
});

afterAll(async () => {
  await client.close();
  await served.stop();
});

async function expectExact({ documentId, start, end, quote }: Cite): Promise<void> {
  const { data } = await callTool(client, 'get_document', { documentId, start, maxChars: end - start });
  expect(data).toMatchObject({ start, end, text: quote });
}

describe('other programs, over the whole program', () => {
  it('get one answer, whichever way they ask', async () => {
    const messages = [{ role: 'user' as const, content: QUESTION }];
    const completion = await openAi(served.url).chat.completions.create({ model: 'citedesk', messages });
    const stream = openAi(served.url).chat.completions.stream({ model: 'citedesk', messages });
    const { text, data } = await callTool(client, 'ask', { question: QUESTION });
    const answer = added(completion).citedesk;
    expect(answer?.status).toBe('answered');
    expect(await stream.finalContent()).toBe(completion.choices[0]?.message.content);
    expect(text).toBe(completion.choices[0]?.message.content);
    expect(data).toEqual(answer);
  });

  it('find every citation at its place', async () => {
    const { data } = await callTool(client, 'ask', { question: QUESTION });
    // The client has held it against the tool's own schema.
    const { claims } = data as unknown as Answer;
    const cites = claims.flatMap(({ citations }) => citations);
    expect(cites.length).toBeGreaterThan(0);
    for (const cite of cites) await expectExact(cite);
  });

  it('search, check and verify', async () => {
    const found = await callTool(client, 'search', { question: QUESTION, limit: 2 });
    expect(found.data?.['passages']).toHaveLength(2);
    const draft = 'The harbour bridge reopened. The moon is made of cheese, said the museum.';
    const checked = await callTool(client, 'check_draft', { draft });
    expect(checked.data).toMatchObject({ text: draft });
    const claim = {
      claim: 'The fire broke out on Sunday.',
      source: 'A fire broke out on Friday at the mill.',
    };
    const verified = await callTool(client, 'verify_claim', claim);
    expect(verified.data).toMatchObject({ against: 'source', verdict: 'contradicted' });
    expect(verified.text).toContain('Friday');
    for (const { isError } of [found, checked, verified]) expect(isError).toBe(false);
  });
});
