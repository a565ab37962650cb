const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Lower-case parts that stand inside a name: `van`, `bin`, `wal`, `de`. */
export const PARTICLES = set(
  'de da do dos das du del della di la le les el al ul ur wal was bin ibn bint abu van von der den ten ter zu zum y e af av ben st',
);

/** Particles that may also open a name, before a hyphen: `al-Qaeda`. */
export const OPENING_PARTICLES = set('al el ul ibn bin abu ar as ash at an ad');

/** Words that join the parts of an organisation's or a place's name: `Ministry of Defence`. */
export const JOINERS = set('of for');

/** Words of a title before a person's name; several may follow each other (`Deputy Prime Minister`). */
export const TITLES = set(`
  mr mrs ms mx dr prof professor sir dame lord lady president premier chancellor minister secretary senator sen congressman
  congresswoman representative rep governor gov mayor king queen prince princess emperor sultan sheikh emir pope cardinal
  archbishop bishop rabbi imam ayatollah pastor reverend rev father sister general gen lieutenant lt colonel col major maj
  captain capt sergeant sgt corporal admiral adm brigadier marshal commander officer inspector detective sheriff constable
  judge justice ambassador envoy consul commissioner director chairman chairwoman chairperson chair chief head leader
  spokesman spokeswoman spokesperson speaker deputy vice prime foreign defence defense finance interior acting former press
  presidential first attorney analyst economist author professor coach manager midfielder striker founder ceo editor
  executive superintendent councillor journalist reporter activist lawyer historian scientist researcher actor actress singer
`);

/** Words that name no one by themselves but a role; a run that ends in one is a role, not a name. */
export const ROLE_ENDS = set(`
  president premier chancellor minister secretary senator governor mayor king queen prince princess pope general colonel major
  captain admiral commander judge justice ambassador commissioner director chairman chair chief leader spokesman spokeswoman
  spokesperson speaker officer executive superintendent
`);

/** Words that mark a run of capitals as an organisation. */
export const ORGANIZATION_WORDS = set(`
  ministry department agency authority commission committee council court union party front movement army navy force forces
  corps guard brigade battalion police service services bureau office university college school institute institution academy
  centre center foundation fund bank group company corporation corp inc ltd plc llc gmbh holdings association federation
  league club fc united city press news times post herald tribune guardian journal broadcasting television radio network
  parliament senate congress assembly house cabinet government administration organisation organization society trust hospital
  church airlines airways motors oil gas energy industries bloc alliance coalition mission nations
`);

const PLACE_HEADS = set(`
  gulf isle strait straits cape bay sea port lake mount river valley island islands coast horn city town state province republic
  kingdom house duke duchess earl marquess statue tower battle treaty declaration charter book museum hall order knights chamber
  bureau campaign children doctors friends sons daughters church
`);

/** True for a word that may open a name with `of` or `for` after it: `Bank of England`, `Gulf of Mexico`; not `Leaders of`. */
export function headsJoinedName(norm: string): boolean {
  return ORGANIZATION_WORDS.has(norm) || ROLE_ENDS.has(norm) || TITLES.has(norm) || PLACE_HEADS.has(norm);
}

/** Verbs that report speech, as they stand in news. */
const SPEECH_VERBS = set(`
  said says say saying told tells tell telling added adds adding stated states stating announced announces declared declares
  insisted insists claimed claims argued argues explained explains noted notes remarked remarks warned warns replied replies
  responded responds asked asks answered answers wrote writes written tweeted posted confirmed confirms stressed stresses emphasized
  emphasised emphasizes emphasises acknowledged acknowledges admitted admits recalled recalls continued continues concluded
  concludes commented comments called calls described describes urged urges demanded demands pledged pledges vowed vows
  promised promises predicted predicts reiterated reiterates quipped joked shouted cried quoted testified boasted complained
  observed observes revealed reveals reported reports suggested suggests termed dubbed reaffirmed underlined underscored
  highlighted mused lamented
`);

/** True for a verb that reports speech; `norm` as `words` gives it. */
export function isSpeechVerb(norm: string): boolean {
  return SPEECH_VERBS.has(norm);
}
