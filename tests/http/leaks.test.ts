import { appendFileSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import type { SearchResult } from '../../src/domain/passage.ts';
import { conversation, post } from './support/app.ts';
import { citedesk, corpusCopy, folder, type ServedDesk, serveCitedesk } from './support/cli.ts';

// Words, figures and names that stand in documents for the desk alone, and in no question below.
const SECRETS = ['quillwort', 'vantor', '7,314,159', '9.87 million', 'zanzibarine', 'embargoed/', 'memo.md'];

const MEMO = `---
title: The Quillwort memo
access: desk
date: 2026-07-02
---

The port authority will sell the harbour bridge to Vantor Holdings for 7,314,159 crowns, a memo under the name of Quillwort says.

The mayor of Marrowby, who signed the memo on Thursday, wants it kept from the public until the autumn.
`;

// Asked in ways that reach for what is hidden, and for what is public beside it.
const QUESTIONS = [
  'Who will buy the harbour bridge?',
  'For how many crowns will the port authority sell the harbour bridge?',
  'What does the memo that the mayor signed say?',
  'How much did the repairs of the harbour bridge cost?',
  'What was the final cost of the repairs?',
  'How many passengers did the temporary ferry carry?',
  'What do the schools of Marrowby serve?',
  'What did the council decide about the museum?',
];
const COST = 'What was the final cost of the repairs?';

const FROM_DEMO = { 'x-citedesk-site': 'demo', origin: 'http://localhost:3000' };

describe('what is for the desk alone', () => {
  let corpus: string;
  let flags: readonly string[];
  let served: ServedDesk;
  let hiddenIds: readonly string[];

  const desk = async (path: string) => (await fetch(served.url + path)).json();
  const askDesk = async (question: string): Promise<Answer> =>
    (await fetch(`${served.url}/api/ask`, post({ question }))).json();

  beforeAll(async () => {
    corpus = corpusCopy();
    writeFileSync(join(corpus, 'memo.md'), MEMO);
    // A copy of a public article, which retells it and says one thing more.
    const copy = join(corpus, '2026/a-zanzibarine-copy.md');
    cpSync(join(corpus, '2026/bridge-reopens.md'), copy);
    appendFileSync(copy, '\nThe Zanzibarine line will run the ferry on.\n');
    writeFileSync(`${copy}.citedesk.yaml`, 'access: desk\n');
    // The same story with another figure.
    mkdirSync(join(corpus, 'embargoed'));
    writeFileSync(
      join(corpus, 'embargoed/costs.txt'),
      'Repairs cost more\n\nThe port authority put the final cost of the repairs at 9.87 million crowns. A fifth bearing had to be replaced after divers found corrosion that the first inspection had missed.\n',
    );
    const config = join(folder(), 'citedesk.config.ts');
    writeFileSync(config, "export default { deskOnly: ['embargoed/**'] };\n");
    flags = ['--corpus', corpus, '--index', join(folder(), 'index'), '--config', config];
    const indexed = await citedesk(['index', ...flags, '--json']);
    expect(indexed.code, indexed.stderr).toBe(0);
    expect(JSON.parse(indexed.stdout)).toMatchObject({ documents: 8, deskDocuments: 3, skipped: [] });
    served = await serveCitedesk(flags);
    const found: SearchResult = await desk('/api/search?question=harbour+bridge+repairs&limit=100');
    const hidden = found.documents.filter(({ path }) => /memo|zanzibarine|embargoed/.test(path));
    hiddenIds = hidden.map(({ documentId }) => documentId);
    expect(hiddenIds).toHaveLength(3);
  });
  afterAll(() => served?.stop());

  /** Status, headers and body, as a reader gets them. */
  async function reader(path: string, init: RequestInit = {}): Promise<{ status: number; text: string }> {
    const headers = { ...FROM_DEMO, ...Object.fromEntries(new Headers(init.headers)) };
    const response = await fetch(`${served.url}/public${path}`, { ...init, headers });
    return { status: response.status, text: JSON.stringify([...response.headers]) + (await response.text()) };
  }

  function expectNothingHidden(text: string): void {
    const lower = text.toLowerCase();
    for (const secret of [...SECRETS, ...hiddenIds]) expect(lower).not.toContain(secret);
  }

  it('is there for the desk: as answer, as retelling, as disagreement', async () => {
    const told = JSON.stringify([
      await Promise.all(QUESTIONS.map(askDesk)),
      await desk(`/api/documents/${hiddenIds[0]}`),
    ]);
    for (const secret of SECRETS) expect(told.toLowerCase(), secret).toContain(secret);
  });

  it('is in no answer to a reader, whatever is asked and however it is narrowed', async () => {
    const filters = [
      {},
      { path: 'embargoed/**' },
      { path: '**/*memo*' },
      { path: '2026/**' },
      { since: '2026-07-01' },
    ];
    for (const question of QUESTIONS) {
      for (const filter of filters) {
        const { status, text } = await reader('/api/chat', post({ ...conversation(question), ...filter }));
        expect(status).toBe(200);
        expect(text).toContain('[DONE]');
        expectNothingHidden(text);
      }
    }
  });

  it('does not fold away the public article that it retells', async () => {
    const { text } = await reader('/api/chat', post(conversation(COST)));
    expect(text).toContain('4.6 million crowns');
    expect(text).toContain('bridge-reopens.md');
  });

  it('is not found by its id, and counted nowhere', async () => {
    for (const id of hiddenIds) {
      expect((await desk(`/api/documents/${id}`)).document.access).toBe('desk');
      const { status, text } = await reader(`/api/documents/${id}`);
      expect(status).toBe(404);
      expect(text).toContain('The index holds no document of this id.');
    }
    const health = await reader('/healthz');
    expect(health.text).toContain('"documents":5');
    expectNothingHidden(health.text);
  });

  it('is in no public document', async () => {
    const all: SearchResult = await desk('/api/search?question=Marrowby&limit=100');
    const shown = all.documents.filter(({ documentId }) => !hiddenIds.includes(documentId));
    expect(shown.length).toBeGreaterThan(2);
    for (const { documentId } of shown) {
      const { status, text } = await reader(`/api/documents/${documentId}`);
      expect(status).toBe(200);
      expectNothingHidden(text);
    }
  });

  it('is behind no other address', async () => {
    const { paths } = await desk('/openapi.json');
    expect(Object.keys(paths).length).toBeGreaterThan(6);
    const addresses = [...Object.keys(paths), '/openapi.json', '/', '/status', '/metrics', '/api/status'];
    for (const path of addresses) {
      for (const address of [path, path.replace(/\{\w+\}/, hiddenIds[0] ?? '')]) {
        const question = 'Who will buy the harbour bridge?';
        const asked = `${address}?question=${encodeURIComponent(question)}`;
        const body = { question, draft: question, messages: [{ role: 'user', content: question }] };
        for (const { text } of [await reader(asked), await reader(address, post(body))])
          expectNothingHidden(text);
      }
    }
  });

  it('stays so from the next index on, while the server runs', async () => {
    const found: SearchResult = await desk('/api/search?question=free+hot+meal+schools');
    const school = found.documents.find(({ path }) => path === 'school-meals.txt');
    const address = `/api/documents/${school?.documentId}`;
    const sidecar = join(corpus, 'school-meals.txt.citedesk.yaml');
    expect((await reader(address)).status).toBe(200);
    writeFileSync(sidecar, 'access: desk');
    const hiding = await citedesk(['index', ...flags, '--json']);
    expect(JSON.parse(hiding.stdout)).toMatchObject({ changed: ['school-meals.txt'], embeddedPassages: 0 });
    expect((await reader(address)).status).toBe(404);
    expect((await fetch(served.url + address)).status).toBe(200);
    rmSync(sidecar);
    const showing = await citedesk(['index', ...flags, '--json']);
    expect(JSON.parse(showing.stdout)).toMatchObject({ changed: ['school-meals.txt'], embeddedPassages: 0 });
    expect((await reader(address)).status).toBe(200);
  });
});
