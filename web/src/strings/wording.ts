import type { Failure, Turn } from '../stream/turn.ts';
import { plainLine, plainProse } from '../text/bidi.ts';
import { enTable } from './en.ts';
import type { Strings } from './strings.ts';

interface FailureWords {
  readonly title: string;
  /** Empty where there is no more to say. */
  readonly detail: string;
}

/** What a reader is told of a failure: the server's words where it has any in the reader's language. */
export function failureWords(failure: Failure, { failures, locale, retryIn }: Strings): FailureWords {
  const own = failures[failure.kind];
  const wait = failure.waitSeconds === undefined ? '' : retryIn(failure.waitSeconds);
  return {
    title: (locale.startsWith('en') && plainLine(failure.title)) || own.title,
    detail: plainProse(failure.detail) || wait || own.detail,
  };
}

/** What an abstention says; the server's own sentence in the reader's language, a writer's as it is. */
export function abstentionWords({ text }: Turn, { abstainedText }: Strings): string {
  return text === enTable.abstainedText ? abstainedText : text;
}
