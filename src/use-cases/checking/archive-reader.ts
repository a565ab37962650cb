import type { Document, DocumentId } from '../../domain/document.ts';
import { CitedeskError } from '../../domain/errors.ts';
import type { OpenIndex } from '../../ports/index-store.ts';
import { type SourceSpeech, speechOf } from '../../verification/occurrence.ts';

/** Reads an archive for one check; what is costly to read twice is kept, within bounds. */
export interface ArchiveReader {
  readonly index: OpenIndex;
  document(id: DocumentId): Promise<Document>;
  /** Its quotations and names. */
  speech(document: Document): SourceSpeech;
  /** Its words with single spaces between and around them, for a plain search. */
  flat(document: Document): string;
}

/** Articles whose quotations are kept: a draft comes back to the same few. */
const KEPT_SPEECHES = 64;

/** UTF-16 units of flat text that are kept: 10,000 articles of 5,000 characters. More is read again. */
const KEPT_FLAT_CHARS = 50_000_000;

export function createArchiveReader(index: OpenIndex): ArchiveReader {
  const speeches = new Map<DocumentId, SourceSpeech>();
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
    speech(document) {
      const speech = speeches.get(document.id) ?? speechOf(document.text);
      // Set again, so that the one used longest ago is the first to go.
      speeches.delete(document.id);
      speeches.set(document.id, speech);
      const oldest = speeches.keys().next().value;
      if (speeches.size > KEPT_SPEECHES && oldest !== undefined) speeches.delete(oldest);
      return speech;
    },
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

/** Letters and digits only, lower case, without accents; a space between and around the runs. */
export function flatWords(text: string): string {
  const folded = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return ` ${folded.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
}
