import { describe, expect, it } from 'vitest';
import { plainDraft } from '../../../src/domain/draft.ts';
import { CitedeskError } from '../../../src/domain/errors.ts';
import type { IndexStore, OpenIndex } from '../../../src/ports/index-store.ts';
import { createDesk } from '../../../src/use-cases/create-desk.ts';
import { recipeFor } from '../../../src/use-cases/indexing/open-previous.ts';
import { createFakeClaimVerifier } from '../../fakes/fake-claim-verifier.ts';

const model = { name: 'small', dimensions: 2, maxTokens: 9, fingerprint: 'f' };
const never = () => Promise.reject(new Error('Not asked for here.'));
const embedder = { model, embed: never, embedTokens: never, countTokens: () => 1, close: async () => {} };
const answerer = {
  name: 'none',
  answer: () => {
    throw new Error('Not asked for here.');
  },
};

const drafts = { read: plainDraft };
const verifier = createFakeClaimVerifier();

const DOCUMENT = {
  ...{ id: 'd0', path: 'a.txt', title: 'A', author: null, publishedAt: null, url: null, language: null },
  ...{ contentHash: '0', access: 'public' as const, text: 'One here. Two there.', blocks: [] },
};

async function indexOf(generation: string, fingerprint?: string): Promise<OpenIndex> {
  const recipe = await recipeFor(model);
  const unread = { query: never, vectors: never, inverseDocumentFrequency: () => 0 };
  return {
    manifest: {
      ...recipe,
      fingerprint: fingerprint ?? recipe.fingerprint,
      ...{ formatVersion: 1, builtAt: generation, documentCount: 1, passageCount: 1 },
    },
    vectors: unread,
    terms: unread,
    passages: {
      document: async (id) => (id === DOCUMENT.id ? DOCUMENT : null),
      passagesOf: async () => [],
      passages: never,
      listDocuments: never,
      storyOf: never,
      listStories: never,
    },
  };
}

/** A store whose current generation can be changed; it counts its openings. */
function changingStore(open: (generation: string) => Promise<OpenIndex> = indexOf) {
  const state = { generation: 'g1', openings: 0 };
  const store: IndexStore = {
    traits: { name: 'changing', comfortablePassages: null },
    open: () => {
      state.openings++;
      return open(state.generation);
    },
    currentGeneration: async () => state.generation,
    begin: never,
  };
  return { state, store };
}

describe('createDesk', () => {
  it('opens a generation once, however many ask at once', async () => {
    const { state, store } = changingStore();
    const desk = createDesk({ store, embedder, answerer, drafts, verifier });
    await Promise.all([desk.manifest(), desk.manifest(), desk.document('d0')]);
    await desk.manifest();
    expect(state.openings).toBe(1);
  });

  it('opens the next generation when there is one', async () => {
    const { state, store } = changingStore();
    const desk = createDesk({ store, embedder, answerer, drafts, verifier });
    expect((await desk.manifest()).builtAt).toBe('g1');
    state.generation = 'g2';
    expect((await desk.manifest()).builtAt).toBe('g2');
    expect(state.openings).toBe(2);
  });

  it('tries again after a failure', async () => {
    const error = new CitedeskError('index-damaged', 'Damaged.');
    let isDamaged = true;
    const { store } = changingStore((generation) =>
      isDamaged ? Promise.reject(error) : indexOf(generation),
    );
    const desk = createDesk({ store, embedder, answerer, drafts, verifier });
    await expect(desk.manifest()).rejects.toBe(error);
    isDamaged = false;
    expect((await desk.manifest()).builtAt).toBe('g1');
  });

  it('refuses an index whose vectors are of another model', async () => {
    const { store } = changingStore((generation) => indexOf(generation, 'other'));
    const desk = createDesk({ store, embedder, answerer, drafts, verifier });
    await expect(desk.manifest()).rejects.toMatchObject({
      code: 'index-outdated',
      fix: 'Run `citedesk index` to bring it up to date.',
    });
  });

  it('shows a document with its sentences, and none that is not there', async () => {
    const desk = createDesk({ store: changingStore().store, embedder, answerer, drafts, verifier });
    expect(await desk.document('d0')).toEqual({
      document: DOCUMENT,
      passages: [],
      sentences: [
        { start: 0, end: 9 },
        { start: 10, end: 20 },
      ],
    });
    expect(await desk.document('d1')).toBeNull();
  });

  it('refuses wrong requests before it opens anything', async () => {
    const { state, store } = changingStore();
    const desk = createDesk({ store, embedder, answerer, drafts, verifier });
    const first = async (events: AsyncIterable<unknown>) => {
      for await (const event of events) return event;
      return null;
    };
    await expect(desk.search({ question: '' })).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(desk.search({ question: 'x', limit: 0 })).rejects.toMatchObject({ code: 'limit-exceeded' });
    await expect(first(desk.ask({ question: 'x'.repeat(2_001) }))).rejects.toMatchObject({
      code: 'limit-exceeded',
    });
    await expect(first(desk.ask({ question: 'x', since: 'x' }))).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await expect(first(desk.check({ draft: ' ' }))).rejects.toMatchObject({ code: 'invalid-input' });
    expect(state.openings).toBe(0);
  });
});
