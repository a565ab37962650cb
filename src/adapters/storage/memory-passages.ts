import type { Document, DocumentId } from '../../domain/document.ts';
import type { Passage, PassageId, PassageText } from '../../domain/passage.ts';
import type { Story } from '../../domain/story.ts';
import type { PassageStore } from '../../ports/index-store.ts';
import { damaged } from './manifest-file.ts';
import { storiesByDocument } from './stories-file.ts';

/** A line of the documents file. */
export interface StoredDocument {
  readonly document: Document;
  readonly passages: readonly Passage[];
}

/** Documents and passages held in memory; `told` is asked once, for the first story that is wanted. */
export function createPassageStore(
  stored: readonly StoredDocument[],
  told: () => Promise<readonly Story[]>,
): PassageStore {
  const sorted = stored.toSorted((a, b) => (a.document.path < b.document.path ? -1 : 1));
  const byDocument = new Map(sorted.map((entry) => [entry.document.id, entry]));
  const byPassage = new Map(
    sorted.flatMap(({ document, passages }) =>
      passages.map((passage): [PassageId, [Document, Passage]] => [passage.id, [document, passage]]),
    ),
  );

  let stories: Promise<ReadonlyMap<DocumentId, Story>> | null = null;
  const storiesOf = () => {
    stories ??= told().then((list) => storiesByDocument([...byDocument.keys()], list));
    return stories;
  };

  function passageText(id: PassageId): PassageText {
    const found = byPassage.get(id);
    if (found === undefined) throw damaged(`it holds no passage ${id}`);
    return withText(...found);
  }

  return {
    document: async (id) => byDocument.get(id)?.document ?? null,
    passages: async (ids) => ids.map(passageText),
    passagesOf: async (id: DocumentId) => {
      const entry = byDocument.get(id);
      return entry === undefined ? [] : entry.passages.map((passage) => withText(entry.document, passage));
    },
    listDocuments: async () =>
      sorted.map(({ document, passages }) => {
        const { text: _text, blocks: _blocks, ...summary } = document;
        return { ...summary, passageCount: passages.length };
      }),
    storyOf: async (id) => (await storiesOf()).get(id) ?? [],
    listStories: async () => [...new Set((await storiesOf()).values())],
  };
}

function withText(document: Document, passage: Passage): PassageText {
  return { ...passage, text: document.text.slice(passage.start, passage.end) };
}
