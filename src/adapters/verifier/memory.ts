/** Remembers what was found for a key, the latest `most` of them. */
export interface Memory<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
}

export function createMemory<T>(most: number): Memory<T> {
  // A Map keeps the order in which keys came.
  const held = new Map<string, T>();
  return {
    get: (key) => held.get(key),
    set(key, value) {
      held.delete(key);
      held.set(key, value);
      const [oldest] = held.keys();
      if (held.size > most && oldest !== undefined) held.delete(oldest);
    },
  };
}
