const set = (list: string) => new Set(list.split(' '));

// A name follows: `Gen. Smith`, `cf. Smith`, `e.g. Norway`.
const BEFORE_A_NAME = set(
  'mr mrs ms mx dr drs prof gen col lt sgt cpl pvt capt cmdr cdr adm maj brig gov sen sens rep reps rev hon pres amb supt insp msgr fr vs v cf e.g i.e eg ie viz',
);
// A number follows; before anything else it is a word: `No. 5`, but `He said no. Then`.
const BEFORE_A_NUMBER = set(
  'no nos art arts fig figs vol vols p pp ch sec eq approx ca c est min max op tel ext',
);
const MONTHS = set('jan feb mar apr jun jul aug sep sept oct nov dec');
// As likely inside a sentence as at its end.
const ANYWHERE = set('st mt ft jr sr al inc ltd co corp bros llc plc etc dept univ assn ph.d b.a m.a');
const HALF_DAYS = set('a.m p.m am pm');
const AFTER_A_TIME = set(
  'monday tuesday wednesday thursday friday saturday sunday est edt cst cdt mst mdt pst pdt et ct mt pt gmt utc bst cet cest ist local eastern central pacific',
);

/** What a word with a full stop asks of the word after it before the stop may end a sentence. */
export type StopRule =
  /** An ordinary word: the stop ends a sentence. */
  | 'ends'
  /** A title or the like: it never does. */
  | 'goes-on'
  /** It does, unless a number follows. */
  | 'ends-unless-number'
  /** It does, unless a day or a time zone follows. */
  | 'ends-unless-day'
  /** It does only before a word that opens sentences, such as `the`. */
  | 'ends-before-opener';

/** `word` stands right before the stop, inner stops included: `U.S`, `Gen`, `p.m`. */
export function stopRule(word: string): StopRule {
  const lower = word.toLowerCase();
  if (BEFORE_A_NAME.has(lower)) return 'goes-on';
  if (MONTHS.has(lower) || BEFORE_A_NUMBER.has(lower)) return 'ends-unless-number';
  if (HALF_DAYS.has(lower)) return 'ends-unless-day';
  if (ANYWHERE.has(lower) || isInitials(word)) return 'ends-before-opener';
  return 'ends';
}

/** True for a day's name or a time zone, in lower case. */
export function followsATime(word: string): boolean {
  return AFTER_A_TIME.has(word);
}

function isInitials(word: string): boolean {
  return /^(?:\p{L}\.)*\p{Lu}$/u.test(word);
}
