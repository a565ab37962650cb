// Symbol or word → ISO 4217 code where the word names one currency, else the word itself.
const CURRENCY_SYMBOLS: Readonly<Record<string, string>> = {
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₽': 'RUB',
  '₹': 'INR',
  '₺': 'TRY',
  '₴': 'UAH',
  '₦': 'NGN',
  '₩': 'KRW',
  '₪': 'ILS',
};

const CURRENCY_CODES = new Set(
  'usd eur gbp jpy cny rub inr try uah ngn krw ils chf aud cad zar brl egp xof xaf kes ghs aed sar sek nok dkk pln czk huf'.split(
    ' ',
  ),
);

// Words whose number alone is a sum of money; `pounds` may be a weight, but not in a newsroom's sums.
const CURRENCY_WORDS: Readonly<Record<string, string>> = {
  dollar: 'USD',
  euro: 'EUR',
  yen: 'JPY',
  yuan: 'CNY',
  renminbi: 'CNY',
  rouble: 'RUB',
  ruble: 'RUB',
  rupee: 'rupee',
  naira: 'NGN',
  rand: 'ZAR',
  franc: 'franc',
  lira: 'TRY',
  hryvnia: 'UAH',
  shilling: 'shilling',
  peso: 'peso',
  dirham: 'dirham',
  riyal: 'riyal',
  krona: 'krona',
  zloty: 'PLN',
  shekel: 'ILS',
  cedi: 'GHS',
  kwacha: 'kwacha',
  metical: 'MZN',
};

const MEASURES: Readonly<Record<string, string>> = {
  km: 'kilometre',
  kilometre: 'kilometre',
  kilometer: 'kilometre',
  kms: 'kilometre',
  m: 'metre',
  metre: 'metre',
  meter: 'metre',
  cm: 'centimetre',
  centimetre: 'centimetre',
  centimeter: 'centimetre',
  mm: 'millimetre',
  millimetre: 'millimetre',
  millimeter: 'millimetre',
  mile: 'mile',
  mi: 'mile',
  yard: 'yard',
  foot: 'foot',
  feet: 'foot',
  ft: 'foot',
  inch: 'inch',
  kg: 'kilogram',
  kilogram: 'kilogram',
  kilo: 'kilogram',
  g: 'gram',
  gram: 'gram',
  tonne: 'tonne',
  ton: 'tonne',
  lb: 'pound-weight',
  lbs: 'pound-weight',
  litre: 'litre',
  liter: 'litre',
  barrel: 'barrel',
  hectare: 'hectare',
  acre: 'acre',
  mph: 'mph',
  kph: 'kph',
  mw: 'megawatt',
  megawatt: 'megawatt',
  gw: 'gigawatt',
  gigawatt: 'gigawatt',
  second: 'second',
  sec: 'second',
  minute: 'minute',
  min: 'minute',
  hour: 'hour',
  hr: 'hour',
  hrs: 'hour',
  day: 'day',
  week: 'week',
  month: 'month',
  year: 'year',
  yr: 'year',
  yrs: 'year',
  decade: 'decade',
  degree: 'degree',
};

/** The currency of a symbol or a three-letter code (`€`, `USD`), else null. */
export function currencyOfSymbol(symbol: string): string | null {
  const code = symbol.toLowerCase();
  return (
    CURRENCY_SYMBOLS[symbol] ??
    (CURRENCY_CODES.has(code) && symbol === symbol.toUpperCase() ? code.toUpperCase() : null)
  );
}

/** The currency that a word after the figure names (`dollars`, `roubles`), else null. */
export function currencyOfWord(norm: string): string | null {
  return CURRENCY_WORDS[singular(norm)] ?? CURRENCY_WORDS[norm] ?? null;
}

/** The measure that a word or abbreviation names, spelled one way (`km` is `kilometre`), else null. */
export function measureOf(norm: string): string | null {
  return MEASURES[norm] ?? MEASURES[singular(norm)] ?? null;
}

const IRREGULAR: Readonly<Record<string, string>> = {
  people: 'person',
  persons: 'person',
  men: 'man',
  women: 'woman',
  children: 'child',
  feet: 'foot',
  inches: 'inch',
  lives: 'life',
  wives: 'wife',
  knives: 'knife',
  media: 'media',
  series: 'series',
  species: 'species',
  countries: 'country',
};

/** The singular of an English noun, near enough to compare two counts of the same thing. */
export function singular(norm: string): string {
  const known = IRREGULAR[norm];
  if (known !== undefined) return known;
  if (norm.length < 4 || /(?:ss|us|is)$/.test(norm)) return norm;
  if (/(?:bus|gas|virus|bonus|campus|census|circus)es$/.test(norm)) return norm.slice(0, -2);
  if (norm.endsWith('ies')) return `${norm.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss|z)es$/.test(norm)) return norm.slice(0, -2);
  return norm.endsWith('s') ? norm.slice(0, -1) : norm;
}

const PLURAL_WITHOUT_S = new Set(
  (
    'people men women children aircraft spacecraft police troops personnel staff cattle sheep fish deer offspring youth feet ' +
    'infantry cavalry crew folk poultry data media clergy '
  ).split(' '),
);

/** True for a noun that reads as a plural: an -s ending that is not a verb's or a singular's own. */
export function looksPlural(norm: string): boolean {
  if (PLURAL_WITHOUT_S.has(norm)) return true;
  return norm.length > 3 && norm.endsWith('s') && !/(?:ss|us|is|ous)$/.test(norm) && !S_WORDS.has(norm);
}

const S_WORDS = new Set(
  'was has does its this thus says perhaps always sometimes less besides across towards overseas whereas'.split(
    ' ',
  ),
);
