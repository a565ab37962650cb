import type { Document, DocumentId } from '../../domain/document.ts';
import { throwIfAborted } from '../../domain/errors.ts';
import type { PatternPart } from '../../verification/align.ts';
import type { Attributed } from '../../verification/attribution.ts';
import type { QuoteClaim } from '../../verification/claims.ts';
import {
  isThisQuotation,
  mayBeQuotation,
  occurrenceAt,
  type QuoteOccurrence,
} from '../../verification/occurrence.ts';
import { matchQuotation, type QuoteMatch } from '../../verification/quote-match.ts';
import { patternTokens, quotePattern } from '../../verification/quote-pattern.ts';
import { LIMITS } from '../desk.ts';
import type { ArchiveReader } from './archive-reader.ts';
import { CANCELLED } from './breathe.ts';
import { scanArchive } from './scan-archive.ts';

export interface QuoteSearch {
  readonly claim: QuoteClaim;
  readonly draft: string;
  /** Speaker and names of the draft. */
  readonly attributed: Attributed;
  readonly signal: AbortSignal | undefined;
}

/** Passages taken by words, for the quotation alone and for its whole sentence. */
const PASSAGES = 30;

/** Articles read whole where no passage has it word for word: it may lie across two passages. */
const WHOLE_ARTICLES = 8;

/** Occurrences that are told apart; a slogan may stand in hundreds of articles. */
const MAX_OCCURRENCES = 20;

/**
 * The places of the whole archive where a quotation stands, verbatim or, where none has it so, altered; one
 * an article. The term index proposes passages; what it does not find is looked for in every article.
 */
export async function findQuotation(reader: ArchiveReader, search: QuoteSearch): Promise<QuoteOccurrence[]> {
  const pattern = quotePattern(search.claim.text);
  if (patternTokens(pattern).length === 0) return [];
  const near = await matchPassages(reader, pattern, search);
  const found = occurrences(reader, near, { pattern, search });
  if (found.some(({ match }) => match.isVerbatim)) return found;
  const whole = near.slice(0, WHOLE_ARTICLES).flatMap(({ document }) => matchWhole(document, pattern));
  const verbatim = whole.filter(({ match }) => match.isVerbatim);
  if (verbatim.length > 0) return occurrences(reader, verbatim, { pattern, search });
  const scanned = await scanArchive(reader, pattern, search.signal);
  const further = scanned.flatMap((document) => matchWhole(document, pattern));
  return occurrences(reader, distinct([...further, ...whole, ...near]), { pattern, search });
}

interface Looked {
  readonly pattern: readonly PatternPart[];
  readonly search: QuoteSearch;
}

// To read who speaks takes a hundred times as long as to compare words: only where it may be needed.
function occurrences(
  reader: ArchiveReader,
  matches: readonly Match[],
  { pattern, search }: Looked,
): QuoteOccurrence[] {
  const verbatim = matches.filter(({ match }) => match.isVerbatim);
  const likely = (verbatim.length > 0 ? verbatim : matches).filter(({ match }) => mayBeQuotation(match));
  const around = quotePattern(search.draft.slice(search.claim.sentence.start, search.claim.sentence.end));
  return likely
    .toSorted((a, b) => b.match.similarity - a.match.similarity)
    .slice(0, MAX_OCCURRENCES)
    .map((one) => bestPlace(reader, one, { pattern, search, around }))
    .filter((occurrence) => isThisQuotation(occurrence, pattern));
}

interface Around extends Looked {
  /** The draft's whole sentence. */
  readonly around: readonly PatternPart[];
}

/** Places of one article that are looked at: a quotation may also stand in its headline or beside a picture. */
const PLACES = 4;

// Of the places that have it word for word, the one that names the speaker or has it in quotation marks.
function bestPlace(reader: ArchiveReader, { document, match }: Match, looked: Around): QuoteOccurrence {
  let best = occurrenceIn(reader, { document, match }, looked);
  let next: QuoteMatch | null = match;
  for (let place = 1; place < PLACES && next?.isVerbatim === true && !isSure(best); place++) {
    const offset = next.span.end;
    next = matchQuotation(looked.pattern, { text: document.text.slice(offset), offset });
    if (next?.isVerbatim !== true) break;
    const other = occurrenceIn(reader, { document, match: next }, looked);
    if (sureness(other) > sureness(best)) best = other;
  }
  return best;
}

const sureness = ({ isQuoted, attribution }: QuoteOccurrence) =>
  (isQuoted ? 1 : 0) + { same: 2, unknown: 1, different: 1, 'not-named': 0 }[attribution];
const isSure = (one: QuoteOccurrence) => one.isQuoted && one.attribution === 'same';

function occurrenceIn(
  reader: ArchiveReader,
  { document, match }: Match,
  { search, around }: Around,
): QuoteOccurrence {
  const sentence = matchAround(document, match, around);
  return occurrenceAt(match, {
    document,
    speech: reader.speech(document),
    draft: search.attributed,
    sentence,
  });
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
  const found: Match[] = [];
  for (const passage of await passages.passages(ids)) {
    const match = matchQuotation(pattern, { text: passage.text, offset: passage.start });
    if (match !== null) found.push({ document: await reader.document(passage.documentId), match });
  }
  throwIfAborted(signal, CANCELLED);
  return distinct(found);
}

/** The best match of each article, best first. */
function distinct(matches: readonly Match[]): Match[] {
  const best = new Map<DocumentId, Match>();
  for (const one of matches) {
    const known = best.get(one.document.id);
    if (known === undefined || one.match.similarity > known.match.similarity) best.set(one.document.id, one);
  }
  return [...best.values()].sort((a, b) => b.match.similarity - a.match.similarity);
}

function matchWhole(document: Document, pattern: readonly PatternPart[]): Match[] {
  const match = matchQuotation(pattern, { text: document.text, offset: 0 });
  return match === null ? [] : [{ document, match }];
}
