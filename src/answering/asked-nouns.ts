import type { AnswerKind } from './answer-kind.ts';

// What kind of value a noun asks for: "which CITY …", "what YEAR …". English at large, no subject's.
const NOUNS: readonly (readonly [AnswerKind, string])[] = [
  ['date', 'year years date dates day days month months decade century season anniversary deadline'],
  [
    'place',
    'city cities town towns village villages country countries nation nations state states province provinces region regions county counties district districts capital location locations place places venue continent continents island islands neighbourhood neighborhood street port airport stadium territory territories building buildings hall hospital museum park square river site area zone birthplace hometown headquarters hotel restaurant church cathedral mosque temple castle palace theatre theater prison camp',
  ],
  [
    'amount',
    'percentage percent proportion share amount price cost costs fee budget revenue revenues profit salary wage income population size length height width depth weight distance speed temperature age rate score value sum number numbers figure total toll turnout duration magnitude fine debt',
  ],
  [
    'who',
    'person people man woman men women president minister ministers leader leaders author writer director actor actress singer spokesman spokeswoman spokesperson mayor governor judge lawyer coach player players founder owner ceo chief head king queen official officials analyst expert scientist scientists professor politician candidate winner champion engineer manager secretary chairman chairwoman commander general captain teacher doctor student researcher artist singer designer architect ally allies supplier suppliers partner partners company companies firm organisation organization organisations organizations agency agencies group groups party parties team teams club newspaper broadcaster body bodies institution institutions bank tank tanks ministry department council court union force forces army',
  ],
  [
    'name',
    'name names university school college band nickname title surname brand ship ships vessel vessels film films movie movies song songs album albums book books novel novels magazine law treaty operation',
  ],
  ['cause', 'reason reasons cause causes motive purpose'],
];

const KINDS = new Map(
  NOUNS.flatMap(([kind, list]) => list.split(' ').map((noun): [string, AnswerKind] => [noun, kind])),
);

// Of those who act, the ones that are no single person.
const BODIES = new Set(
  'company companies firm organisation organization organisations organizations agency agencies group groups party parties team teams club newspaper broadcaster body bodies institution institutions bank tank tanks ministry department council court union force forces army'.split(
    ' ',
  ),
);

/** True for a noun that asks for a company or another body rather than for a person. */
export function isBodyNoun(norm: string): boolean {
  return BODIES.has(norm);
}

// Persons, bodies and countries alike.
const ACTORS = new Set(
  'ally allies supplier suppliers partner partners leader leaders owner winner party parties'.split(' '),
);

/** True for a noun that a person, a body or a country may be: an ally, a supplier. */
export function isActorNoun(norm: string): boolean {
  return ACTORS.has(norm);
}

/** The kind of value that a noun asks for; null where it tells none. `norm` as `words` gives it. */
export function nounKind(norm: string): AnswerKind | null {
  return KINDS.get(norm) ?? null;
}

// Words of questions that say how to answer, not what about.
const GENERIC = new Set(
  (
    'name names named call called kind kinds type types sort sorts thing things way ways reason reasons purpose many much list describe ' +
    'tell explain give given say says said mean means meant happen happens happened know known example examples refer refers ' +
    'according article articles text source sources information detail details fact facts mention mentioned mentions ' +
    'part main following first last find found used use uses define definition term terms word number numbers amount percentage percent difference'
  ).split(' '),
);

/** True for a word that shapes a question rather than names its subject. */
export function isGenericNoun(norm: string): boolean {
  return GENERIC.has(norm);
}
