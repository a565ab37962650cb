// Pairs of which one cannot stand for the other. Each line: words of one side | words of the other.
const PAIRS = `
rise rose risen rises rising increase increased increases increasing grow grew grown grows growing climb climbed soar soared surge surged gain gained up higher | fall fell fallen falls falling decrease decreased decreases decreasing shrink shrank drop dropped drops decline declined declines plunge plunged slump slumped lose lost down lower
more most greater | less fewer least
win won wins winning victory | lose lost loses losing defeat
accept accepted accepts approve approved approves approval agree agreed backed back support supported supports endorse endorsed welcome welcomed | reject rejected rejects rejection refuse refused refuses oppose opposed opposes condemn condemned criticise criticised criticize criticized
confirm confirmed confirms admit admitted acknowledge acknowledged | deny denied denies denial
allow allowed allows permit permitted legal lawful | ban banned bans forbid forbidden prohibit prohibited illegal unlawful
open opened opens opening | close closed closes closing shut
begin began begun begins start started starts launch launched | end ended ends finish finished stop stopped halt halted
enter entered join joined joins arrive arrived | leave left leaves quit withdraw withdrew withdrawn depart departed
guilty convicted | innocent acquitted cleared
before earlier | after later
first | last
north northern | south southern
east eastern | west western
public | private
possible likely able | impossible unlikely unable
success successful succeed succeeded | failure unsuccessful fail failed fails
strengthen strengthened strong stronger | weaken weakened weak weaker
buy bought buys purchase purchased import imported imports | sell sold sells export exported exports
male man men boy boys father son brother husband | female woman women girl girls mother daughter sister wife
alive survived survive | dead died killed
stay stays stayed staying remain remains remained remaining | leave leaves leaving withdraw withdraws withdrawing withdrew depart departs departed
many | few
above over | below under
inside | outside
include included includes including | exclude excluded excludes excluding
hire hired appoint appointed | fire fired sack sacked dismiss dismissed
attack attacked | defend defended
build built | destroy destroyed demolish demolished
always | never
all every everyone | none nobody
summer | winter
morning | evening
`;

const SIDES: ReadonlyMap<string, readonly string[]> = readPairs();

// Word → the sides it is on, such as `3a`.
function readPairs(): Map<string, readonly string[]> {
  const sides = new Map<string, readonly string[]>();
  PAIRS.trim()
    .split('\n')
    .forEach((line, row) => {
      line.split('|').forEach((side, which) => {
        for (const word of side.trim().split(' '))
          sides.set(word, [...(sides.get(word) ?? []), `${row}${'ab'[which]}`]);
      });
    });
  return sides;
}

/** True for two words of which one cannot stand for the other: `rose`, `fell`. Lower case. */
export function areOpposed(a: string, b: string): boolean {
  if (isNegatedForm(a, b) || isNegatedForm(b, a)) return true;
  const others = SIDES.get(b) ?? [];
  return (SIDES.get(a) ?? []).some((side) =>
    others.includes(side.endsWith('a') ? `${side.slice(0, -1)}b` : `${side.slice(0, -1)}a`),
  );
}

// `able` and `unable`, `legal` and `illegal`
function isNegatedForm(a: string, b: string): boolean {
  return (
    b.length >= 4 &&
    a.length > b.length &&
    a.endsWith(b) &&
    /^(?:un|in|im|il|ir|non|dis)$/.test(a.slice(0, a.length - b.length))
  );
}

const NEGATIONS = new Set(
  'not no never none nobody nothing neither nor without cannot nowhere hardly barely'.split(' '),
);

/** True for a word that turns a meaning round: `not`, `didn't`, `without`. Lower case. */
export function isNegation(word: string): boolean {
  return NEGATIONS.has(word) || word.endsWith("n't");
}
