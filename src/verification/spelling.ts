// British and American spellings of one word, folded to the American one. The rules may bend other words
// too ("promise"), but both texts are bent alike; only pairs that would fall together are kept apart.
const WORDS: Readonly<Record<string, string>> = {
  defence: 'defense',
  defences: 'defenses',
  offence: 'offense',
  offences: 'offenses',
  licence: 'license',
  licences: 'licenses',
  pretence: 'pretense',
  programme: 'program',
  programmes: 'programs',
  centre: 'center',
  centres: 'centers',
  metre: 'meter',
  metres: 'meters',
  kilometre: 'kilometer',
  kilometres: 'kilometers',
  litre: 'liter',
  litres: 'liters',
  theatre: 'theater',
  theatres: 'theaters',
  fibre: 'fiber',
  tonne: 'ton',
  tonnes: 'tons',
  catalogue: 'catalog',
  dialogue: 'dialog',
  dialogues: 'dialogs',
  cheque: 'check',
  cheques: 'checks',
  tyre: 'tire',
  tyres: 'tires',
  grey: 'gray',
  judgement: 'judgment',
  skilful: 'skillful',
  enrol: 'enroll',
  enrolment: 'enrollment',
  fulfil: 'fulfill',
  instalment: 'installment',
  towards: 'toward',
  percent: '%',
};

const OUR =
  /^(col|lab|neighb|fav|hon|harb|hum|rum|vap|endeav|behavi|arm|val|vig|cland|parl|sav|od|rig|flav|glam|splend)our(s|ed|ing|able|ably|ite|ites|hood|hoods|ly|ful|less|y)?$/;
const ISE = /(?<=\p{L}{3})is(e|ed|es|er|ers|ing|ation|ations)$/u;
// Only in longer words: "filled" and "filed" are two words.
const DOUBLE_L = /(?<=\p{L}{4}[aeiou]l)l(?=(?:ed|ing|er|ers)$)/u;

// Most words have none of these, and every word of the archive comes through here.
const MAY_DIFFER = /our|is[ei]|is(?:ation|ing)|ll/;

/** One spelling for both; `word` in lower case. */
export function foldSpelling(word: string): string {
  if (!MAY_DIFFER.test(word)) return WORDS[word] ?? word;
  return (
    WORDS[word] ??
    word
      .replace(OUR, (_, stem: string, end: string | undefined) => `${stem}or${end ?? ''}`)
      .replace(ISE, 'iz$1')
      .replace(DOUBLE_L, '')
  );
}
