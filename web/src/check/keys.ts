/** What a key does among the findings. */
export type KeyCommand =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'open'
  | 'article'
  | 'accept'
  | 'dismiss'
  | 'take-over'
  | 'undo'
  | 'close';

const COMMANDS: Readonly<Record<string, KeyCommand>> = {
  ...{ j: 'next', ArrowDown: 'next', k: 'previous', ArrowUp: 'previous', Home: 'first', End: 'last' },
  ...{ Enter: 'open', ' ': 'open', o: 'article', Escape: 'close' },
  ...{ a: 'accept', d: 'dismiss', t: 'take-over', u: 'undo' },
};

/** The command of a key press; null for a key with a modifier (the browser's own), in an input method, or of no use here. */
export function commandOf(event: KeyboardEvent): KeyCommand | null {
  const { key, altKey, ctrlKey, metaKey, isComposing } = event;
  if (altKey || ctrlKey || metaKey || isComposing || !Object.hasOwn(COMMANDS, key)) return null;
  return COMMANDS[key] ?? null;
}

/** Where a step leads among places, from one of them or (null, or one that is not shown) from the outside. */
export function stepTo(
  places: readonly number[],
  from: number | null,
  command: 'next' | 'previous' | 'first' | 'last',
): number | null {
  const at = from === null ? -1 : places.indexOf(from);
  if (command === 'first' || at < 0) return (command === 'last' ? places.at(-1) : places[0]) ?? null;
  if (command === 'last') return places.at(-1) ?? null;
  return places[Math.min(places.length - 1, Math.max(0, at + (command === 'next' ? 1 : -1)))] ?? null;
}
