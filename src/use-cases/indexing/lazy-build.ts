import type { DocumentAccess, DocumentId } from '../../domain/document.ts';
import type { IndexManifest } from '../../domain/index-manifest.ts';
import type { IndexBuild, IndexedDocument, IndexStore, OpenIndex } from '../../ports/index-store.ts';
import { StoryFinder } from '../../retrieval/stories.ts';

interface Carried {
  readonly id: DocumentId;
  /** Where they are others than before. */
  readonly access?: DocumentAccess;
  readonly besideHash?: string;
}

/**
 * A build that begins with the first document that is not as it was: until then the documents to be
 * carried over are only remembered, so that a corpus without changes writes nothing.
 */
export class LazyBuild {
  readonly #store: IndexStore;
  readonly #previous: OpenIndex | null;
  readonly #carried: Carried[] = [];
  readonly #stories = new StoryFinder();
  #build: IndexBuild | null = null;

  constructor(store: IndexStore, previous: OpenIndex | null) {
    this.#store = store;
    this.#previous = previous;
  }

  async add(entry: IndexedDocument): Promise<void> {
    await this.#addTo(await this.#begun(), entry);
  }

  /** Takes a document over from the index before, as it is. */
  async carryOver(id: DocumentId): Promise<void> {
    if (this.#build === null) this.#carried.push({ id });
    else await this.#copy({ id }, this.#build);
  }

  /** Likewise, but from now on for the desk alone. */
  async carryOverForDesk(id: DocumentId): Promise<void> {
    // The hash is that of nothing, so that the file is read anew once it can be.
    await this.#copy({ id, access: 'desk', besideHash: 'unread' }, await this.#begun());
  }

  /** Finds the stories of all that was added; `pause` is awaited now and then and may end it. */
  async commit(manifest: IndexManifest, pause: () => Promise<void>): Promise<void> {
    const build = await this.#begun();
    await build.commit(manifest, await this.#stories.find(pause));
  }

  async discard(): Promise<void> {
    await this.#build?.discard();
  }

  async #begun(): Promise<IndexBuild> {
    if (this.#build !== null) return this.#build;
    const build = await this.#store.begin();
    this.#build = build;
    for (const one of this.#carried.splice(0)) await this.#copy(one, build);
    return build;
  }

  async #copy({ id, ...change }: Carried, build: IndexBuild): Promise<void> {
    const document = await this.#previous?.passages.document(id);
    if (this.#previous === null || document === null || document === undefined) return;
    const texts = await this.#previous.passages.passagesOf(id);
    const vectors = await this.#previous.vectors.vectors(texts.map((passage) => passage.id));
    const passages = texts.map(({ text: _text, ...passage }) => passage);
    await this.#addTo(build, { document: { ...document, ...change }, passages, vectors });
  }

  async #addTo(build: IndexBuild, entry: IndexedDocument): Promise<void> {
    await build.add(entry);
    const { document, vectors } = entry;
    this.#stories.add({ documentId: document.id, text: document.text, vectors });
  }
}
