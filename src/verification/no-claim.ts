import { dates } from '../text/dates.ts';
import { isSpeechVerb } from '../text/name-words.ts';
import { names } from '../text/names.ts';
import { numbers } from '../text/numbers.ts';
import { isFunctionWord, type Word, words } from '../text/tokens.ts';

/** The words of a text that carry content, not grammar. */
export function contentWords(text: string): Word[] {
  return words(text).filter((word) => !isFunctionWord(word.norm));
}

const IMPERATIVES = new Set(
  (
    'click read subscribe share follow sign watch listen download join contact see note imagine consider remember ask call visit ' +
    'scroll leave enter check register log donate support try let please tap find learn stay send email tell get keep browse'
  ).split(' '),
);

// "Read more", "Tell us", "Find out"; "Support for the bill grew" goes on with a preposition.
const TOLD =
  /^(?:more|the|a|an|this|that|our|us|your|here|all|also|now|it|to|up|on|what|how|why|also|below|above|out|tuned|me|in)$/;

// Only what opens the sentence makes the whole of it an opinion.
const OPINION =
  /^(?:(?:and|but|so|yet|still),?\s)?(?:I (?:think|believe|feel|hope|doubt|wonder|suspect|fear|love|hate|wish|like)|we (?:think|believe|feel|hope|must|should|ought|need to)|in (?:my|our) (?:view|opinion)|it is (?:time|high time)|it(?: is|’s|'s) (?:an? )?(?:shame(?:ful)?|disgrace(?:ful)?|outrage(?:ous)?|ridiculous|absurd|wonderful|unacceptable|heartbreaking|unforgivable|right|wrong)(?!\p{L}))(?!\p{L})/iu;

// What is to be done, without a word about who says so or when.
const DEMAND = /(?<!\p{L})(?:should|ought to)(?!\p{L})/iu;
const GUESS = /^(?:perhaps|maybe|possibly|who knows)(?!\p{L})/iu;

const CREDIT =
  /^(?:(?:By|BY)\s+\p{Lu}[\p{L}’'.-]+(?:\s(?:and\s|AND\s)?\p{Lu}[\p{L}’'.-]+){1,5}|\(?(?:Photo|Picture|Image|Credit|File|Video|Illustration|Graphic)s?(?:\s(?:[Cc]redit|[Bb]y))?\s?[:/]\s?[^.!?]{1,80}\)?|(?:Photo|Picture|Photograph|Video|Illustration|Reporting|Editing|Writing)s? by\s[^.!?]{1,80})$/u;
const STAMP =
  /^(?:(?:last\s)?updated|published|posted|first published|modified)(?:\s(?:on|at))?\s?:?\s[^.!?]{4,60}$/iu;

/** The longest sentences of news have a tenth of it; more is a table, or a text without stops. */
const MAX_STATEMENT_CHARS = 5_000;

/** Words of a line that only says what follows: `Key points:`. */
const MAX_LABEL_WORDS = 6;

/**
 * Why a sentence is nothing to hold against a source, as a plain sentence; null where it is a claim.
 * `endsInQuotation`: it ends in somebody's words, whose question is not its own.
 */
export function whyNotAClaim(text: string, endsInQuotation: boolean): string | null {
  if (text.length > MAX_STATEMENT_CHARS) return 'It is too long for one sentence.';
  const list = words(text);
  if (!list.some((word) => /\p{L}/u.test(word.text))) return 'It has no words.';
  if (!endsInQuotation && /\?["'”’»)\]]*$/u.test(text)) return 'It is a question.';
  if (contentWords(text).length === 0) return 'It names nothing that a source could bear out.';
  if (CREDIT.test(text)) return 'It says who made it.';
  if (STAMP.test(text)) return 'It says when the article was published.';
  if (isLabel(text, list)) return 'It only announces what follows.';
  if (isScrap(text, list)) return 'It is too short to say anything.';
  if (isImperative(text, list)) return 'It tells the reader to do something.';
  if (GUESS.test(text)) return 'It is a guess.';
  return OPINION.test(text) || isDemand(text, list) ? 'It gives an opinion.' : null;
}

/** Words of a line without an end mark that may be a button, a box or a label: `Top Post Ad`. */
const SCRAP_WORDS = 3;

function isScrap(text: string, list: readonly Word[]): boolean {
  if (contentWords(text).length < 2) return !/\d/u.test(text) && !/[.]$/u.test(text);
  const isTitle = list.every((word) => /^\p{Lu}/u.test(word.text));
  return list.length <= SCRAP_WORDS && isTitle && !/[.!?…]["'”’»)\]]*$/u.test(text);
}

// `How the Sound kept its lights on`: a headline that asks without a mark.
const ANNOUNCING = /^(?:What|How|Why|Where|When|Who)\s[^.!?…]*$/u;

function isLabel(text: string, list: readonly Word[]): boolean {
  if (ANNOUNCING.test(text)) return true;
  if (!text.endsWith(':') || list.length > MAX_LABEL_WORDS) return false;
  return numbers(text).length === 0 && names(text).length === 0;
}

// "The council should act"; a demand that somebody is said to make, or that has a date or figure, is news.
function isDemand(text: string, list: readonly Word[]): boolean {
  if (!DEMAND.test(text) || list.some((word) => isSpeechVerb(word.norm))) return false;
  return (
    numbers(text).length === 0 && dates(text).length === 0 && !/(?<!\p{L})(?:if|that)(?!\p{L})/iu.test(text)
  );
}

function isImperative(text: string, list: readonly Word[]): boolean {
  if (/^(?:Do not|Don[’']t|Never)\s\p{Ll}/u.test(text)) return list.length > 2;
  const [first, second] = list;
  if (first === undefined || !IMPERATIVES.has(first.norm) || !/^\p{Lu}/u.test(text)) return false;
  return first.norm === 'please' || first.norm === 'let' || TOLD.test(second?.norm ?? 'now');
}
