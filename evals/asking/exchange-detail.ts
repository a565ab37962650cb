import { words } from '../../src/text/tokens.ts';

export interface Exchange {
  readonly question: string;
  /** The text that answers the question as it stands. */
  readonly from: string;
  /** Where the other name comes from. */
  readonly pool: string;
  readonly random: () => number;
}

/**
 * The question with one proper name or number replaced by another of its kind, so that the text no
 * longer answers it; null where it has none that the text holds. Made for training a refusal, after
 * the unanswerable questions of SQuAD 2.0 (Rajpurkar et al. 2018).
 */
export function exchangeDetail({ question, from, pool, random }: Exchange): string | null {
  const details = detailsOf(question).filter((detail) => from.includes(detail));
  const detail = details[Math.floor(random() * details.length)];
  if (detail === undefined) return null;
  if (/^\d+$/.test(detail)) return question.replace(detail, otherNumber(detail, random));
  const others = [...new Set(detailsOf(pool))].filter(
    (name) =>
      !/^\d/.test(name) &&
      !question.includes(name) &&
      !name.includes(detail) &&
      sentenceWith(from, detail)?.includes(name) !== true,
  );
  const other = others[Math.floor(random() * others.length)];
  return other === undefined ? null : question.replace(detail, other);
}

function otherNumber(number: string, random: () => number): string {
  const step = 1 + Math.floor(random() * (number.length === 4 ? 9 : 3));
  return String(random() < 0.5 && Number(number) > step ? Number(number) - step : Number(number) + step);
}

function sentenceWith(text: string, detail: string): string | undefined {
  return text.split(/(?<=[.!?])\s/).find((sentence) => sentence.includes(detail));
}

// Capitalised runs that do not open a sentence, and plain numbers.
function detailsOf(text: string): string[] {
  const names = [...text.matchAll(/(?<=[\p{Ll}\p{N},] )\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)*/gu)].map(
    (match) => match[0],
  );
  const numbers = words(text)
    .map((word) => word.text)
    .filter((word) => /^\d{1,4}$/.test(word));
  return [...names, ...numbers];
}
