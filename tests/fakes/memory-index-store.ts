import { CitedeskError } from '../../src/domain/errors.ts';
import type { IndexManifest } from '../../src/domain/index-manifest.ts';
import type { Story } from '../../src/domain/story.ts';
import type {
  IndexBuild,
  IndexedDocument,
  IndexStore,
  OpenIndex,
  QueryOptions,
  Scored,
} from '../../src/ports/index-store.ts';
import { terms as termsOf } from '../../src/text/tokens.ts';

interface Entry {
  readonly id: string;
  readonly documentId: string;
  readonly vector: Float32Array;
  readonly terms: readonly string[];
}

export interface MemoryIndexStore extends IndexStore {
  /** `begin`, `add PATH`, `commit` and `discard`, in order. */
  readonly calls: readonly string[];
}

export interface MemoryIndexStoreOptions {
  readonly comfortablePassages?: number | null;
  /** Called before each step with its name as `calls` has it; what it throws, the step rejects with. */
  readonly fault?: (step: string) => void;
}

/** An index store without files, written for plainness: every query looks at every passage. */
export function createMemoryIndexStore(options: MemoryIndexStoreOptions = {}): MemoryIndexStore {
  const { comfortablePassages = null, fault = () => undefined } = options;
  const calls: string[] = [];
  let generation = 0;
  let current: OpenIndex | null = null;
  const step = (name: string) => {
    fault(name);
    calls.push(name);
  };

  return {
    calls,
    traits: { name: 'memory', comfortablePassages },
    async open() {
      if (current === null) throw new CitedeskError('index-missing', 'There is no index in memory.');
      return current;
    },
    currentGeneration: async () => (current === null ? null : String(generation)),
    async begin(): Promise<IndexBuild> {
      step('begin');
      const added: IndexedDocument[] = [];
      return {
        async add(entry) {
          step(`add ${entry.document.path}`);
          added.push(entry);
        },
        async commit(manifest, stories = []) {
          step('commit');
          generation++;
          current = openIndex(added, manifest, stories);
        },
        async discard() {
          step('discard');
        },
      };
    },
  };
}

function openIndex(
  unsorted: readonly IndexedDocument[],
  manifest: IndexManifest,
  told: readonly Story[],
): OpenIndex {
  const added = unsorted.toSorted((a, b) => (a.document.path < b.document.path ? -1 : 1));
  const entries = added.flatMap(toEntries);
  const texts = new Map(
    added.flatMap(({ document, passages }) =>
      passages.map((passage) => [
        passage.id,
        { ...passage, text: document.text.slice(passage.start, passage.end) },
      ]),
    ),
  );
  const storyOf = (id: string): Story =>
    told.find((story) => story.includes(id)) ??
    added.filter(({ document }) => document.id === id).map(() => id);
  const entry = (id: string) => known(entries.find((candidate) => candidate.id === id));
  return {
    manifest,
    vectors: {
      query: async (vector, options) => best(entries, options, (candidate) => dot(vector, candidate.vector)),
      vectors: async (ids) => ids.map((id) => entry(id).vector),
    },
    terms: {
      query: async (text, options) =>
        best(
          entries.filter((entry) => termsOf(text).some((term) => entry.terms.includes(term))),
          options,
          (candidate) => bm25(entries, candidate, termsOf(text)),
        ),
      inverseDocumentFrequency: (term) => idf(entries, term),
    },
    passages: {
      document: async (id) => added.find(({ document }) => document.id === id)?.document ?? null,
      passages: async (ids) => ids.map((id) => known(texts.get(id))),
      passagesOf: async (id) => [...texts.values()].filter((passage) => passage.documentId === id),
      listDocuments: async () =>
        added.map(({ document: { text: _text, blocks: _blocks, ...summary }, passages }) => ({
          ...summary,
          passageCount: passages.length,
        })),
      storyOf: async (id) => storyOf(id),
      listStories: async () =>
        [...new Set(added.map(({ document }) => storyOf(document.id).join(' ')))]
          .sort()
          .map((ids) => ids.split(' ')),
    },
  };
}

function toEntries({ document, passages, vectors }: IndexedDocument): Entry[] {
  return passages.map((passage, at) => {
    const text = document.text.slice(passage.start, passage.end);
    const words = [document.title, passage.heading ?? '', text].join('\n');
    return { id: passage.id, documentId: document.id, vector: known(vectors[at]), terms: termsOf(words) };
  });
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new CitedeskError('index-damaged', 'The index does not hold that passage.');
  return value;
}

function best(
  entries: readonly Entry[],
  { limit, documentIds, signal }: QueryOptions,
  score: (entry: Entry) => number,
): Scored[] {
  if (signal?.aborted) throw new CitedeskError('aborted', 'The search was stopped.');
  return entries
    .filter(({ documentId }) => documentIds?.has(documentId) ?? true)
    .map((entry) => ({ id: entry.id, score: score(entry) }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, limit);
}

const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

function idf(entries: readonly Entry[], term: string): number {
  const matching = entries.filter((entry) => entry.terms.includes(term)).length;
  return Math.log(1 + (entries.length - matching + 0.5) / (matching + 0.5));
}

/** BM25 with k1 = 1.2 and b = 0.75, as the textbook has it. */
function bm25(entries: readonly Entry[], entry: Entry, question: readonly string[]): number {
  const meanLength = entries.reduce((sum, { terms }) => sum + terms.length, 0) / entries.length;
  return [...new Set(question)].reduce((sum, term) => {
    const count = entry.terms.filter((candidate) => candidate === term).length;
    const norm = 1.2 * (1 - 0.75 + (0.75 * entry.terms.length) / meanLength);
    return sum + (idf(entries, term) * count * 2.2) / (count + norm);
  }, 0);
}
