import { CitedeskError } from '../domain/errors.ts';
import type { Answerer } from '../ports/answerer.ts';
import type { BuildRecordStore } from '../ports/build-record-store.ts';
import type { DraftReader } from '../ports/draft-reader.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { IndexStore, OpenIndex } from '../ports/index-store.ts';
import { sentences } from '../text/sentences.ts';
import { answerQuestion } from './answer-question.ts';
import { archiveStatus } from './archive-status.ts';
import { assertDraft, assertFilter, assertQuestion, assertResultLimit } from './assert-request.ts';
import { checkDraft } from './check-draft.ts';
import type { Desk, DocumentView, PublicDesk } from './desk.ts';
import { recipeFor } from './indexing/open-previous.ts';
import { type DeskOnly, publicIndex } from './public-index.ts';
import { search } from './search.ts';
import { createQuiet, type Quiet } from './suggesting/quiet.ts';
import { createRuns, type Suggestions, suggestionsOver } from './suggesting/suggestions.ts';
import { topFolders } from './top-folders.ts';
import { verifyPair } from './verify-pairs.ts';
import type { Verifiers } from './verifying/judge-against.ts';

export interface DeskParts extends Verifiers {
  readonly store: IndexStore;
  readonly embedder: Embedder;
  readonly answerer: Answerer;
  readonly drafts: DraftReader;
  /** Answers the questions that are to be suggested, where `answerer` costs money; that one unless told. */
  readonly rehearsal?: Answerer;
  /** What builds have noted; absent: nothing. */
  readonly records?: Pick<BuildRecordStore, 'read'>;
}

/** The newsroom's desk and the readers', over one index in memory. */
export interface Desks {
  readonly desk: Desk;
  /** Knows public documents alone. */
  readonly publicDesk: PublicDesk;
}

/** Likewise with questions to begin with. */
export interface SuggestingDesks extends Desks {
  readonly suggestions: Suggestions;
  /** From public documents alone. */
  readonly publicSuggestions: Suggestions;
}

/**
 * Both desks over whatever generation of the index is current. A request keeps the generation that it
 * began with; the first request after another one was committed opens that. `isDeskOnly` keeps documents
 * from readers that the index still calls public.
 */
export function createDesks(parts: DeskParts, isDeskOnly?: DeskOnly): SuggestingDesks {
  const { store, embedder } = parts;
  const current = currentIndex(() => openFitting(store, embedder), store);
  const shown = currentPublic(current, isDeskOnly);
  const quiet = createQuiet();
  const { ask, document, manifest } = deskOver(shown, { ...parts, quiet });
  const suggesting = { embedder, answerer: parts.rehearsal ?? parts.answerer, quiet, runs: createRuns() };
  const archive = async () =>
    archiveStatus({ index: await current(), publicIndex: await shown(), records: parts.records });
  return {
    desk: { ...deskOver(current, { ...parts, quiet }), archive },
    publicDesk: { ask, document, manifest },
    suggestions: suggestionsOver(current, suggesting),
    publicSuggestions: suggestionsOver(shown, suggesting),
  };
}

/** The newsroom's desk alone. */
export const createDesk = (parts: DeskParts): Desk => createDesks(parts).desk;

type Current = () => Promise<OpenIndex>;

function deskOver(
  current: Current,
  { embedder, answerer, drafts, verifier, arbiter, quiet }: DeskParts & { readonly quiet: Quiet },
): Omit<Desk, 'archive'> {
  return {
    async search(request) {
      assertQuestion(request.question);
      assertFilter(request);
      assertResultLimit(request.limit);
      const leave = quiet.enter();
      try {
        return await search({ index: await current(), embedder }, request);
      } finally {
        leave();
      }
    },
    async *ask(request) {
      assertQuestion(request.question);
      assertFilter(request);
      const leave = quiet.enter();
      try {
        yield* answerQuestion({ index: await current(), embedder, answerer }, request);
      } finally {
        leave();
      }
    },
    async *check(request) {
      assertDraft(request.draft);
      const leave = quiet.enter();
      try {
        yield* checkDraft({ index: await current(), embedder, verifier, arbiter, drafts }, request);
      } finally {
        leave();
      }
    },
    verify: (request) => verifyPair({ verifier, arbiter }, request),
    async document(id) {
      return documentView(await current(), id);
    },
    async folders() {
      const { passages } = await current();
      return topFolders((await passages.listDocuments()).map(({ path }) => path));
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
function currentIndex(open: () => Promise<OpenIndex>, store: IndexStore): Current {
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

// What is public is looked up once a generation.
function currentPublic(current: Current, isDeskOnly: DeskOnly | undefined): Current {
  const made = new WeakMap<OpenIndex, Promise<OpenIndex>>();
  return async () => {
    const index = await current();
    const known = made.get(index) ?? publicIndex(index, isDeskOnly);
    made.set(index, known);
    known.catch(() => made.delete(index));
    return known;
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
  const found = await index.passages.document(id);
  if (found === null) return null;
  const { besideHash: _, ...document } = found;
  const passages = await index.passages.passagesOf(id);
  return { document, passages, sentences: sentences(document.text) };
}
