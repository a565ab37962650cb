import { compareTokens } from './compare-tokens.ts';

/** Bodies and countries that news names now in full, now by their letters. */
const SHORT: Readonly<Record<string, string>> = {
  UN: 'United Nations',
  EU: 'European Union',
  US: 'United States',
  UK: 'United Kingdom',
  AU: 'African Union',
  IMF: 'International Monetary Fund',
  WHO: 'World Health Organization',
  WTO: 'World Trade Organization',
  ICC: 'International Criminal Court',
  IAEA: 'International Atomic Energy Agency',
  AP: 'Associated Press',
  AFP: 'Agence France-Presse',
  FBI: 'Federal Bureau of Investigation',
  CIA: 'Central Intelligence Agency',
};

interface Naming {
  readonly pattern: RegExp;
  readonly stems: readonly string[];
}

const stemsIn = (text: string) => compareTokens(text).map(({ stem }) => stem);

const NAMINGS: readonly Naming[] = Object.entries(SHORT).flatMap(([short, long]) => {
  const letters = short.split('').join(String.raw`\.?`);
  return [
    // Capitals only: "us" is no country.
    {
      pattern: new RegExp(String.raw`(?<![\p{L}\p{N}])${letters}(?![\p{L}\p{N}])`, 'u'),
      stems: stemsIn(long),
    },
    { pattern: new RegExp(long.replaceAll(/[ -]/g, '[ -]'), 'u'), stems: stemsIn(short) },
  ];
});

/** Stems of the words of a sentence and, where it names a known body or country, those of its other name. */
export function stemsWithOtherNames(text: string, stems: readonly string[]): ReadonlySet<string> {
  const others = NAMINGS.filter(({ pattern }) => pattern.test(text)).flatMap((naming) => naming.stems);
  return new Set([...stems, ...others]);
}
