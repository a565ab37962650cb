import { foldSpelling } from './spelling.ts';

// Pairs of which one cannot stand for the other. Each line: words of one side | words of the other. After `~`
// stand those of which both may be told of one thing: what one has won another has lost, what is before one
// thing is after another.
const PAIRS = `
greater rise rose risen rises rising increase increased increases increasing raise raised raises raising boost boosted boosts boosting grow grew grown grows growing climb climbed soar soared surge surged gain gained up higher | fall fell fallen falls falling decrease decreased decreases decreasing reduce reduced reduces reducing minimize minimized minimizes minimise minimised minimises mitigate mitigated mitigates cut cuts cutting lessen lessened diminish diminished curb curbed shrink shrank drop dropped drops decline declined declines plunge plunged slump slumped lose lost down lower
more most greater | less fewer least
~ win won wins winning victory | lose lost loses losing defeat
accept accepted accepts approve approved approves approval agree agreed backed back support supported supports endorse endorsed welcome welcomed | reject rejected rejects rejection refuse refused refuses oppose opposed opposes condemn condemned criticise criticised criticize criticized
confirm confirmed confirms admit admitted acknowledge acknowledged | deny denied denies denial
allow allowed allows permit permitted legal lawful | ban banned bans forbid forbidden prohibit prohibited illegal unlawful
open opened opens opening | close closed closes closing shut
begin began begun begins start started starts launch launched | end ended ends finish finished stop stopped halt halted
enter entered join joined joins arrive arrived | leave left leaves quit withdraw withdrew withdrawn depart departed
guilty convicted | innocent acquitted cleared
~ before earlier | after later
~ first | last
north northern | south southern
east eastern | west western
public | private
civilian civilians | military
possible likely able | impossible unlikely unable
success successful succeed succeeded | failure unsuccessful fail failed fails
strengthen strengthened strong stronger | weaken weakened weak weaker
~ buy bought buys purchase purchased import imported imports | sell sold sells export exported exports
male man men boy boys father son brother husband | female woman women girl girls mother daughter sister wife
alive survived survive | dead died killed
stay stays stayed staying remain remains remained remaining | leave leaves leaving withdraw withdraws withdrawing withdrew depart departs departed
many | few
~ above over | below under
~ inside | outside
include included includes including | exclude excluded excludes excluding
hire hired appoint appointed | fire fired sack sacked dismiss dismissed
attack attacked | defend defended
build built | destroy destroyed demolish demolished
always | never
all every everyone | none nobody
summer | winter
morning | evening
praise praised praises praising hail hailed applaud applauded commend commended | criticise criticised criticises criticising criticize criticized criticizes criticizing condemn condemned denounce denounced blame blamed slam slammed
create created creates creating add added adds adding | cost costs costing eliminate eliminated cut cuts cutting axe axed
~ gain gained gains gaining | lose lost loses losing
raise raised raises raising lift lifted | lower lowered lowers lowering cut cuts cutting reduce reduced reduces reducing
expand expanded expands expanding widen widened extend extended enlarge enlarged | shrink shrank reduce reduced reduces reducing narrow narrowed contract contracted curtail curtailed
improve improved improves improving better | worsen worsened worsens worsening worse deteriorate deteriorated
encourage encouraged encourages | discourage discouraged discourages deter deterred
help helped helps | hinder hindered hamper hampered harm harmed
safe safely | dangerous dangerously unsafe
legalise legalised legalize legalized | outlaw outlawed criminalise criminalised criminalize criminalized
succeed succeeded succeeds | fail failed fails
promise promised pledge pledged | refuse refused decline declined
continue continued continues continuing resume resumed | stop stopped stops cease ceased halt halted suspend suspended abandon abandoned end ended
~ arrive arrived arrives arrival | depart departed departs departure leave left leaves
~ lend lent lends | borrow borrowed borrows
employ employed employs | dismiss dismissed laid sacked
~ victory victories triumph | defeat defeats
ally allies friend friends | enemy enemies foe foes rival rivals
peace peaceful peacefully | war violent violently
rich wealthy | poor
young younger youngest | old older oldest
big bigger biggest large larger largest | small smaller smallest
high higher highest | low lower lowest
long longer longest | short shorter shortest
fast faster quick quicker quickly rapid rapidly | slow slower slowly
cheap cheaper | expensive dearer costly
hot hotter warm warmer | cold colder cool cooler
new newer newest | old older oldest
early earlier earliest | late later latest
full | empty
heavy heavier | light lighter
hard harder difficult | easy easier
true | false untrue
right correct | wrong incorrect
left | right
positive positively | negative negatively
optimistic hopeful confident | pessimistic doubtful
happy pleased glad | sad unhappy angry
temporary temporarily | permanent permanently
voluntary voluntarily | compulsory mandatory forced
free freed release released releases | jail jailed imprison imprisoned detain detained arrest arrested
domestic | foreign
urban | rural
local | national international
major | minor
maximum most | minimum least
majority | minority
profit profits profitable | loss losses
surplus surpluses | deficit deficits
~ supply supplied supplies | demand demanded demands
~ import imports imported | export exports exported
income revenue revenues earnings | spending expenditure expenses
~ creditor lender | debtor borrower
~ teacher teachers | pupil pupils student students
~ landlord landlords | tenant tenants
~ employer employers | employee employees worker workers
~ seller sellers vendor vendors | buyer buyers
~ doctor doctors | patient patients
~ plaintiff plaintiffs accuser prosecutor prosecutors | defendant defendants accused
government | opposition
~ winner winners | loser losers
senior | junior
upstream | downstream
upper | lower
indoor indoors | outdoor outdoors
day daytime | night nighttime
sunrise dawn | sunset dusk
spring | autumn
present attended attend attends | absent missed miss skipped skip
remember remembered | forget forgot forgotten
love loved loves like liked likes | hate hated hates dislike disliked dislikes
trust trusted trusts | distrust distrusted mistrust mistrusted
believe believed believes | doubt doubted doubts
prove proved proven | disprove disproved refute refuted
recognise recognised recognize recognized | ignore ignored
reveal revealed reveals disclose disclosed | conceal concealed hide hid hidden
show showed | hide hid
appear appeared appears | disappear disappeared disappears vanish vanished
connect connected | disconnect disconnected separate separated
unite united merge merged join joined | divide divided split separate separated
tighten tightened tightens stricter toughen toughened | loosen loosened relax relaxed ease eased
strict | lax lenient
ban banned | lift lifted
impose imposed imposes | lift lifted lifts waive waived remove removed
introduce introduced introduces | scrap scrapped abolish abolished withdraw withdrew repeal repealed
enable enabled enables facilitate facilitated facilitates | disable disabled prevent prevented prevents block blocked
protect protected protects | threaten threatened threatens endanger endangered
save saved saves | waste wasted spend spent
repair repaired fix fixed | damage damaged break broke broken
heal healed recover recovered | sicken sickened
born birth | died death
marry married | divorce divorced
advance advanced advances | retreat retreated retreats
conquer conquered capture captured seize seized | liberate liberated lose lost surrender surrendered
invade invaded | withdraw withdrew
deploy deployed deploys | withdraw withdrew recall recalled
escalate escalated | ease eased de-escalate
overestimate overestimated | underestimate underestimated
exceed exceeded exceeds | miss missed
~ ahead | behind
closer nearer | away apart
~ with | without
upgrade upgraded | downgrade downgraded
promote promoted | demote demoted
elect elected | oust ousted
public publicly openly | secret secretly privately
known | unknown secret
independent | dependent controlled
clean | dirty polluted
sufficient enough | insufficient
rare rarely seldom | common commonly often frequent frequently
partly partially | fully entirely wholly completely
single alone | joint together jointly
unanimous unanimously | divided split
`;

const SIDES: ReadonlyMap<string, readonly string[]> = readPairs();

// Word → the sides it is on, such as `3a`, or `~3a`.
function readPairs(): Map<string, readonly string[]> {
  const sides = new Map<string, readonly string[]>();
  PAIRS.trim()
    .split('\n')
    .forEach((line, row) => {
      const mark = line.startsWith('~') ? '~' : '';
      line
        .replace('~ ', '')
        .split('|')
        .forEach((side, which) => {
          for (const word of side.trim().split(' ').flatMap(withGerund).map(foldSpelling))
            sides.set(word, [...(sides.get(word) ?? []), `${mark}${row}${'ab'[which]}`]);
        });
    });
  return sides;
}

// `strengthened` brings `strengthening`.
function withGerund(word: string): string[] {
  return /.{3}ed$/.test(word) ? [word, `${word.slice(0, -2)}ing`] : [word];
}

/** True for two words of which one cannot stand for the other: `rose`, `fell`. Keys of tokens: lower case, spelling folded. */
export function areOpposed(a: string, b: string): boolean {
  return isNegatedForm(a, b) || isNegatedForm(b, a) || opposedSides(a, b).length > 0;
}

/** …and both cannot be told of one thing either: `raised` and `cut`, but not `won` and `lost`, by others. */
export function excludeEachOther(a: string, b: string): boolean {
  return opposedSides(a, b).some((side) => !side.startsWith('~'));
}

function opposedSides(a: string, b: string): readonly string[] {
  const others = SIDES.get(b) ?? [];
  return (SIDES.get(a) ?? []).filter((side) =>
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
