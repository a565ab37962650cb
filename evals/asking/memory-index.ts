import type { Document } from '../../src/domain/document.ts';
import { CitedeskError } from '../../src/domain/errors.ts';
import type { PassageText } from '../../src/domain/passage.ts';
import { documentIdOf } from '../../src/ingest/document-id.ts';
import { embeddingText } from '../../src/ingest/embedding-text.ts';
import { splitPassages } from '../../src/ingest/passages.ts';
import { joinBlocks } from '../../src/ingest/raw-block.ts';
import type { Embedder } from '../../src/ports/embedder.ts';
import type { OpenIndex, QueryOptions, Scored } from '../../src/ports/index-store.ts';
import { terms } from '../../src/text/tokens.ts';
import type { ArchiveText } from './asking-case.ts';

interface Entry {
  readonly document: Document;
  readonly passages: readonly MemoryPassage[];
}

interface MemoryPassage {
  readonly passage: PassageText;
  readonly vector: Float32Array;
  readonly counts: ReadonlyMap<string, number>;
  readonly length: number;
}

// Okapi BM25 with the constants that Robertson and Zaragoza (2009) name as usual.
const K1 = 1.2;
const B = 0.75;

/** Opens archives made up of texts. */
export interface MemoryArchives {
  /** An index over exactly these texts. */
  open(texts: readonly ArchiveText[]): Promise<OpenIndex>;
}

/** Small archives in memory behind the ports of an index; texts are split and embedded once. */
export function createMemoryArchives(embedder: Embedder): MemoryArchives {
  const entries = new Map<string, Promise<Entry>>();
  const entryOf = (text: ArchiveText) => {
    const key = [text.title ?? '', ...text.paragraphs].join('\n');
    const known = entries.get(key) ?? makeEntry(text, embedder);
    entries.set(key, known);
    return known;
  };
  return {
    async open(texts: readonly ArchiveText[]): Promise<OpenIndex> {
      return memoryIndex(await Promise.all(texts.map(entryOf)), embedder);
    },
  };
}

async function makeEntry(text: ArchiveText, embedder: Embedder): Promise<Entry> {
  const { text: body, blocks } = joinBlocks(
    text.paragraphs.map((paragraph) => ({ kind: 'paragraph', text: paragraph })),
  );
  const path = `${text.id}.txt`;
  const document: Document = {
    id: await documentIdOf([path, ...text.paragraphs].join('\n')),
    path,
    contentHash: '',
    access: 'public',
    title: text.title ?? 'Untitled',
    author: null,
    publishedAt: null,
    url: null,
    language: null,
    text: body,
    blocks,
  };
  const { maxTokens } = embedder.model;
  const passages = splitPassages(document, { countTokens: (one) => embedder.countTokens(one), maxTokens });
  const titled = text.title === null ? { ...document, title: '' } : document;
  const vectors = await embedder.embed(
    passages.map((passage) => embeddingText(titled, passage)),
    { kind: 'passage' },
  );
  return {
    document,
    passages: passages.flatMap((passage, index) => {
      const vector = vectors[index];
      if (vector === undefined) return [];
      const withText = { ...passage, text: body.slice(passage.start, passage.end) };
      const found = terms(`${text.title ?? ''} ${withText.text}`);
      const counts = new Map<string, number>();
      for (const term of found) counts.set(term, (counts.get(term) ?? 0) + 1);
      return [{ passage: withText, vector, counts, length: found.length }];
    }),
  };
}

function memoryIndex(entries: readonly Entry[], embedder: Embedder): OpenIndex {
  const passages = entries.flatMap((entry) => entry.passages);
  const byId = new Map(passages.map((one) => [one.passage.id, one]));
  const documents = new Map(entries.map((entry) => [entry.document.id, entry]));
  const meanLength = passages.reduce((sum, one) => sum + one.length, 0) / Math.max(passages.length, 1);
  const idf = (term: string) => {
    const holding = passages.filter((one) => one.counts.has(term)).length;
    return Math.log(1 + (passages.length - holding + 0.5) / (holding + 0.5));
  };
  const need = (id: string) => {
    const found = byId.get(id);
    if (found === undefined) throw new CitedeskError('index-damaged', `The index has no passage ${id}.`);
    return found;
  };
  return {
    manifest: {
      formatVersion: 1,
      fingerprint: embedder.model.fingerprint,
      madeWith: { model: embedder.model.name, dimensions: embedder.model.dimensions, splitter: '' },
      builtAt: '',
      documentCount: entries.length,
      passageCount: passages.length,
    },
    vectors: {
      query: async (vector, options) => best(passages, options, (one) => dot(vector, one.vector)),
      vectors: async (ids) => ids.map((id) => need(id).vector),
    },
    terms: {
      query: async (text, options) => {
        const asked = [...new Set(terms(text))].map((term) => ({ term, weight: idf(term) }));
        return best(passages, options, (one) =>
          asked.reduce((sum, { term, weight }) => sum + weight * saturated(one, term, meanLength), 0),
        ).filter((one) => one.score > 0);
      },
      inverseDocumentFrequency: idf,
    },
    passages: {
      document: async (id) => documents.get(id)?.document ?? null,
      passages: async (ids) => ids.map((id) => need(id).passage),
      passagesOf: async (id) => (documents.get(id)?.passages ?? []).map((one) => one.passage),
      listDocuments: async () =>
        entries.map(({ document, passages }) => ({ ...document, passageCount: passages.length })),
      // Its archives are made of paragraphs that nobody retells.
      storyOf: async (id) => (documents.has(id) ? [id] : []),
      listStories: async () => [...documents.keys()].sort().map((id) => [id]),
    },
  };
}

function best(
  passages: readonly MemoryPassage[],
  options: QueryOptions,
  score: (one: MemoryPassage) => number,
): Scored[] {
  return passages
    .filter((one) => options.documentIds?.has(one.passage.documentId) ?? true)
    .map((one) => ({ id: one.passage.id, score: score(one) }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, options.limit);
}

function saturated(one: MemoryPassage, term: string, meanLength: number): number {
  const count = one.counts.get(term) ?? 0;
  return (count * (K1 + 1)) / (count + K1 * (1 - B + (B * one.length) / meanLength));
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}
