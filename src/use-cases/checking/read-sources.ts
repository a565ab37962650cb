import type { PassageText } from '../../domain/passage.ts';
import { type Span, shiftSpan } from '../../domain/span.ts';
import { sentences } from '../../text/sentences.ts';
import type { StatementClaim } from '../../verification/claims.ts';
import { compareTokens } from '../../verification/compare-tokens.ts';
import { type Reading, readStatement } from '../../verification/reading.ts';
import { type EvidenceSentence, type Facts, factsOf } from '../../verification/statement.ts';
import { LIMITS } from '../desk.ts';
import { type SearchDeps, search } from '../search.ts';
import type { ArchiveReader } from './archive-reader.ts';

/** Passages that a statement is held against: what bears it out is nearly always among the first. */
const PASSAGES = 8;

/** Passages by words alone: among many of one wording, only they bring the very sentence back. */
const WORDED_PASSAGES = 20;

/** Sentences of them that are read closely. */
const SENTENCES = 8;

/** Holds a statement against the likeliest sentences of the archive; its quotations help to find them. */
export async function readSources(
  deps: SearchDeps & { readonly reader: ArchiveReader },
  { readAs, asserts }: Pick<StatementClaim, 'readAs' | 'asserts'>,
  signal: AbortSignal | undefined,
): Promise<Reading[]> {
  const question = readAs.slice(0, LIMITS.questionChars);
  const passages = await likelyPassages(deps, question, signal);
  const claim = factsOf(asserts);
  const weigh = (stem: string) => deps.index.terms.inverseDocumentFrequency(stem);
  const likely = likeliest(claim, await evidenceSentences(deps.reader, passages), weigh);
  return likely.map((sentence) => readStatement(claim, sentence, weigh));
}

type Placed = Pick<PassageText, 'documentId' | 'start' | 'text'>;

async function likelyPassages(
  deps: SearchDeps,
  question: string,
  signal: AbortSignal | undefined,
): Promise<readonly Placed[]> {
  const options = signal === undefined ? {} : { signal };
  const { terms, passages } = deps.index;
  const [found, worded] = await Promise.all([
    search(deps, { question, limit: PASSAGES, ...options }),
    terms.query(question, { limit: WORDED_PASSAGES, ...options }),
  ]);
  return [...found.passages, ...(await passages.passages(worded.map(({ id }) => id)))];
}

async function evidenceSentences(
  reader: ArchiveReader,
  passages: readonly Placed[],
): Promise<EvidenceSentence[]> {
  const lists = await Promise.all(
    passages.map(async (passage) => {
      const document = await reader.document(passage.documentId);
      const spans = sentences(passage.text).map((span) => shiftSpan(span, passage.start));
      return spans.map((span, index) => ({ document, span, context: around(spans, index) }));
    }),
  );
  return withoutRepeats(lists.flat());
}

function around(spans: readonly Span[], index: number): Span {
  const [first, last] = [spans[Math.max(0, index - 1)], spans[Math.min(spans.length - 1, index + 1)]];
  return { start: first?.start ?? 0, end: last?.end ?? 0 };
}

// Passages of one document overlap.
function withoutRepeats(list: readonly EvidenceSentence[]): EvidenceSentence[] {
  const seen = new Map(list.map((one) => [`${one.document.id} ${one.span.start}`, one]));
  return [...seen.values()];
}

function likeliest(
  claim: Facts,
  list: readonly EvidenceSentence[],
  weigh: (stem: string) => number,
): EvidenceSentence[] {
  const weights = new Map(claim.tokens.map(({ stem, weight }) => [stem, weight * weigh(stem)]));
  const shared = ({ document, span }: EvidenceSentence) => {
    const stems = new Set(compareTokens(document.text.slice(span.start, span.end)).map(({ stem }) => stem));
    return [...stems].reduce((sum, stem) => sum + (weights.get(stem) ?? 0), 0);
  };
  return list
    .map((sentence) => ({ sentence, score: shared(sentence) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, SENTENCES)
    .map(({ sentence }) => sentence);
}
