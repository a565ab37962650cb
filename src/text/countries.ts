// ISO 3166 code | names | demonyms. A demonym's plural with -s is understood.
const TABLE = `
AF|Afghanistan|Afghan
AL|Albania|Albanian
DZ|Algeria|Algerian
AD|Andorra|Andorran
AO|Angola|Angolan
AG|Antigua and Barbuda;Antigua|Antiguan;Barbudan
AR|Argentina|Argentine;Argentinian;Argentinean
AM|Armenia|Armenian
AU|Australia|Australian;Aussie
AT|Austria|Austrian
AZ|Azerbaijan|Azerbaijani;Azeri
BS|Bahamas;the Bahamas|Bahamian
BH|Bahrain|Bahraini
BD|Bangladesh|Bangladeshi
BB|Barbados|Barbadian;Bajan
BY|Belarus;Byelorussia|Belarusian;Belarussian
BE|Belgium|Belgian
BZ|Belize|Belizean
BJ|Benin|Beninese
BT|Bhutan|Bhutanese
BO|Bolivia|Bolivian
BA|Bosnia and Herzegovina;Bosnia-Herzegovina;Bosnia|Bosnian
BW|Botswana|Batswana;Motswana;Botswanan
BR|Brazil|Brazilian
BN|Brunei;Brunei Darussalam|Bruneian
BG|Bulgaria|Bulgarian
BF|Burkina Faso;Burkina|Burkinabe;Burkinabè
BI|Burundi|Burundian
KH|Cambodia|Cambodian
CM|Cameroon|Cameroonian
CA|Canada|Canadian
CV|Cape Verde;Cabo Verde|Cape Verdean;Cabo Verdean
CF|Central African Republic|Central African
TD|Chad|Chadian
CL|Chile|Chilean
CN|China;People's Republic of China;PRC|Chinese
CO|Colombia|Colombian
KM|Comoros|Comorian
CD|Democratic Republic of the Congo;Democratic Republic of Congo;DR Congo;DRC;Congo-Kinshasa;Zaire|
CG|Republic of the Congo;Republic of Congo;Congo-Brazzaville;Congo|Congolese
CR|Costa Rica|Costa Rican
CI|Ivory Coast;Côte d'Ivoire|Ivorian
HR|Croatia|Croatian;Croat
CU|Cuba|Cuban
CY|Cyprus|Cypriot
CZ|Czech Republic;Czechia|Czech
DK|Denmark|Danish;Dane
DJ|Djibouti|Djiboutian
DM|Dominica|
DO|Dominican Republic|Dominican
EC|Ecuador|Ecuadorian;Ecuadorean
EG|Egypt|Egyptian
SV|El Salvador|Salvadoran;Salvadorean
GQ|Equatorial Guinea|Equatorial Guinean;Equatoguinean
ER|Eritrea|Eritrean
EE|Estonia|Estonian
SZ|Eswatini;Swaziland|Swazi;Emaswati
ET|Ethiopia|Ethiopian
FJ|Fiji|Fijian
FI|Finland|Finnish;Finn
FR|France|French;Frenchman;Frenchmen;Frenchwoman
GA|Gabon|Gabonese
GM|Gambia;the Gambia|Gambian
GE|Georgia|Georgian
DE|Germany|German
GH|Ghana|Ghanaian
GR|Greece|Greek
GD|Grenada|Grenadian
GT|Guatemala|Guatemalan
GN|Guinea|Guinean
GW|Guinea-Bissau|Bissau-Guinean
GY|Guyana|Guyanese
HT|Haiti|Haitian
HN|Honduras|Honduran
HU|Hungary|Hungarian
IS|Iceland|Icelandic;Icelander
IN|India|Indian
ID|Indonesia|Indonesian
IR|Iran;Islamic Republic of Iran|Iranian
IQ|Iraq|Iraqi
IE|Ireland;Republic of Ireland|Irish;Irishman;Irishmen;Irishwoman
IL|Israel|Israeli
IT|Italy|Italian
JM|Jamaica|Jamaican
JP|Japan|Japanese
JO|Jordan|Jordanian
KZ|Kazakhstan|Kazakh;Kazakhstani
KE|Kenya|Kenyan
KI|Kiribati|I-Kiribati
KP|North Korea;DPRK;Democratic People's Republic of Korea|North Korean
KR|South Korea;Republic of Korea|South Korean
XK|Kosovo|Kosovar;Kosovan
KW|Kuwait|Kuwaiti
KG|Kyrgyzstan|Kyrgyz
LA|Laos|Laotian;Lao
LV|Latvia|Latvian
LB|Lebanon|Lebanese
LS|Lesotho|Basotho;Mosotho
LR|Liberia|Liberian
LY|Libya|Libyan
LI|Liechtenstein|Liechtensteiner
LT|Lithuania|Lithuanian
LU|Luxembourg|Luxembourger;Luxembourgish
MG|Madagascar|Malagasy;Madagascan
MW|Malawi|Malawian
MY|Malaysia|Malaysian
MV|Maldives;the Maldives|Maldivian
ML|Mali|Malian
MT|Malta|Maltese
MH|Marshall Islands|Marshallese
MR|Mauritania|Mauritanian
MU|Mauritius|Mauritian
MX|Mexico|Mexican
FM|Micronesia|Micronesian
MD|Moldova;Republic of Moldova|Moldovan
MC|Monaco|Monegasque
MN|Mongolia|Mongolian
ME|Montenegro|Montenegrin
MA|Morocco|Moroccan
MZ|Mozambique|Mozambican
MM|Myanmar;Burma|Burmese
NA|Namibia|Namibian
NR|Nauru|Nauruan
NP|Nepal|Nepali;Nepalese
NL|Netherlands;the Netherlands;Holland|Dutch;Dutchman;Dutchmen;Dutchwoman
NZ|New Zealand|New Zealander;Kiwi
NI|Nicaragua|Nicaraguan
NE|Niger|Nigerien
NG|Nigeria|Nigerian
MK|North Macedonia;Macedonia|Macedonian;North Macedonian
NO|Norway|Norwegian
OM|Oman|Omani
PK|Pakistan|Pakistani
PW|Palau|Palauan
PS|Palestine;State of Palestine;Palestinian Territories|Palestinian
PA|Panama|Panamanian
PG|Papua New Guinea|Papua New Guinean;Papuan
PY|Paraguay|Paraguayan
PE|Peru|Peruvian
PH|Philippines;the Philippines|Filipino;Filipina;Philippine
PL|Poland|Polish;Pole
PT|Portugal|Portuguese
QA|Qatar|Qatari
RO|Romania|Romanian
RU|Russia;Russian Federation|Russian
RW|Rwanda|Rwandan
KN|Saint Kitts and Nevis;St Kitts and Nevis|Kittitian
LC|Saint Lucia;St Lucia|Saint Lucian;St Lucian
VC|Saint Vincent and the Grenadines;St Vincent and the Grenadines|Vincentian
WS|Samoa|Samoan
SM|San Marino|Sammarinese
ST|São Tomé and Príncipe|
SA|Saudi Arabia|Saudi;Saudi Arabian
SN|Senegal|Senegalese
RS|Serbia|Serbian;Serb
SC|Seychelles|Seychellois
SL|Sierra Leone|Sierra Leonean
SG|Singapore|Singaporean
SK|Slovakia|Slovak;Slovakian
SI|Slovenia|Slovenian;Slovene
SB|Solomon Islands|Solomon Islander
SO|Somalia|Somali;Somalian
ZA|South Africa|South African
SS|South Sudan|South Sudanese
ES|Spain|Spanish;Spaniard
LK|Sri Lanka|Sri Lankan
SD|Sudan|Sudanese
SR|Suriname|Surinamese
SE|Sweden|Swedish;Swede
CH|Switzerland|Swiss
SY|Syria|Syrian
TW|Taiwan|Taiwanese
TJ|Tajikistan|Tajik;Tajikistani
TZ|Tanzania|Tanzanian
TH|Thailand|Thai
TL|East Timor;Timor-Leste|Timorese;East Timorese
TG|Togo|Togolese
TO|Tonga|Tongan
TT|Trinidad and Tobago;Trinidad|Trinidadian;Tobagonian
TN|Tunisia|Tunisian
TR|Turkey;Türkiye;Turkiye|Turkish;Turk
TM|Turkmenistan|Turkmen
TV|Tuvalu|Tuvaluan
UG|Uganda|Ugandan
UA|Ukraine|Ukrainian
AE|United Arab Emirates;UAE;Emirates|Emirati
GB|United Kingdom;UK;U.K.;Great Britain;Britain|British;Briton;Brit
US|United States;United States of America;US;U.S.;USA;U.S.A.;America|American
UY|Uruguay|Uruguayan
UZ|Uzbekistan|Uzbek
VU|Vanuatu|Vanuatuan;Ni-Vanuatu
VA|Vatican City;Vatican;the Vatican;Holy See|
VE|Venezuela|Venezuelan
VN|Vietnam;Viet Nam|Vietnamese
YE|Yemen|Yemeni
ZM|Zambia|Zambian
ZW|Zimbabwe|Zimbabwean
GB-ENG|England|English;Englishman;Englishmen;Englishwoman
GB-SCT|Scotland|Scottish;Scot
GB-WLS|Wales|Welsh;Welshman
GB-NIR|Northern Ireland|Northern Irish
SU|Soviet Union;USSR;U.S.S.R.|Soviet
X-AF|Africa|African
X-WA|West Africa|West African
X-EA|East Africa|East African
X-NA|North Africa|North African
X-SA|Southern Africa|Southern African
X-CA|Central Africa|
X-EU|Europe|European
X-AS|Asia|Asian
X-ME|Middle East|Middle Eastern
X-LA|Latin America|Latin American
`;

/** How a word names a country: `Mali` is its name, `Malian` its demonym. */
export interface CountryMatch {
  /**
   * ISO 3166-1 alpha-2, with the parts of the United Kingdom as 3166-2; `SU` for the Soviet
   * Union and `X-` codes for continents and their parts.
   */
  readonly code: string;
  readonly form: 'name' | 'demonym';
}

/** Lower case, without accents, dots and typographic apostrophes; one space between words. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/\./g, '')
    .replace(/[-‐‑–\s]+/gu, ' ')
    .trim()
    .toLowerCase();
}

const COUNTRIES: ReadonlyMap<string, CountryMatch> = new Map(TABLE.trim().split('\n').flatMap(readRow));

function readRow(row: string): [string, CountryMatch][] {
  const [code = '', names = '', demonyms = ''] = row.split('|');
  const split = (list: string) => list.split(';').filter((item) => item !== '');
  const plain = split(names).map((name): [string, CountryMatch] => [foldName(name), { code, form: 'name' }]);
  const people = split(demonyms).flatMap((name): [string, CountryMatch][] =>
    [foldName(name), `${foldName(name)}s`].map((form) => [form, { code, form: 'demonym' }]),
  );
  return [...plain, ...people];
}

/**
 * The country that a name or demonym means (`U.S.`, `American`, `Côte d’Ivoire`), else null. The
 * pronoun `us` is told from the country by its letters: only `US` and `U.S.` are the country.
 */
export function countryOf(name: string): CountryMatch | null {
  const folded = foldName(name);
  if (folded === 'us' && !/^U\.?S\.?$/.test(name.trim())) return null;
  return COUNTRIES.get(folded.replace(/^the /, '')) ?? COUNTRIES.get(folded.replace(/'s?$/, '')) ?? null;
}

/** Words in the longest country name, so that a reader of runs knows how far to look. */
export const LONGEST_COUNTRY_NAME = 5;
