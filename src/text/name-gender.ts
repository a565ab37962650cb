import type { NameMention } from './names.ts';
import { words } from './tokens.ts';

export type Gender = 'female' | 'male';

const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

const MALE_TITLES = set(
  'mr sir lord king prince emperor sultan sheikh pope father congressman councilman chairman spokesman actor',
);
const FEMALE_TITLES = set(
  'mrs ms miss dame lady queen princess empress sister congresswoman councilwoman chairwoman spokeswoman actress',
);
// First names that news of many countries has often and that leave no doubt.
const MALE_NAMES = set(`
  james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven
  paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan
  stephen larry justin scott brandon benjamin samuel gregory frank alexander patrick raymond jack dennis jerry peter harry
  boris vladimir sergei dmitry ivan mohammed muhammad ahmed ali hassan hussein omar ibrahim jose juan carlos luis pedro miguel
  antonio francisco hans klaus wolfgang jürgen pierre jean francois giovanni marco luca rafael roger novak bill joe tom bob jim
  mike dave steve tim ben sam dan nick barack simon ian keir rishi tony gordon emmanuel nicolas viktor olaf friedrich narendra
  shinzo hiroshi kenji
`);
const FEMALE_NAMES = set(`
  mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley emily donna
  michelle carol amanda melissa deborah stephanie rebecca laura helen amy anna angela nicole samantha katherine christine emma
  catherine debra virginia rachel janet maria heather diane julie joyce victoria kelly christina joan evelyn lauren judith
  olivia martha cheryl megan andrea ann anne alice jean hannah theresa teresa kate katie jane sally fiona nicola claire
  charlotte sophie lucy ursula annalena marine giorgia hillary kamala nancy greta serena venus fatima aisha elena olga natalia
  svetlana ingrid astrid ilse petra sabine monika isabel carmen lucia sofia marta gabriela yuki sanna jacinda
`);

/** What a title or a first name tells; null where it tells nothing, or both. */
export function genderOf({ text, title }: Pick<NameMention, 'text' | 'title'>): Gender | null {
  const titles = words(title ?? '').map(({ norm }) => norm);
  const first = words(text)[0]?.norm ?? '';
  const isMale = titles.some((one) => MALE_TITLES.has(one)) || MALE_NAMES.has(first);
  const isFemale = titles.some((one) => FEMALE_TITLES.has(one)) || FEMALE_NAMES.has(first);
  if (isMale === isFemale) return null;
  return isMale ? 'male' : 'female';
}
