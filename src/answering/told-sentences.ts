import type { Document } from '../domain/document.ts';
import { type Span, sliceSpan } from '../domain/span.ts';
import { sentences } from '../text/sentences.ts';
import { terms } from '../text/tokens.ts';
import { type Reading, readText } from './reading.ts';
import { tellsAll } from './same-fact.ts';

/** A sentence of a document that an answer may be held against. */
export interface ToldSentence {
  readonly document: Document;
  readonly span: Span;
  readonly text: string;
  readonly terms: ReadonlySet<string>;
}

/** Every sentence of the documents, headlines too, in order. */
export function toldSentences(documents: readonly Document[]): ToldSentence[] {
  return documents.flatMap((document) =>
    sentences(document.text).map((span) => {
      const text = sliceSpan(document.text, span);
      return { document, span, text, terms: new Set(terms(text)) };
    }),
  );
}

/** Least share of the cited sentence's terms in one that is looked at closely. */
const LOOK_SHARE = 0.4;

/** The sentences of other documents that share enough wording with a cited one to be compared with it. */
export function sentencesLike(
  cited: Reading,
  told: readonly ToldSentence[],
  leastShare = LOOK_SHARE,
): ToldSentence[] {
  return told.filter(({ terms: known }) => sharedTerms(cited, known) >= leastShare * cited.terms.size);
}

function sharedTerms(cited: Reading, known: ReadonlySet<string>): number {
  let count = 0;
  for (const term of cited.terms) if (known.has(term)) count++;
  return count;
}

/** The documents of which one sentence, or two in a row, tell all that the cited sentence tells. */
export function documentsTelling(cited: Reading, told: readonly ToldSentence[]): Document[] {
  const like = new Set(sentencesLike(cited, told));
  const tellers = new Set<Document>();
  for (const [at, one] of told.entries()) {
    if (tellers.has(one.document) || !like.has(one)) continue;
    const windows = [one.text, joined(told[at - 1], one), joined(one, told[at + 1])];
    if (windows.some((text) => text !== null && tellsAll(cited, readText(text)))) tellers.add(one.document);
  }
  return [...tellers];
}

function joined(first: ToldSentence | undefined, second: ToldSentence | undefined): string | null {
  if (first === undefined || second === undefined || first.document !== second.document) return null;
  return `${first.text} ${second.text}`;
}
