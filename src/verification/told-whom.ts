import type { Span } from '../domain/span.ts';

const NAME = String.raw`(?:[Tt]he\s)?\p{Lu}[\p{L}\p{N}&.’'-]*(?:\s(?:of\s|and\s|for\s|the\s|&\s)?\p{Lu}[\p{L}\p{N}&.’'-]*){0,4}`;
const MEDIUM =
  'reporters?|journalists?|newspapers?|paper|agency|broadcaster|station|channel|magazine|website|correspondents?|viewers|listeners|audience|crowd|press|media|lawmakers|deputies|investors|analysts|delegates|supporters|fans';
const OCCASION =
  'interview|statement|speech|address|letter|post|message|briefing|press conference|news conference|conference call|call|email|tweet|release|report|column|essay|podcast|broadcast';

const ADDRESSED = [
  // `told reporters`, `told the daily newspaper Merrow Ledger`, `told CNN`
  new RegExp(
    String.raw`(?<=(?<!\p{L})(?:told|telling|tells)\s)(?:(?:a|an|the|his|her|their|its|local|state|some|several)\s){0,2}(?:\p{Ll}+\s){0,2}(?:${MEDIUM})(?!\p{L})(?:\s${NAME})?|(?<=(?<!\p{L})(?:told|telling|tells)\s)${NAME}`,
    'gu',
  ),
  // `according to RIA Novosti`: who reported it, where another is named as the speaker
  new RegExp(String.raw`,?\s?(?<!\p{L})[Aa]ccording\sto\s${NAME}`, 'gu'),
  new RegExp(
    String.raw`,?\s?(?<!\p{L})(?:as\s)?(?:reported|quoted|cited|carried|published)\s(?:by|in)\s${NAME}`,
    'gu',
  ),
  // `in an interview with the paper`, `during a televised press conference`, `in a statement to the media`
  new RegExp(
    String.raw`(?<!\p{L})(?:[Ii]n|[Aa]t|[Dd]uring|[Bb]y|[Vv]ia)\s(?:a|an|the|his|her|their|its)\s(?:[\p{Ll}-]+\s){0,2}(?:${OCCASION})(?!\p{L})(?:\s(?:with|to|for|by|on|at)\s(?:(?:the|a|an)\s)?(?:(?:${MEDIUM})(?!\p{L})(?:\s${NAME})?|${NAME}))?`,
    'gu',
  ),
];

/**
 * The stretches of a sentence that quotes which say to whom, where and through whom something was said:
 * `reporters`, `in an interview with the Ledger`, `according to the Coastline Wire`. Spans count in `text`.
 */
export function tellings(text: string): Span[] {
  return ADDRESSED.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: { length }, index }) => ({ start: index, end: index + length })),
  );
}
