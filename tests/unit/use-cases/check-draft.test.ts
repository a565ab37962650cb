import { beforeAll, describe, expect, it } from 'vitest';
import { draftReader } from '../../../src/adapters/parser/draft-reader.ts';
import type { CheckEvent, CheckReport } from '../../../src/domain/check.ts';
import type { Document } from '../../../src/domain/document.ts';
import type { Passage } from '../../../src/domain/passage.ts';
import type { OpenIndex } from '../../../src/ports/index-store.ts';
import { checkDraft } from '../../../src/use-cases/check-draft.ts';
import { createFakeClaimVerifier } from '../../fakes/fake-claim-verifier.ts';
import { createFakeEmbedder } from '../../fakes/fake-embedder.ts';
import { createMemoryIndexStore } from '../../fakes/memory-index-store.ts';

const LORRIES = 'More than 32,000 lorries crossed the Lund bridge in December 2025, the port office said.';
const VARGA =
  '“We will open the second lane to lorries before the winter, whatever the council of Lund may say about it,” Mayor Ilse Varga said.';

const ARTICLES: Readonly<Record<string, readonly string[]>> = {
  'bridge.txt': [
    LORRIES,
    VARGA,
    'Rain fell on the ceremony in the old harbour, and the band of the fire brigade played.',
  ],
  'bridge-wire.txt': [`${LORRIES} (Coast Wire)`],
  'radio.txt': [
    'Mayor Ilse Varga was on the radio again. “We will open the second lane to lorries before the winter, whatever the council of Lund may say about it,” she told listeners.',
    'Listeners asked about schools, and about the price of the ferry to the islands.',
  ],
  'boats.txt': [
    'The fishing fleet lost 45 boats in the storm.',
    'Repairs will take until May, its owners said, and the',
    'insurers have agreed to pay for the nets as well.',
  ],
};

const embedder = createFakeEmbedder();
const verifier = createFakeClaimVerifier();
let index: OpenIndex;

beforeAll(async () => {
  const store = createMemoryIndexStore();
  const build = await store.begin();
  for (const [path, paragraphs] of Object.entries(ARTICLES)) await build.add(await indexed(path, paragraphs));
  const manifest = {
    formatVersion: 1,
    fingerprint: 'f',
    madeWith: { model: 'fake', dimensions: 64, splitter: '' },
    builtAt: '2026-05-03T00:00:00Z',
    documentCount: 4,
    passageCount: 9,
  };
  await build.commit(manifest, [['bridge-wire.txt', 'bridge.txt']]);
  index = await store.open();
});

async function indexed(path: string, paragraphs: readonly string[]) {
  const text = paragraphs.join('\n\n');
  const document: Document = {
    id: path,
    path,
    contentHash: '',
    access: 'public',
    title: path,
    author: null,
    publishedAt: '2026-05-03',
    url: null,
    language: 'en',
    text,
    blocks: [],
  };
  const passages = paragraphs.map((paragraph, ordinal): Passage => {
    const start = text.indexOf(paragraph);
    return {
      id: `${path}.${ordinal}`,
      documentId: path,
      ordinal,
      heading: null,
      start,
      end: start + paragraph.length,
    };
  });
  return { document, passages, vectors: await embedder.embed(paragraphs, { kind: 'passage' }) };
}

async function report(draft: string): Promise<CheckReport> {
  for await (const event of checkDraft({ index, embedder, drafts: draftReader, verifier }, { draft })) {
    if (event.type === 'check-finished') return event.report;
  }
  throw new Error('the check did not finish');
}

const only = async (draft: string) => {
  const { claims } = await report(draft);
  expect(claims).toHaveLength(1);
  return claims[0];
};

describe('checkDraft', () => {
  it('streams the claims in draft order between a start and an end', async () => {
    const draft = `${LORRIES}\n\nWill it hold?\n\n“We will close the second lane to lorries before the winter,” Varga said.`;
    const events: CheckEvent[] = [];
    for await (const event of checkDraft({ index, embedder, drafts: draftReader, verifier }, { draft }))
      events.push(event);
    expect(events.map(({ type }) => type)).toEqual([
      'check-started',
      'claim-checked',
      'claim-checked',
      'claim-checked',
      'check-finished',
    ]);
    expect(events[0]).toEqual({ type: 'check-started', text: draft, claimCount: 3 });
    const last = events.at(-1);
    if (last?.type !== 'check-finished') throw new Error('no report');
    expect(last.report.text).toBe(draft);
    expect(last.report.summary).toEqual({
      supported: 1,
      'partially-supported': 0,
      contradicted: 1,
      unsupported: 0,
      'not-checked': 1,
    });
    expect(last.report.claims).toEqual(
      events.flatMap((event) => (event.type === 'claim-checked' ? [event.claim] : [])),
    );
  });

  it('supports what an article says, and counts its copy as the same story', async () => {
    expect(await only(LORRIES)).toMatchObject({
      verdict: 'supported',
      independentSources: 1,
      evidence: [{ quote: LORRIES }, {}],
    });
  });

  it('counts two stories that quote the same words', async () => {
    const claim = await only('“We will open the second lane to lorries before the winter,” Ilse Varga said.');
    expect(claim).toMatchObject({ kind: 'quote', verdict: 'supported', independentSources: 2 });
    expect(claim?.evidence.map(({ path }) => path).sort()).toEqual(['bridge.txt', 'radio.txt']);
  });

  it('names a number that its source gives differently', async () => {
    expect(await only('The fishing fleet lost 54 boats in the storm.')).toMatchObject({
      verdict: 'contradicted',
      reasons: [
        { code: 'number-mismatch', words: 'draft: 54 boats; source: 45 boats (boats.txt, 3 May 2026)' },
      ],
    });
  });

  it('finds a quotation that lies across two passages', async () => {
    const claim = await only(
      '“its owners said, and the insurers have agreed to pay for the nets as well,” the report said.',
    );
    expect(claim).toMatchObject({ verdict: 'supported', evidence: [{ path: 'boats.txt' }] });
  });

  it('finds a quotation that the term index does not bring back', async () => {
    const blind: OpenIndex = { ...index, terms: { ...index.terms, query: async () => [] } };
    const draft = '“the band of the fire brigade played,” the report said.';
    const events: CheckEvent[] = [];
    for await (const event of checkDraft(
      { index: blind, embedder, drafts: draftReader, verifier },
      { draft },
    ))
      events.push(event);
    expect(events[1]).toMatchObject({ claim: { verdict: 'supported', evidence: [{ path: 'bridge.txt' }] } });
  });

  it('has nothing to show for what no article holds', async () => {
    expect(await only('“The ferry to the islands is free,” Emil Aas said.')).toMatchObject({
      verdict: 'unsupported',
      evidence: [],
      independentSources: 0,
      reasons: [{ code: 'quote-not-found' }],
    });
  });

  it('keeps its promises for every claim of a mixed draft', async () => {
    const draft = `Bridge news\n\n${LORRIES} ${VARGA} “Nobody said this,” Emil Aas said. Read more here.\n\nThe fleet lost 54 boats in the storm, and rain fell.`;
    const { claims } = await report(draft);
    expect(claims.length).toBeGreaterThan(4);
    for (const claim of claims) {
      expect(draft.slice(claim.start, claim.end)).toBe(claim.text);
      expect(claim.score >= 0.5).toBe(claim.verdict === 'supported');
      expect(claim.reasons.length > 0).toBe(claim.verdict !== 'supported');
      for (const { start, end, text } of claim.reasons.map((reason) => reason.draft))
        expect(draft.slice(start, end)).toBe(text);
      for (const cite of [...claim.evidence, ...claim.reasons.flatMap(({ source }) => source ?? [])]) {
        const document = await index.passages.document(cite.documentId);
        expect(document?.text.slice(cite.start, cite.end)).toBe(cite.quote);
      }
    }
  });

  it('stops at once when it is cancelled', async () => {
    const control = new AbortController();
    const draft = Array.from({ length: 50 }, (_, n) => `The fleet lost ${n + 2} boats in the storm.`).join(
      ' ',
    );
    const seen: string[] = [];
    const run = async () => {
      for await (const event of checkDraft(
        { index, embedder, drafts: draftReader, verifier },
        { draft, signal: control.signal },
      )) {
        seen.push(event.type);
        if (seen.length === 3) control.abort();
      }
    };
    await expect(run()).rejects.toMatchObject({ code: 'aborted' });
    expect(seen.length).toBeLessThan(6);
  });

  it('leaves nothing running when its reader walks away', async () => {
    const calls = createFakeEmbedder();
    const draft = Array.from({ length: 50 }, (_, n) => `The fleet lost ${n + 2} boats in the storm.`).join(
      ' ',
    );
    for await (const event of checkDraft(
      { index, embedder: calls, drafts: draftReader, verifier },
      { draft },
    )) {
      if (event.type === 'claim-checked') break;
    }
    const before = calls.calls.length;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(calls.calls).toHaveLength(before);
    expect(before).toBeLessThan(10);
  });

  it('hands on the failure of a later claim without leaving it unheard', async () => {
    const failing = createFakeEmbedder({
      fault: (text) => {
        if (text.includes('second')) throw new Error('no vector');
      },
    });
    const run = async () => {
      for await (const _ of checkDraft(
        { index, embedder: failing, drafts: draftReader, verifier },
        { draft: 'A first fact here. A second fact there.' },
      ));
    };
    await expect(run()).rejects.toThrow('no vector');
  });

  it('checks hundreds of sentences, a few at a time, while the event loop turns', async () => {
    const counting = createFakeEmbedder();
    let [running, most, turns] = [0, 0, 0];
    const watched = {
      ...counting,
      embed: async (...args: Parameters<typeof counting.embed>) => {
        most = Math.max(most, ++running);
        try {
          return await counting.embed(...args);
        } finally {
          running--;
        }
      },
    };
    const timer = setInterval(() => turns++, 1);
    const draft = Array.from({ length: 300 }, (_, n) => `The fleet lost ${n + 2} boats.`).join(' ');
    let checked = 0;
    for await (const event of checkDraft(
      { index, embedder: watched, drafts: draftReader, verifier },
      { draft },
    ))
      checked += event.type === 'claim-checked' ? 1 : 0;
    clearInterval(timer);
    expect(checked).toBe(300);
    expect(most).toBeLessThanOrEqual(4);
    expect(turns).toBeGreaterThan(100);
  }, 120_000);
});
