/** Two items of which one retells the other. */
export interface Bond {
  readonly longer: number;
  readonly shorter: number;
}

/** Texts that have nothing to do with each other, yet stand in one: from three on it is a digest of them. */
const DIGEST_PARTS = 3;

/**
 * The groups of items that are bonded, directly or through others, each in rising order; items without
 * a bond are in none. A digest that holds several texts which share nothing makes them not one
 * story, and belongs to none.
 */
export function groupBonded(bonds: readonly Bond[]): number[][] {
  const neighbours = neighboursOf(bonds);
  const digests = new Set([...neighbours.keys()].filter((item) => isDigest(item, bonds, neighbours)));
  const kept = bonds.filter(({ longer }) => !digests.has(longer));
  return components(neighboursOf(kept));
}

type Neighbours = ReadonlyMap<number, ReadonlySet<number>>;

function neighboursOf(bonds: readonly Bond[]): Neighbours {
  const neighbours = new Map<number, Set<number>>();
  const link = (from: number, to: number) => {
    const set = neighbours.get(from) ?? new Set();
    neighbours.set(from, set.add(to));
  };
  for (const { longer, shorter } of bonds) {
    link(longer, shorter);
    link(shorter, longer);
  }
  return neighbours;
}

function isDigest(item: number, bonds: readonly Bond[], neighbours: Neighbours): boolean {
  const around = neighbours.get(item);
  if (around === undefined || around.size < DIGEST_PARTS) return false;
  const parts = bonds.filter(({ longer }) => longer === item).map(({ shorter }) => shorter);
  const apart: number[] = [];
  for (const part of parts) {
    if (!apart.some((other) => neighbours.get(part)?.has(other))) apart.push(part);
  }
  return apart.length >= DIGEST_PARTS;
}

function components(neighbours: Neighbours): number[][] {
  const seen = new Set<number>();
  const groups: number[][] = [];
  for (const start of [...neighbours.keys()].sort((a, b) => a - b)) {
    if (seen.has(start)) continue;
    const group = new Set([start]);
    // A set hands out what is added while it is walked.
    for (const item of group) for (const next of neighbours.get(item) ?? []) group.add(next);
    for (const item of group) seen.add(item);
    groups.push([...group].sort((a, b) => a - b));
  }
  return groups;
}
