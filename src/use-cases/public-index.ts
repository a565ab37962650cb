import type { DocumentId } from '../domain/document.ts';
import { CitedeskError } from '../domain/errors.ts';
import type { PassageId } from '../domain/passage.ts';
import type { Story } from '../domain/story.ts';
import type { DocumentSummary, OpenIndex, PassageStore, QueryOptions } from '../ports/index-store.ts';

/** True for a path that the settings keep for the desk, whatever the index says of it. */
export type DeskOnly = (path: string) => boolean;

/**
 * The index as if it held its public documents alone: queries choose among those before they choose the
 * best, and nothing of another document comes back, be it asked for by its id. Only the weights of words
 * still count all passages. An index of public documents alone is given back as it is.
 */
export async function publicIndex(index: OpenIndex, isDeskOnly: DeskOnly = () => false): Promise<OpenIndex> {
  const all = await index.passages.listDocuments();
  const shown = all.filter(({ access, path }) => access === 'public' && !isDeskOnly(path));
  if (shown.length === all.length) return index;
  const ids = new Set(shown.map(({ id }) => id));
  const { manifest, vectors, terms } = index;
  return {
    manifest: {
      ...manifest,
      documentCount: shown.length,
      passageCount: shown.reduce((sum, { passageCount }) => sum + passageCount, 0),
      deskDocumentCount: undefined,
    },
    vectors: {
      query: (vector, options) => vectors.query(vector, within(ids, options)),
      vectors: async (passages) => vectors.vectors(assertShown(ids, passages)),
    },
    terms: {
      query: (text, options) => terms.query(text, within(ids, options)),
      inverseDocumentFrequency: (term) => terms.inverseDocumentFrequency(term),
    },
    passages: publicPassages(index.passages, { ids, shown }),
  };
}

interface Shown {
  readonly ids: ReadonlySet<DocumentId>;
  readonly shown: readonly DocumentSummary[];
}

function publicPassages(passages: PassageStore, { ids, shown }: Shown): PassageStore {
  const told = (story: Story): Story => story.filter((id) => ids.has(id));
  return {
    document: async (id) => (ids.has(id) ? passages.document(id) : null),
    passages: async (list) => passages.passages(assertShown(ids, list)),
    passagesOf: async (id) => (ids.has(id) ? passages.passagesOf(id) : []),
    listDocuments: async () => shown,
    storyOf: async (id) => (ids.has(id) ? told(await passages.storyOf(id)) : []),
    async listStories() {
      const stories = (await passages.listStories()).map(told).filter((story) => story.length > 0);
      // Without its first document a story is named by another, and stands elsewhere in the order.
      return stories.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1));
    },
  };
}

function within(ids: ReadonlySet<DocumentId>, options: QueryOptions): QueryOptions {
  const { documentIds } = options;
  const allowed = documentIds === undefined ? ids : new Set([...documentIds].filter((id) => ids.has(id)));
  return { ...options, documentIds: allowed };
}

/** Throws as a store does that holds no such passage. */
function assertShown(ids: ReadonlySet<DocumentId>, passages: readonly PassageId[]): readonly PassageId[] {
  // A passage's id is its document's, a stop and its ordinal.
  const other = passages.find((id) => !ids.has(id.slice(0, id.lastIndexOf('.'))));
  if (other === undefined) return passages;
  throw new CitedeskError('index-damaged', `The index is damaged: it holds no passage ${other}.`, {
    fix: 'Run `citedesk index --rebuild` to make it anew from the articles.',
  });
}
