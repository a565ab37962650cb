// What stands for the value that a question leaves open.
const PLACE = 'in some place';
const TIME = 'at some time';
const REASON = 'for some reason';
const WAY = 'in some way';

/** What opens a question and names no thing: taken off, and said at the end. */
const OPENINGS: readonly (readonly [RegExp, string])[] = [
  [/^when\s+/i, TIME],
  [/^where\s+/i, PLACE],
  [/^why\s+/i, REASON],
  [/^how\s+(?!many|much|long|old|far|tall|big|large|high|often)/i, WAY],
];

/** What stands for a thing or a person: said in its place. The first that fits is taken. */
const IN_PLACE: readonly (readonly [RegExp, string])[] = [
  [/\bhow many\b/i, 'a certain number of'],
  [/\bhow much\b/i, 'a certain amount of'],
  [/\bhow (long|old|far|tall|big|large|high|often)\b/i, 'to a certain degree $1'],
  [/\bwhose\b/i, "someone's"],
  [/\bwhom?\b/i, 'someone'],
  [
    /\b(?:what|which)(?=\s+(?:is|are|was|were|did|does|do|has|have|had|can|could|will|would)\b)/i,
    'something',
  ],
  [/\b(?:what|which)\b/i, 'a certain'],
];

const INVERSION =
  /^(is|are|was|were|has|have|had|will|would|can|could)\s+((?:the |a |an )?[\p{L}'’.-]+(?:\s\p{Lu}[\p{L}'’.-]+)*)\s/iu;

/**
 * A question as the statement that some answer to it makes true: "Who built the bridge?" becomes
 * "someone built the bridge." A verifier of claims can then say whether a text holds an answer
 * (after Demszky, Guu and Liang, Transforming Question Answering Datasets Into NLI Datasets, 2018). The
 * wording is rough: word order and verbs are left as they are. English.
 */
export function asStatement(question: string): string {
  const asked = question.trim().replace(/\s*\?+$/, '');
  const opening = OPENINGS.find(([pattern]) => pattern.test(asked));
  const body = opening === undefined ? asked : asked.replace(opening[0], '');
  const inPlace = IN_PLACE.find(([pattern]) => pattern.test(body));
  const filled = inPlace === undefined ? body : body.replace(inPlace[0], inPlace[1]);
  const plain = filled.replace(INVERSION, '$2 $1 ').replace(/\b(?:did|does|do)\s+/i, '');
  return `${[plain, ...(opening === undefined ? [] : [opening[1]])].join(' ')}.`;
}
