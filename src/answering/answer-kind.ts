/**
 * What kind of value would answer. `who`: a person or body; `name`: anything with a proper name;
 * `count`: how many; `amount`: any measured figure; `assertion`: yes or no; `open`: no telling.
 */
export type AnswerKind =
  | 'who'
  | 'name'
  | 'place'
  | 'date'
  | 'count'
  | 'amount'
  | 'cause'
  | 'manner'
  | 'assertion'
  | 'open';
