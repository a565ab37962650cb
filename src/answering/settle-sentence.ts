import { isInstruction } from '../text/instructions.ts';
import { words } from '../text/tokens.ts';
import { type JudgedSentence, judgeSentence, type SentenceJudging } from './judge-sentence.ts';
import { passageWords } from './numbered-passages.ts';
import type { Objection } from './prompt.ts';
import { readText } from './reading.ts';
import type { SettledSentence } from './written-answer.ts';
import type { WrittenSentence } from './written-sentences.ts';

/**
 * What becomes of a sentence that is not borne out: `repair` has it written anew once, `strike` strikes it
 * through, as `repair` does where that does not help, `drop` leaves it out. One that is borne out in part is
 * shown with its reasons, after `repair` has tried for better, and left out by `drop`.
 */
export type WritingPolicy = 'repair' | 'strike' | 'drop';

export interface SettleOptions extends SentenceJudging {
  readonly question: string;
  readonly policy: WritingPolicy;
  /** The sentence written anew; null where the model gives none, or may not be asked again. */
  readonly rewrite: (objection: Objection) => Promise<WrittenSentence | null>;
}

/**
 * Holds a sentence against the passages and settles what becomes of it. A sentence that is no statement,
 * or has to do neither with the question nor with what it cites, is left out whatever the policy: to strike
 * it through would still be to show what nobody asked for.
 */
export async function settleSentence(
  sentence: WrittenSentence,
  options: SettleOptions,
): Promise<SettledSentence> {
  const outcome = await settle(sentence, options);
  const unknown = sentence.numbers.filter((number) => options.passages.every((one) => one.number !== number));
  return { ...outcome, droppedCitations: unknown.length };
}

type Outcome = Omit<SettledSentence, 'droppedCitations'>;

async function settle(sentence: WrittenSentence, options: SettleOptions): Promise<Outcome> {
  const judged = await judgeSentence(sentence, options);
  if (!isStatement(sentence.text) || judged.verdict === 'not-checked') return settled(judged, 'left-out');
  if (judged.verdict === 'supported' || isMiscited(judged)) return settled(judged, 'shown');
  const isPart = judged.verdict === 'partially-supported';
  if (!isPart && !isOnSubject(sentence, options)) return settled(judged, 'left-out');
  if (options.policy === 'drop') return settled(judged, 'left-out');
  const repaired = options.policy === 'repair' ? await repair(judged, options) : null;
  return repaired ?? settled(judged, isPart ? 'shown' : 'struck');
}

// Fewer words make no statement that a reader could check.
const LEAST_WORDS = 3;

const isStatement = (text: string) => words(text).length >= LEAST_WORDS && !isInstruction(text);

const settled = (judged: JudgedSentence, fate: SettledSentence['fate']): Outcome => ({
  judged,
  fate,
  wasRepaired: false,
});

// All of it is borne out, and where is put right already.
const isMiscited = ({ reasons }: JudgedSentence) => reasons.some(({ code }) => code === 'wrong-source');

async function repair(judged: JudgedSentence, options: SettleOptions): Promise<Outcome | null> {
  const reasons = judged.reasons.map(({ words }) => words);
  const sentence = await options.rewrite({ sentence: judged.text, reasons });
  if (sentence === null || !isStatement(sentence.text)) return null;
  const again = await judgeSentence(sentence, options);
  return again.verdict === 'supported' ? { judged: again, fate: 'shown', wasRepaired: true } : null;
}

/** Share of a sentence's content words that the passages which it cites hold, from which it speaks of their matter. */
const RELATED = 0.5;

function isOnSubject({ text, numbers }: WrittenSentence, { question, passages }: SettleOptions): boolean {
  const { terms } = readText(text);
  if (!terms.isDisjointFrom(readText(question).terms)) return true;
  const cited = passages.filter(({ number }) => numbers.includes(number));
  return cited.some(
    (passage) =>
      terms.intersection(readText(passageWords(passage)).terms).size >= RELATED * terms.size &&
      terms.size > 0,
  );
}
