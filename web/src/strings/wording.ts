import type { Failure, Turn } from '../stream/turn.ts';
import { plainLine, plainProse } from '../text/bidi.ts';
import type { Strings } from './strings.ts';

interface FailureWords {
  readonly title: string;
  /** Empty where there is no more to say. */
  readonly detail: string;
}

/** True for a reader who reads the server's own words, which are English. */
export const readsEnglish = ({ locale }: Strings): boolean => locale.startsWith('en');

/** What a reader is told of a failure: the server's words where they are in the reader's language. */
export function failureWords(failure: Failure, strings: Strings): FailureWords {
  const own = strings.failures[failure.kind];
  const wait = failure.waitSeconds === undefined ? '' : waitWords(failure.waitSeconds, strings);
  const told = readsEnglish(strings) ? failure : { title: '', detail: '' };
  return {
    title: plainLine(told.title) || (failure.isTooLong ? strings.tooLong : own.title),
    detail: plainProse(told.detail) || wait || own.detail,
  };
}

/** `Try again in 21 seconds.` */
const waitWords = (seconds: number, { locale, retry }: Strings): string =>
  `${retry} ${new Intl.RelativeTimeFormat(locale).format(seconds, 'second')}.`;

/** What an abstention says: the server's sentence, or the same in the reader's language. */
export const abstentionWords = ({ text }: Turn, strings: Strings): string =>
  readsEnglish(strings) ? text : strings.abstainedText;

/** What the reader should know of how the answer came about; empty where nothing. */
export function noticeWords({ notice, endsEarly }: Turn, strings: Strings): string {
  if (readsEnglish(strings)) return notice;
  return endsEarly ? strings.failures.interrupted.detail : '';
}
