import type { Container } from '../raw-block.ts';
import { hostOf, pathOf, sharedDepth } from './container-tree.ts';
import type { Feature } from './features.ts';
import { yes } from './features.ts';
import type { ScoredBlock } from './scored-block.ts';

/** Where a block stands in the page's tree, seen from where the content gathers. */
export interface PagePlace {
  readonly inMainContainer: boolean;
  readonly inMainParent: boolean;
  /** Depth of the last container shared with the main one, as a share of the main one's depth. */
  readonly sharedDepth: number;
  /** Expected content of the container that holds the block's paragraph, of the fullest one's. */
  readonly hostMass: number;
  /** Probability of the other text in that container, by words. */
  readonly hostMean: number;
  /** The same for the text of the same look anywhere on the page. */
  readonly lookMean: number;
  /** Share of the page's expected content that has this look. */
  readonly lookMass: number;
}

export const PLACE_FEATURES: readonly Feature<PagePlace>[] = [
  { name: 'inMainContainer', sign: 1, value: ({ inMainContainer }) => yes(inMainContainer) },
  { name: 'inMainParent', sign: 1, value: ({ inMainParent }) => yes(inMainParent) },
  { name: 'sharedDepth', sign: 1, value: ({ sharedDepth }) => sharedDepth },
  { name: 'hostMass', sign: 1, value: ({ hostMass }) => hostMass },
  { name: 'hostMean', sign: 1, value: ({ hostMean }) => hostMean },
  { name: 'lookMean', sign: 1, value: ({ lookMean }) => lookMean },
  { name: 'lookMass', sign: 1, value: ({ lookMass }) => lookMass },
];

const NOWHERE: PagePlace = {
  inMainContainer: false,
  inMainParent: false,
  sharedDepth: 0,
  hostMass: 0,
  hostMean: 0,
  lookMean: 0,
  lookMass: 0,
};

interface Sum {
  mass: number;
  words: number;
}

/** The place of each block, in order; of those without a page: nowhere. */
export function pagePlaces(blocks: readonly ScoredBlock[]): PagePlace[] {
  const hosts = new Map<Container, Sum>();
  const looks = new Map<string, Sum>();
  for (const block of blocks) {
    const { page } = block.view.block;
    if (page === null) continue;
    addTo(hosts, hostOf(block.view.block.kind, page.container), block);
    addTo(looks, lookOf(page.container), block);
  }
  const fullest = [...hosts.values()].reduce((most, { mass }) => Math.max(most, mass), 1);
  const total = blocks.reduce((sum, { mass }) => sum + mass, 0) || 1;
  const main = mainContainer(blocks);
  const mainPath = new Set(pathOf(main));
  return blocks.map((block) => {
    const { page } = block.view.block;
    if (page === null) return NOWHERE;
    const host = hosts.get(hostOf(block.view.block.kind, page.container));
    const look = looks.get(lookOf(page.container));
    return {
      ...treePlace(page.container, main, mainPath),
      hostMass: (host?.mass ?? 0) / fullest,
      hostMean: meanOfOthers(host, block),
      lookMean: meanOfOthers(look, block),
      lookMass: (look?.mass ?? 0) / total,
    };
  });
}

function addTo<Key>(sums: Map<Key, Sum>, key: Key, { mass, words }: ScoredBlock): void {
  const sum = sums.get(key) ?? { mass: 0, words: 0 };
  sum.mass += mass;
  sum.words += words;
  sums.set(key, sum);
}

function meanOfOthers(sum: Sum | undefined, { mass, words }: ScoredBlock): number {
  return sum === undefined ? 0 : Math.max(0, sum.mass - mass) / (1 + sum.words - words);
}

const lookOf = ({ look, parent }: Container) => `${look}<${parent?.look ?? ''}`;

/** The container with the most content close under it: a block counts whole for its own, by 1/k for the k-th above. */
function mainContainer(blocks: readonly ScoredBlock[]): Container | null {
  const masses = new Map<Container, number>();
  for (const { view, mass } of blocks) {
    let container = view.block.page?.container ?? null;
    for (let step = 1; container !== null && step <= 4; step++, container = container.parent) {
      masses.set(container, (masses.get(container) ?? 0) + mass / step);
    }
  }
  let main: Container | null = null;
  let most = 0;
  for (const [container, mass] of masses) {
    if (mass <= most) continue;
    most = mass;
    main = container;
  }
  return main;
}

function treePlace(
  container: Container,
  main: Container | null,
  mainPath: ReadonlySet<Container>,
): Pick<PagePlace, 'inMainContainer' | 'inMainParent' | 'sharedDepth'> {
  const path = pathOf(container);
  return {
    inMainContainer: main !== null && path.includes(main),
    inMainParent: main?.parent != null && path.includes(main.parent),
    sharedDepth: sharedDepth(container, mainPath, main),
  };
}
