import OpenAI from 'openai';
import type { Answer, AnswerClaim } from '../../../src/domain/answer.ts';
import type { Mark } from '../../../src/http/cited-text.ts';

export const MESSAGES = [{ role: 'user' as const, content: 'What burned?' }];

/** The client as another program has it, without retries of its own. */
export function openAi(url: string, apiKey = 'unused'): OpenAI {
  return new OpenAI({ baseURL: `${url}/v1`, apiKey, maxRetries: 0 });
}

/** What Citedesk adds to a completion, a message, a chunk or a delta. */
export interface Added {
  readonly citedesk?: Answer;
  readonly citedesk_claim?: { readonly index: number; readonly claim: AnswerClaim };
  readonly citations?: readonly Mark[];
  readonly annotations?: readonly OpenAI.Chat.ChatCompletionMessage.Annotation[];
}

/** The additions: the client keeps fields that it has no type for. */
export const added = (part: object): Added => part;
