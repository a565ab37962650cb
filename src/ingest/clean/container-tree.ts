import type { Container, RawBlock } from '../raw-block.ts';

/** How far down the path to `goal` a container stands: depth of the last shared one, 0 to 1. */
export function sharedDepth(
  container: Container,
  path: ReadonlySet<Container>,
  goal: Container | null,
): number {
  let shared: Container | null = container;
  while (shared !== null && !path.has(shared)) shared = shared.parent;
  return (shared?.depth ?? 0) / Math.max(1, goal?.depth ?? 0);
}

/** A container and all around it, outwards. */
export function pathOf(container: Container | null): Container[] {
  const path: Container[] = [];
  for (let one = container; one !== null; one = one.parent) path.push(one);
  return path;
}

/** True for a container that is `goal` or stands in it. */
export function isInside(container: Container, goal: Container | null): boolean {
  if (goal === null) return false;
  let outer: Container | null = container;
  while (outer !== null && outer.depth > goal.depth) outer = outer.parent;
  return outer === goal;
}

const TEXT_TAGS = new Set(
  'p li ul ol dl dt dd h1 h2 h3 h4 h5 h6 blockquote pre figure figcaption'.split(' '),
);
const TABLE_TAGS = new Set('td th tr tbody thead table'.split(' '));

/** The container that holds the paragraph, list or table that a block of this kind belongs to. */
export function hostOf(kind: RawBlock['kind'], container: Container): Container {
  let host = container;
  while (
    host.parent !== null &&
    (TEXT_TAGS.has(host.tag) || (kind === 'table-row' && TABLE_TAGS.has(host.tag)))
  ) {
    host = host.parent;
  }
  return host;
}
