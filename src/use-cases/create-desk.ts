import { CitedeskError } from '../domain/errors.ts';
import type { Answerer } from '../ports/answerer.ts';
import type { ClaimVerifier } from '../ports/claim-verifier.ts';
import type { DraftReader } from '../ports/draft-reader.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { IndexStore, OpenIndex } from '../ports/index-store.ts';
import { sentences } from '../text/sentences.ts';
import { answerQuestion } from './answer-question.ts';
import { assertDraft, assertFilter, assertQuestion, assertResultLimit } from './assert-request.ts';
import { checkDraft } from './check-draft.ts';
import type { Desk, DocumentView } from './desk.ts';
import { recipeFor } from './indexing/open-previous.ts';
import { search } from './search.ts';
import { verifyPair } from './verify-pairs.ts';

export interface DeskParts {
  readonly store: IndexStore;
  readonly embedder: Embedder;
  readonly answerer: Answerer;
  readonly drafts: DraftReader;
  readonly verifier: ClaimVerifier;
}

/**
 * The desk over whatever generation of the index is current. A request keeps the generation that it
 * began with; the first request after another one was committed opens that.
 */
export function createDesk({ store, embedder, answerer, drafts, verifier }: DeskParts): Desk {
  const current = currentIndex(() => openFitting(store, embedder), store);
  return {
    async search(request) {
      assertQuestion(request.question);
      assertFilter(request);
      assertResultLimit(request.limit);
      return search({ index: await current(), embedder }, request);
    },
    async *ask(request) {
      assertQuestion(request.question);
      assertFilter(request);
      yield* answerQuestion({ index: await current(), embedder, answerer }, request);
    },
    async *check(request) {
      assertDraft(request.draft);
      yield* checkDraft({ index: await current(), embedder, verifier, drafts }, request);
    },
    verify: (request) => verifyPair(verifier, request),
    async document(id) {
      return documentView(await current(), id);
    },
    async manifest() {
      return (await current()).manifest;
    },
  };
}

interface Opened {
  readonly generation: string | null;
  readonly index: Promise<OpenIndex>;
}

// Opened once a generation, however many requests wait for it. A failure is not kept: the next
// request tries again, so that a repaired index needs no restart.
function currentIndex(open: () => Promise<OpenIndex>, store: IndexStore): () => Promise<OpenIndex> {
  let opened: Opened | null = null;
  return async () => {
    const generation = await store.currentGeneration();
    if (opened !== null && opened.generation === generation) return opened.index;
    const mine: Opened = { generation, index: open() };
    opened = mine;
    try {
      return await mine.index;
    } catch (error) {
      if (opened === mine) opened = null;
      throw error;
    }
  };
}

// Vectors of another model mean nothing beside this one's, however well the file reads.
async function openFitting(store: IndexStore, embedder: Embedder): Promise<OpenIndex> {
  const index = await store.open();
  const { fingerprint } = await recipeFor(embedder.model);
  if (index.manifest.fingerprint === fingerprint) return index;
  const { model, splitter } = index.manifest.madeWith;
  throw new CitedeskError(
    'index-outdated',
    `The index was made with other settings (${model}; ${splitter}) than those of this program.`,
    { fix: 'Run `citedesk index` to bring it up to date.' },
  );
}

async function documentView(index: OpenIndex, id: string): Promise<DocumentView | null> {
  const document = await index.passages.document(id);
  if (document === null) return null;
  const passages = await index.passages.passagesOf(id);
  return { document, passages, sentences: sentences(document.text) };
}
