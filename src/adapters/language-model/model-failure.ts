import { APICallError, RetryError } from 'ai';

/**
 * A language model that did not do what it was asked. `words` goes on after "The language model". Neither
 * they nor anything else here holds what the provider said, which may repeat the key or the prompt.
 */
export class ModelFailure extends Error {
  readonly words: string;

  constructor(words: string) {
    super(`The language model ${words}.`);
    this.name = 'ModelFailure';
    this.words = words;
  }
}

/** Whatever a provider's client threw, as a failure in our own words. */
export function modelFailure(error: unknown): ModelFailure {
  if (error instanceof ModelFailure) return error;
  if (RetryError.isInstance(error)) return modelFailure(error.lastError);
  const status = APICallError.isInstance(error) ? error.statusCode : undefined;
  // Its answer had begun: the line was cut, or what came was no answer.
  if (status !== undefined && status < 300) return new ModelFailure('broke off');
  if (status !== undefined) return new ModelFailure(`${statusWords(status)} (HTTP ${status})`);
  return new ModelFailure(APICallError.isInstance(error) ? 'could not be reached' : 'failed');
}

function statusWords(status: number): string {
  if (status === 401 || status === 403) return 'refused the key';
  if (status === 404) return 'is not known at its address';
  if (status === 408 || status === 504) return 'did not answer in time';
  if (status === 413) return 'takes no prompt of this length';
  if (status === 429) return 'is asked too often, or its quota is used up';
  return status < 500 ? 'refused the request' : 'failed';
}
