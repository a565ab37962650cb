/** A verb form of news as a clause holds it: which base it is of, and which `do` asks with it. */
export interface VerbForm {
  readonly base: string;
  readonly auxiliary: 'did' | 'does';
}

// Verbs that a subject in the news does something with. Only listed ones are read as verbs: a suggestion that
// is not made costs nothing, one that mistakes a noun for a verb is not English.
const REGULAR = `
  abandon accuse acquire add adopt agree allow announce appoint approve arrest arrive attack award ban block borrow cancel
  capture carry cause clear close collapse collect collide complete confirm contain convict count cover cross cure damage decide
  declare defeat deliver demand demolish deploy design destroy develop discover donate drop drown earn elect employ end enter
  establish evacuate exceed expand expel expire export extend fail fine finish flood gather generate halt handle hand help hire
  host identify impose import improve inaugurate increase injure inspect install intercept invest invite invent issue join
  kill land last launch lift like mark measure move name negotiate nominate number occupy offer open operate order organise organize
  oversee own pass pay photograph plant pledge plunge present present produce promise promote protect publish pump purchase push raise reach
  receive record recover reduce refuse reject release remove rename reopen repair replace report rescue resign restore resume
  retire return rule sail schedule seize serve settle share sign start stop store strand strike study suffer supply support
  surrender survey suspend target test topple train transfer transport travel treat trim turn unveil use vaccinate visit vote
  walk warn watch weigh welcome withdraw work wound
`;

const IRREGULAR = `
  begin:began break:broke bring:brought build:built buy:bought catch:caught choose:chose come:came cost:cost cut:cut draw:drew
  drive:drove fall:fell fight:fought find:found fly:flew get:got give:gave go:went grow:grew have:had hit:hit hold:held keep:kept
  lead:led leave:left lend:lent lose:lost make:made meet:met oversee:oversaw pay:paid put:put raise:raised rise:rose run:ran
  sell:sold send:sent set:set shoot:shot shut:shut sink:sank speak:spoke spend:spent strike:struck take:took teach:taught tear:tore
  throw:threw win:won withdraw:withdrew write:wrote
`;

// Forms that are as often a noun, an adjective or a participle after one: they tell nothing.
const UNCERTAIN = new Set('set cut hit put shut found'.split(' '));

const DOUBLED = new Set('ban stop drop trim'.split(' '));

/** Present forms that news uses of lasting facts and of what is to come. */
const PRESENT =
  'carry contain cost cover employ feed go have hold lead open own return run serve weigh'.split(' ');

const FORMS = new Map<string, VerbForm>();
const irregular = new Map(
  listOf(IRREGULAR).map((pair) => {
    const [base = '', past = ''] = pair.split(':');
    return [base, past] as const;
  }),
);
for (const base of [...listOf(REGULAR), ...irregular.keys()]) {
  const past = irregular.get(base) ?? regularPast(base);
  if (!UNCERTAIN.has(past)) FORMS.set(past, { base, auxiliary: 'did' });
}
for (const base of PRESENT) FORMS.set(presentOf(base), { base, auxiliary: 'does' });

/** What a word is as a finite verb; null where it is none, or may as well be something else. */
export function verbForm(norm: string): VerbForm | null {
  return FORMS.get(norm) ?? null;
}

/** A participle after `has` and `had`: `counted`, `lost`. */
export function isPastForm(norm: string): boolean {
  return FORMS.get(norm)?.auxiliary === 'did';
}

/** Forms of `be` and the modals, which themselves open a question. */
export const OPENERS: ReadonlySet<string> = new Set('is are was were will would can could must'.split(' '));

function listOf(text: string): string[] {
  return text.trim().split(/\s+/);
}

function regularPast(base: string): string {
  if (DOUBLED.has(base)) return `${base}${base.at(-1)}ed`;
  if (base.endsWith('e')) return `${base}d`;
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${base}ed`;
}

function presentOf(base: string): string {
  if (base === 'have') return 'has';
  if (base === 'go') return 'goes';
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`;
}
