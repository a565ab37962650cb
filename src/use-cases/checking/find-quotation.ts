import type { Document, DocumentId } from '../../domain/document.ts';
import { throwIfAborted } from '../../domain/errors.ts';
import type { PatternPart } from '../../verification/align.ts';
import type { Attributed } from '../../verification/attribution.ts';
import type { QuoteClaim } from '../../verification/claims.ts';
import { isThisQuotation, occurrenceAt, type QuoteOccurrence } from '../../verification/occurrence.ts';
import { matchQuotation, type QuoteMatch } from '../../verification/quote-match.ts';
import { patternTokens, quotePattern } from '../../verification/quote-pattern.ts';
import { LIMITS } from '../desk.ts';
import { type ArchiveReader, flatWords } from './archive-reader.ts';
import { breathe, CANCELLED } from './breathe.ts';

export interface QuoteSearch {
  readonly claim: QuoteClaim;
  readonly draft: string;
  /** Speaker and names of the draft. */
  readonly attributed: Attributed;
  readonly signal: AbortSignal | undefined;
}

/** Passages taken by words, for the quotation alone and for its whole sentence. */
const PASSAGES = 50;

/** Articles read whole where no passage has it word for word: it may lie across two passages. */
const WHOLE_ARTICLES = 8;

/** Every article is searched up to this many; beyond, the term index alone must find it. */
const MAX_SCANNED = 50_000;

/** Occurrences that are told apart; a slogan may stand in hundreds of articles. */
const MAX_OCCURRENCES = 20;

/**
 * The places of the whole archive where a quotation stands, verbatim or altered, one an article. The
 * term index proposes passages; what it does not find word for word is looked for in every article.
 */
export async function findQuotation(reader: ArchiveReader, search: QuoteSearch): Promise<QuoteOccurrence[]> {
  const pattern = quotePattern(search.claim.text);
  if (patternTokens(pattern).length === 0) return [];
  const near = await matchPassages(reader, pattern, search);
  const matches = near.some(({ match }) => match.isVerbatim)
    ? near
    : await lookFurther(reader, { pattern, near, search });
  const around = quotePattern(search.draft.slice(search.claim.sentence.start, search.claim.sentence.end));
  return matches
    .map(({ document, match }) => {
      const sentence = matchAround(document, match, around);
      return occurrenceAt(match, {
        document,
        speech: reader.speech(document),
        draft: search.attributed,
        sentence,
      });
    })
    .filter((occurrence) => isThisQuotation(occurrence, pattern));
}

/** Characters on either side of a match in which its whole sentence lies. */
const AROUND_CHARS = 600;

function matchAround(
  document: Document,
  { span }: QuoteMatch,
  pattern: readonly PatternPart[],
): QuoteMatch | null {
  const offset = Math.max(0, span.start - AROUND_CHARS);
  return matchQuotation(pattern, { text: document.text.slice(offset, span.end + AROUND_CHARS), offset });
}

interface Match {
  readonly document: Document;
  readonly match: QuoteMatch;
}

async function matchPassages(
  reader: ArchiveReader,
  pattern: readonly PatternPart[],
  { claim, draft, signal }: QuoteSearch,
): Promise<Match[]> {
  const { terms, passages } = reader.index;
  const options = { limit: PASSAGES, ...(signal === undefined ? {} : { signal }) };
  const queries = [claim.text, draft.slice(claim.sentence.start, claim.sentence.end)];
  const lists = await Promise.all(
    queries.map((query) => terms.query(query.slice(0, LIMITS.questionChars), options)),
  );
  const ids = [...new Set(lists.flat().map(({ id }) => id))];
  const best = new Map<DocumentId, QuoteMatch>();
  for (const passage of await passages.passages(ids)) {
    const match = matchQuotation(pattern, { text: passage.text, offset: passage.start });
    if (match !== null && match.similarity > (best.get(passage.documentId)?.similarity ?? 0))
      best.set(passage.documentId, match);
  }
  throwIfAborted(signal, CANCELLED);
  const ranked = [...best].sort((a, b) => b[1].similarity - a[1].similarity).slice(0, MAX_OCCURRENCES);
  return Promise.all(ranked.map(async ([id, match]) => ({ document: await reader.document(id), match })));
}

interface Further {
  readonly pattern: readonly PatternPart[];
  readonly near: readonly Match[];
  readonly search: QuoteSearch;
}

async function lookFurther(reader: ArchiveReader, { pattern, near, search }: Further): Promise<Match[]> {
  const whole = near.slice(0, WHOLE_ARTICLES).flatMap(({ document }) => matchWhole(document, pattern));
  if (whole.some(({ match }) => match.isVerbatim)) return whole;
  const scanned = await scanArchive(reader, pattern, search.signal);
  return [...scanned, ...whole, ...near.slice(WHOLE_ARTICLES)];
}

function matchWhole(document: Document, pattern: readonly PatternPart[]): Match[] {
  const match = matchQuotation(pattern, { text: document.text, offset: 0 });
  return match === null ? [] : [{ document, match }];
}

// Only whole runs of words can be looked for so; a quotation with a gap needs its longest run.
async function scanArchive(
  reader: ArchiveReader,
  pattern: readonly PatternPart[],
  signal: AbortSignal | undefined,
): Promise<Match[]> {
  const needle = longestRun(pattern);
  const summaries = await reader.index.passages.listDocuments();
  if (needle === null || summaries.length > MAX_SCANNED) return [];
  const found: Match[] = [];
  for (const [index, { id }] of summaries.entries()) {
    if (index % BREATH === 0) await breathe(signal);
    const document = await reader.document(id);
    if (!reader.flat(document).includes(needle)) continue;
    found.push(...matchWhole(document, pattern).filter(({ match }) => match.isVerbatim));
    if (found.length >= MAX_OCCURRENCES) break;
  }
  return found;
}

/** Articles between two turns of the event loop: some milliseconds' work. */
const BREATH = 100;

// A single word says nothing about where it was quoted.
const MIN_RUN_WORDS = 2;

function longestRun(pattern: readonly PatternPart[]): string | null {
  const runs: string[][] = [[]];
  for (const part of pattern) {
    if (part === 'gap') runs.push([]);
    else runs.at(-1)?.push(part.key);
  }
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best));
  return longest.length < MIN_RUN_WORDS ? null : flatWords(longest.join(' '));
}
