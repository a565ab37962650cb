import { isHeldOut } from '../asking/split.ts';
import { loadNewsTexts } from '../checking/news-texts.ts';
import { EXPECTED, type PlantedItem, plantItems } from '../checking/planted-items.ts';
import type { LabelledPair } from './pair.ts';

export interface PlantedPair extends LabelledPair {
  readonly item: PlantedItem;
}

/** Planted edits beside the article that each was made from; `heldOut`: from the fifth of the articles that no weight is fitted on. */
export async function plantedPairs(
  dataDir: string,
  options: { readonly perKind: number; readonly seed: number; readonly heldOut: boolean },
): Promise<PlantedPair[]> {
  const texts = (await loadNewsTexts(dataDir)).filter(({ id }) => isHeldOut(id) === options.heldOut);
  return plantItems(texts, options).map((item, index) => ({
    id: `planted-${index}`,
    group: item.source.id,
    claim: item.text,
    source: item.source.text,
    isSupported: EXPECTED[item.kind] === null,
    item,
  }));
}
