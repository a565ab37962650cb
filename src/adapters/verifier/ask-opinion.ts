import type { LanguageModel } from 'ai';
import type { ClaimPair } from '../../ports/claim-verifier.ts';
import type { Opinion } from '../../verification/opinion.ts';
import { opinionPrompt, readOpinion } from '../../verification/opinion-prompt.ts';
import { ModelFailure, modelFailure } from '../language-model/model-failure.ts';
import { type CallLimits, type ModelCall, modelText } from '../language-model/model-text.ts';

export interface OpinionCall {
  /** Gives the model; may throw a `ModelFailure`, such as where there is no key. */
  readonly model: () => Promise<LanguageModel>;
  /** Of one call; `timeoutMs` from here to its last token. */
  readonly limits: CallLimits;
  /** Fires when nobody waits for it any more. */
  readonly left: AbortSignal;
}

/** What a model says of one pair. Throws a `ModelFailure` where it does not, and the reason of `left`. */
export async function askOpinion(pair: ClaimPair, { model, limits, left }: OpinionCall): Promise<Opinion> {
  const { system, user, code } = await opinionPrompt(pair);
  const loaded = await model().catch((error) => Promise.reject(modelFailure(error)));
  const deadline = AbortSignal.timeout(limits.timeoutMs);
  const text = await wholeText({ model: loaded, prompt: { system, user }, limits, left, deadline });
  const opinion = readOpinion(text, code);
  if (opinion === null) throw new ModelFailure(UNREADABLE);
  return opinion;
}

const UNREADABLE = 'gave no verdict in the form that was asked for';

/** A line of the form has some thirty characters; whoever writes an essay is not waited for. */
const MOST_CHARS = 500;

async function wholeText(call: ModelCall): Promise<string> {
  let text = '';
  for await (const piece of modelText(call)) {
    text += piece;
    if (text.length > MOST_CHARS) throw new ModelFailure(UNREADABLE);
  }
  return text;
}
