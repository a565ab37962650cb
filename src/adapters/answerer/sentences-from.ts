import type { Prompt } from '../../answering/prompt.ts';
import type { WritingEnd } from '../../answering/written-answer.ts';
import { createSentenceReader, type WrittenSentence } from '../../answering/written-sentences.ts';
import { ModelFailure } from '../language-model/model-failure.ts';
import { type ModelCall, modelText } from '../language-model/model-text.ts';

/** A call that asks for sentences. */
export interface WritingCall extends ModelCall {
  readonly prompt: Prompt;
}

/** Sentences that are read of one answer at most; it is asked for fewer, and each costs a check. */
const MOST_SENTENCES = 16;

/**
 * The sentences that a model writes, as they come, and how it ended. Failures of the model are an end, with
 * what it wrote before; throws the reason of `left` when that fires.
 */
export async function* sentencesFrom(
  call: WritingCall,
): AsyncGenerator<WrittenSentence, WritingEnd, undefined> {
  const text = endedBy(modelText(call), call);
  try {
    return yield* readSentences(text, call);
  } finally {
    await text.return(NOTHING);
  }
}

async function* readSentences(
  text: AsyncGenerator<string, WritingEnd, undefined>,
  call: WritingCall,
): AsyncGenerator<WrittenSentence, WritingEnd, undefined> {
  const reader = createSentenceReader();
  let count = 0;
  for (;;) {
    const next = await text.next();
    const found =
      next.done === true ? reader.end({ isWhole: next.value.kind === 'written' }) : reader.push(next.value);
    for (const sentence of found) {
      if (isNoAnswer(sentence, call)) {
        // Behind sentences it says nothing: they answer.
        if (count === 0) return { kind: 'no-answer' };
      } else if (count === MOST_SENTENCES) {
        return { kind: 'cut', words: `wrote more than ${MOST_SENTENCES} sentences` };
      } else {
        count++;
        yield sentence;
      }
    }
    if (next.done === true) return count === 0 && next.value.kind === 'written' ? NOTHING : next.value;
  }
}

const NOTHING: WritingEnd = { kind: 'failed', words: 'wrote nothing' };

/** The text, and its failures as an end. */
async function* endedBy(
  text: AsyncGenerator<string, 'whole' | 'cut'>,
  { limits }: ModelCall,
): AsyncGenerator<string, WritingEnd, undefined> {
  try {
    const end = yield* text;
    if (end === 'whole') return { kind: 'written' };
    return { kind: 'cut', words: `reached its limit of ${limits.maxOutputTokens} tokens` };
  } catch (error) {
    if (error instanceof ModelFailure) return { kind: 'failed', words: error.words };
    throw error;
  }
}

/** The one sentence that a call asks for; null where the model gives none or fails. */
export async function sentenceFrom(call: WritingCall): Promise<WrittenSentence | null> {
  for await (const sentence of sentencesFrom(call)) return sentence;
  return null;
}

function isNoAnswer({ text }: WrittenSentence, { prompt }: WritingCall): boolean {
  return text.replaceAll(/[^\p{L}\p{N}_]/gu, '') === prompt.noAnswer;
}
