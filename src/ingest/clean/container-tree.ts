import type { Container } from '../raw-block.ts';

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
