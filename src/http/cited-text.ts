import type { Answer, AnswerClaim } from '../domain/answer.ts';
import type { Cite, Ref } from '../domain/document.ts';
import type { Verdict } from '../domain/verdict.ts';
import { plainMarkdown } from './plain-markdown.ts';

/** A numbered mark in the text, and what it stands for. */
export interface Mark {
  /** From 1, in reading order; the same place has the same number. */
  readonly number: number;
  /** Where `[number]` stands in the text that the client gets, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** Of the sentence before the mark; null for a passage that is only near, and a side of a conflict. */
  readonly claimIndex: number | null;
  readonly verdict: Verdict | null;
  readonly cite: Cite;
}

/**
 * An answer as text for clients that have no place for citations beside it: numbered marks after each
 * sentence, a verdict wherever it is not `supported`, then conflicts, sources with their words, and the
 * count of verdicts. Markdown, with all words of articles escaped. Pieces joined are the whole text.
 */
export class CitedText {
  readonly marks: Mark[] = [];
  readonly #sources = new Map<string, { readonly cite: Cite; readonly retellings: Map<string, Ref> }>();
  readonly #verdicts: Verdict[] = [];
  #length = 0;

  /** A sentence with what stands before it in the answer. */
  claim(before: string, claim: AnswerClaim): string {
    const { verdict, citations, alsoReportedBy } = claim;
    const claimIndex = this.#verdicts.push(verdict) - 1;
    // A sentence that begins with a bracket must not make a link of the mark before it.
    const space = before === '' && claimIndex > 0 ? ' ' : plainBetween(before);
    const piece = this.#written(`${space}${sentenceWords(claim)}`);
    const marks = citations.map((cite, at) => {
      this.#keepRetellings(cite, alsoReportedBy);
      return this.#mark(cite, { claimIndex, verdict, before: at === 0 ? ' ' : '' });
    });
    return `${piece}${marks.join('')}${this.#written(verdictNote(claim))}`;
  }

  /** All that follows the last sentence; the whole text where the archive does not hold the answer. */
  ending(answer: Answer): string {
    if (answer.status === 'abstained') return this.#refusal(answer);
    const conflicts = answer.conflicts.map(({ about, sides }) => {
      const lead = this.#written(`\n\nSources disagree on ${plainMarkdown(about)}:`);
      const marks = sides.map((cite) => this.#mark(cite, { claimIndex: null, verdict: null, before: ' ' }));
      return `${lead}${marks.join('')}`;
    });
    const sources = [...this.#sources.values()].map(
      ({ cite, retellings }, at) => `\n- [${at + 1}] ${sourceWords(cite, [...retellings.values()])}`,
    );
    const list = sources.length === 0 ? '' : `\n\nSources:${sources.join('')}`;
    const checked = `\n\nChecked against the sources: ${countWords(this.#verdicts)}.`;
    return `${conflicts.join('')}${this.#written(`${list}${checked}${noticeWords(answer)}`)}`;
  }

  #refusal(answer: Answer): string {
    const { text, nearest } = answer;
    const lead = this.#written(`${plainMarkdown(text)}${noticeWords(answer)}`);
    if (nearest.length === 0) return lead;
    const heading = this.#written('\n\nNearest passages, which do not answer it:');
    const items = nearest.map((cite) => {
      const mark = this.#mark(cite, { claimIndex: null, verdict: null, before: '\n- ' });
      return `${mark}${this.#written(` ${sourceWords(cite, [])}`)}`;
    });
    return `${lead}${heading}${items.join('')}`;
  }

  #mark(
    cite: Cite,
    { before, claimIndex, verdict }: Pick<Mark, 'claimIndex' | 'verdict'> & { readonly before: string },
  ): string {
    const number = this.#numberOf(cite);
    const start = this.#length + before.length;
    const piece = this.#written(`${before}[${number}]`);
    this.marks.push({ number, start, end: this.#length, claimIndex, verdict, cite });
    return piece;
  }

  #numberOf(cite: Cite): number {
    const key = keyOf(cite);
    if (!this.#sources.has(key)) this.#sources.set(key, { cite, retellings: new Map() });
    return [...this.#sources.keys()].indexOf(key) + 1;
  }

  #keepRetellings(cite: Cite, refs: readonly Ref[]): void {
    this.#numberOf(cite);
    const retellings = this.#sources.get(keyOf(cite))?.retellings;
    for (const ref of refs) retellings?.set(ref.documentId, ref);
  }

  #written(piece: string): string {
    this.#length += piece.length;
    return piece;
  }
}

/** A whole answer as such a text, with its marks. */
export function citedAnswer(answer: Answer): { readonly content: string; readonly marks: readonly Mark[] } {
  const text = new CitedText();
  let at = 0;
  const pieces = answer.claims.map((claim) => {
    const before = answer.text.slice(at, claim.start);
    at = claim.end;
    return text.claim(before, claim);
  });
  return { content: `${pieces.join('')}${text.ending(answer)}`, marks: text.marks };
}

const keyOf = ({ documentId, start, end }: Cite) => `${documentId} ${start} ${end}`;

// Spaces between sentences stay as they are; anything else there but the marks of struck ones is words.
function plainBetween(text: string): string {
  const bare = text.replaceAll('~~', '');
  return bare.trim() === '' ? bare : ` ${plainMarkdown(bare)} `;
}

function sentenceWords({ text, isStruck = false }: AnswerClaim): string {
  return isStruck ? `~~${plainMarkdown(text)}~~` : plainMarkdown(text);
}

function verdictNote({ verdict, reasons = [] }: AnswerClaim): string {
  if (verdict === 'supported') return '';
  const why = reasons.map(({ words }) => plainMarkdown(words)).join('; ');
  return ` (${verdictWords(verdict)}${why === '' ? '' : `: ${why}`})`;
}

const noticeWords = ({ notice }: Answer) => (notice === undefined ? '' : `\n\n${plainMarkdown(notice)}`);

function sourceWords(cite: Cite, retellings: readonly Ref[]): string {
  const also = retellings.length === 0 ? '' : ` (also reported by ${retellings.map(refWords).join('; ')})`;
  return `${refWords(cite)}: “${plainMarkdown(cite.quote)}”${also}`;
}

/** A document in one line: title, date, address or path. */
export function refWords({ title, publishedAt, url, path, page }: Ref): string {
  const parts = [title, publishedAt, url ?? path, page === undefined ? null : `page ${page}`];
  return parts.flatMap((part) => (part === null ? [] : [plainMarkdown(part)])).join(', ');
}

/** The verdict as a person says it. */
export function verdictWords(verdict: Verdict): string {
  return verdict.replaceAll('-', ' ');
}

function countWords(verdicts: readonly Verdict[]): string {
  const distinct = [...new Set(verdicts)];
  const counts = distinct.map(
    (verdict) => `${verdicts.filter((one) => one === verdict).length} ${verdictWords(verdict)}`,
  );
  return `${verdicts.length} ${verdicts.length === 1 ? 'sentence' : 'sentences'}, ${counts.join(', ')}`;
}
