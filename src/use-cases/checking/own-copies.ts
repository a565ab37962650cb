import type { Document, DocumentId } from '../../domain/document.ts';
import type { OpenIndex, QueryOptions, Scored } from '../../ports/index-store.ts';
import { shinglesOf } from '../../retrieval/shingles.ts';
import { sentences } from '../../text/sentences.ts';
import { words } from '../../text/tokens.ts';

/** A draft shorter than this may be a few sentences taken from an article: it is no version of one. */
const MIN_DRAFT_WORDS = 80;

/** Sentences of the draft by which its copies are looked for, spread over all of it. */
const PROBES = 12;

/** Passages looked at for each probe: a copy holds the very sentence, so it is among the first. */
const PASSAGES_A_PROBE = 5;

/** Probes that an article must answer to be compared in full. */
const MIN_PROBES = 2;

/** Articles compared in full. */
const MAX_COMPARED = 20;

/**
 * Articles that are the draft itself: an earlier version, the published copy, a reprint. The term index
 * proposes them by sentences of the draft; shared runs of four words decide (`isVersion`).
 */
export async function findOwnCopies(
  { terms, passages }: OpenIndex,
  draft: string,
  signal: AbortSignal | undefined,
): Promise<Document[]> {
  const list = words(draft);
  if (list.length < MIN_DRAFT_WORDS) return [];
  const options = { limit: PASSAGES_A_PROBE, ...(signal === undefined ? {} : { signal }) };
  const found = await Promise.all(probesOf(draft).map((probe) => terms.query(probe, options)));
  const proposed = await passages.passages([...new Set(found.flat().map(({ id }) => id))]);
  const documentOf = new Map(proposed.map(({ id, documentId }) => [id, documentId]));
  const answered = countBy(
    found.flatMap((hits) => [...new Set(hits.flatMap(({ id }) => documentOf.get(id) ?? []))]),
  );
  const likely = [...answered]
    .filter(([, probes]) => probes >= MIN_PROBES)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MAX_COMPARED);
  const documents = await Promise.all(likely.map(([id]) => passages.document(id)));
  const shingles = shinglesOf(list);
  return documents
    .filter((document) => document !== null && isVersion(shingles, document))
    .flatMap((one) => one ?? []);
}

function probesOf(draft: string): string[] {
  const lines = sentences(draft).map(({ start, end }) =>
    draft.slice(start, Math.min(end, start + MAX_PROBE_CHARS)),
  );
  const long = lines.filter((line) => words(line).length >= MIN_PROBE_WORDS);
  const step = Math.max(1, long.length / PROBES);
  return Array.from({ length: Math.min(PROBES, long.length) }, (_, at) => long[Math.floor(at * step)] ?? '');
}

const MIN_PROBE_WORDS = 6;
const MAX_PROBE_CHARS = 500;

function countBy(ids: readonly DocumentId[]): Map<DocumentId, number> {
  const counts = new Map<DocumentId, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/**
 * Shares of four-word runs, of the draft's in the article and of the article's in the draft. Both texts
 * half the same: one text in two versions. Nearly all of the one in the other, which is a good part of it:
 * one was cut or went on growing. Sentences lifted from an article are a small part of it, and a short
 * article that a long draft holds whole is a small part of that: neither is a copy.
 */
const HALF = 0.5;
const NEARLY_ALL = 0.8;
const GOOD_PART = 0.4;

/** True where an article and a draft are versions of one text (containment, Broder 1997, both ways). */
function isVersion(draft: ReadonlySet<number>, { text }: Pick<Document, 'text'>): boolean {
  const article = shinglesOf(words(text));
  if (article.size === 0 || draft.size === 0) return false;
  const shared = article.intersection(draft).size;
  const [least, most] = [shared / article.size, shared / draft.size].sort((a, b) => a - b);
  if (least === undefined || most === undefined) return false;
  return least >= HALF || (most >= NEARLY_ALL && least >= GOOD_PART);
}

/** The index as if it did not hold some documents. They stay readable by id. */
export function withoutDocuments(index: OpenIndex, hidden: readonly Document[]): OpenIndex {
  if (hidden.length === 0) return index;
  const ids = new Set(hidden.map(({ id }) => id));
  const spare = hidden.length * PASSAGES_OF_A_COPY;
  // A passage's id is its document's, a stop and its ordinal.
  const isShown = ({ id }: Scored) => !ids.has(id.slice(0, id.lastIndexOf('.')));
  const shown = async (query: (options: QueryOptions) => Promise<readonly Scored[]>, options: QueryOptions) =>
    (await query({ ...options, limit: options.limit + spare })).filter(isShown).slice(0, options.limit);
  const { vectors, terms, passages } = index;
  return {
    manifest: index.manifest,
    vectors: {
      query: (vector, options) => shown((wider) => vectors.query(vector, wider), options),
      vectors: (list) => vectors.vectors(list),
    },
    terms: {
      query: (text, options) => shown((wider) => terms.query(text, wider), options),
      inverseDocumentFrequency: (term) => terms.inverseDocumentFrequency(term),
    },
    passages: {
      document: (id) => passages.document(id),
      passages: (list) => passages.passages(list),
      passagesOf: (id) => passages.passagesOf(id),
      listDocuments: async () => (await passages.listDocuments()).filter(({ id }) => !ids.has(id)),
      storyOf: (id) => passages.storyOf(id),
      listStories: () => passages.listStories(),
    },
  };
}

/** A query may bring back this many of a copy's passages at most before others: an article has some ten to thirty. */
const PASSAGES_OF_A_COPY = 40;
