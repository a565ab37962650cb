import type { Document, DocumentId } from '../../domain/document.ts';
import { CitedeskError } from '../../domain/errors.ts';
import type { Span } from '../../domain/span.ts';
import type { OpenIndex } from '../../ports/index-store.ts';
import { sentences } from '../../text/sentences.ts';
import { compareTokens } from '../../verification/compare-tokens.ts';
import { type SourceSpeech, speechOf } from '../../verification/occurrence.ts';
import { stemsWithOtherNames } from '../../verification/short-names.ts';

/** Reads an archive for one check; what is costly to read twice is kept, within bounds. */
export interface ArchiveReader {
  readonly index: OpenIndex;
  document(id: DocumentId): Promise<Document>;
  /** Its sentences, in order. */
  sentences(document: Document): readonly ReadSentence[];
  /** Its quotations and names. */
  speech(document: Document): SourceSpeech;
  /** Its words with single spaces between and around them, for a plain search. */
  flat(document: Document): string;
}

/** A sentence of an article; the span counts in the article's text. */
export interface ReadSentence extends Span {
  /** Stems of its words. */
  readonly stems: ReadonlySet<string>;
}

/** Articles whose quotations are kept: a draft comes back to the same few. */
const KEPT_SPEECHES = 64;

/** Articles whose sentences are kept: a claim looks at some fifteen, its neighbours at most of them again. */
const KEPT_SENTENCES = 256;

/** UTF-16 units of flat text that are kept: 10,000 articles of 5,000 characters. More is read again. */
const KEPT_FLAT_CHARS = 50_000_000;

export function createArchiveReader(index: OpenIndex): ArchiveReader {
  const speech = keptFew<SourceSpeech>(KEPT_SPEECHES, ({ text }) => speechOf(text));
  const read = keptFew<readonly ReadSentence[]>(KEPT_SENTENCES, readSentences);
  const flats = new Map<DocumentId, string>();
  let flatChars = 0;
  return {
    index,
    async document(id) {
      const document = await index.passages.document(id);
      if (document !== null) return document;
      throw new CitedeskError('index-damaged', `The index names the document ${id} but does not hold it.`, {
        fix: 'Run `citedesk index --rebuild`.',
      });
    },
    sentences: read,
    speech,
    flat(document) {
      const known = flats.get(document.id);
      if (known !== undefined) return known;
      const flat = flatWords(document.text);
      if (flatChars + flat.length <= KEPT_FLAT_CHARS) {
        flats.set(document.id, flat);
        flatChars += flat.length;
      }
      return flat;
    },
  };
}

/** What is made of a document, kept for the documents used last. */
function keptFew<T>(atMost: number, make: (document: Document) => T): (document: Document) => T {
  const kept = new Map<DocumentId, T>();
  return (document) => {
    const made = kept.get(document.id) ?? make(document);
    // Set again, so that the one used longest ago is the first to go.
    kept.delete(document.id);
    kept.set(document.id, made);
    const oldest = kept.keys().next().value;
    if (kept.size > atMost && oldest !== undefined) kept.delete(oldest);
    return made;
  };
}

function readSentences({ text }: Document): ReadSentence[] {
  return sentences(text).map(({ start, end }) => {
    const sentence = text.slice(start, end);
    const own = compareTokens(sentence).map(({ stem }) => stem);
    return { start, end, stems: stemsWithOtherNames(sentence, own) };
  });
}

/** Letters and digits only, lower case, without accents; a space between and around the runs. */
export function flatWords(text: string): string {
  const folded = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return ` ${folded.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
}
