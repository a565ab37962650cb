/** A document of a made-up archive: paragraphs of a judged set under a title. */
export interface ArchiveText {
  readonly id: string;
  readonly title: string | null;
  readonly paragraphs: readonly string[];
}

/**
 * How a case came about: the archive holds the answer; its paragraph was taken out; only its
 * sentences were taken out; every value of the asked kind was taken out; a name or number of the
 * question was exchanged; the people who made the set found no answer; nothing in the archive is about
 * the subject.
 */
export type CaseKind =
  | 'answerable'
  | 'paragraph-removed'
  | 'sentence-removed'
  | 'values-removed'
  | 'detail-exchanged'
  | 'judged-unanswerable'
  | 'foreign';

/** One question put to one archive. */
export interface AskingCase {
  readonly id: string;
  readonly kind: CaseKind;
  readonly question: string;
  /** Any of these inside a cited span answers; empty where none is known or none exists. */
  readonly answers: readonly string[];
  /** Sentences known to answer; empty where only `answers` tell. */
  readonly goldSentences: readonly string[];
  readonly archive: readonly ArchiveText[];
  /** Cases of one subject never stand on both sides of a split. */
  readonly subject: string;
}

export interface AskingSet {
  readonly name: string;
  readonly cases: readonly AskingCase[];
}

/** Lower case, plain quotes, single spaces, no thousands commas: how answers are compared. */
function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** True when the text holds one of the answers as whole words. */
export function holdsAnswer(text: string, answers: readonly string[]): boolean {
  const padded = ` ${comparable(text).replace(/[^\p{L}\p{N}$%£€.']+/gu, ' ')} `;
  return answers.some((answer) => {
    const wanted = comparable(answer)
      .replace(/[^\p{L}\p{N}$%£€.']+/gu, ' ')
      .trim();
    const at = wanted === '' ? -1 : padded.indexOf(wanted);
    if (at < 0) return false;
    const before = padded[at - 1] ?? ' ';
    const after = padded[at + wanted.length] ?? ' ';
    return !/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after);
  });
}
