import type { Document, DocumentId } from '../../domain/document.ts';
import type { PassageText } from '../../domain/passage.ts';
import { type Span, spansOverlap } from '../../domain/span.ts';
import { compareTokens } from '../../verification/compare-tokens.ts';
import { LIMITS } from '../desk.ts';
import { type SearchDeps, search } from '../search.ts';
import type { ArchiveReader, ReadSentence } from './archive-reader.ts';

/** Passages by meaning and words: what bears a statement out is nearly always among the first. */
const PASSAGES = 8;

/** Passages by words alone: among many of one wording, only they bring the very sentence back. */
const WORDED_PASSAGES = 20;

/** Articles that a statement is held against beside those it cites itself. Each costs up to three runs of the model. */
const ARTICLES = 4;

/** An article up to this many sentences is read whole: a date or a name may stand far from the fact. */
const WHOLE_SENTENCES = 30;

/** Of a longer one, the first sentence and so many of the likeliest, each with its neighbours. */
const NEAR_SENTENCES = 6;

/** How much more an article of the very outlet counts that the draft names. */
const PREFERENCE = 1.25;

/** An article and the sentences of it that a claim is held against. */
export interface ClaimSource {
  readonly document: Document;
  readonly spans: readonly Span[];
  /** The draft itself names it. */
  readonly isCited: boolean;
}

export interface EvidenceRequest {
  /** What is looked for. */
  readonly question: string;
  /** What is to be borne out: its words weigh the articles. */
  readonly asserts: string;
  readonly cited: ReadonlySet<DocumentId>;
  /** Articles of an outlet that it is attributed to: they come before others of the same worth. */
  readonly preferred: ReadonlySet<DocumentId>;
  readonly signal: AbortSignal | undefined;
}

/**
 * The articles that a statement is held against: those that it cites, and the likeliest of the archive. The
 * likeliest are those whose best sentences hold most of the statement's words, by their rarity, and the
 * best by meaning.
 */
export async function gatherEvidence(
  deps: SearchDeps & { readonly reader: ArchiveReader },
  request: EvidenceRequest,
): Promise<ClaimSource[]> {
  const { cited, preferred, asserts } = request;
  const weigh = wordWeights(asserts, (stem) => deps.index.terms.inverseDocumentFrequency(stem));
  const found = [...Map.groupBy(await likelyPassages(deps, request), ({ documentId }) => documentId)];
  const candidates = await Promise.all(
    found.map(async ([id, passages]) => {
      const document = await deps.reader.document(id);
      const worth = worthOf(deps.reader.sentences(document), passages, weigh);
      return { id, worth: worth * (preferred.has(id) ? PREFERENCE : 1) };
    }),
  );
  const ranked = candidates.toSorted((a, b) => b.worth - a.worth).map(({ id }) => id);
  const nearest = candidates.slice(0, 1).map(({ id }) => id);
  const likely = [...new Set([...ranked.slice(0, ARTICLES - 1), ...nearest, ...ranked])];
  const others = likely.filter((id) => !cited.has(id)).slice(0, ARTICLES);
  const ids = [...[...cited].slice(0, MAX_CITED), ...others];
  return Promise.all(
    ids.map(async (id) => {
      const document = await deps.reader.document(id);
      const spans = likelySentences(deps.reader.sentences(document), weigh);
      return { document, spans, isCited: cited.has(id) };
    }),
  );
}

/** Articles of its own that one statement is held against; an outlet may have hundreds. */
const MAX_CITED = 4;

type Placed = Pick<PassageText, 'documentId' | 'start' | 'text'>;

async function likelyPassages(
  deps: SearchDeps,
  { question, signal }: EvidenceRequest,
): Promise<readonly Placed[]> {
  const words = question.replace(/\s+/gu, ' ').trim().slice(0, LIMITS.questionChars);
  const options = signal === undefined ? {} : { signal };
  const { terms, passages } = deps.index;
  const [found, worded] = await Promise.all([
    search(deps, { question: words, limit: PASSAGES, ...options }),
    terms.query(words, { limit: WORDED_PASSAGES, ...options }),
  ]);
  return [...found.passages, ...(await passages.passages(worded.map(({ id }) => id)))];
}

/** The share of a statement's words, by their rarity, that a sentence holds. */
type Weigh = (stems: ReadonlySet<string>) => number;

function wordWeights(text: string, weigh: (stem: string) => number): Weigh {
  const weights = new Map(compareTokens(text).map(({ stem, weight }) => [stem, weight * weigh(stem)]));
  return (stems) => [...weights].reduce((sum, [stem, weight]) => sum + (stems.has(stem) ? weight : 0), 0);
}

// The best sentence first of all: an article that has all words scattered over it may be about anything.
function worthOf(sentences: readonly ReadSentence[], passages: readonly Placed[], weigh: Weigh): number {
  const best = (list: readonly ReadonlySet<string>[]) => Math.max(0, ...list.map(weigh));
  const inPassages = passages.map(({ start, text }) =>
    sentences.filter((one) => spansOverlap(one, { start, end: start + text.length })),
  );
  const together = inPassages.map((some) => new Set(some.flatMap(({ stems }) => [...stems])));
  return best(inPassages.flat().map(({ stems }) => stems)) + 0.5 * best(together);
}

function likelySentences(sentences: readonly ReadSentence[], weigh: Weigh): Span[] {
  if (sentences.length <= WHOLE_SENTENCES) return [...sentences];
  const worth = sentences.map(({ stems }) => weigh(stems));
  const best = sentences.map((_, index) => index).sort((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0));
  const chosen = new Set<number>([0]);
  for (const index of best.slice(0, NEAR_SENTENCES)) {
    for (const near of [index - 1, index, index + 1]) chosen.add(near);
  }
  return sentences.filter((_, index) => chosen.has(index));
}
