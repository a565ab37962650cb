/**
 * Works on a few items at a time and hands the results on in the items' order. Nothing is left running when
 * the reader stops early; a failure is thrown in its turn.
 */
export async function* inOrder<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
  atOnce: number,
): AsyncIterable<R> {
  const running: Promise<R>[] = [];
  try {
    for (const item of items) {
      if (running.length === atOnce) yield await takeFirst(running);
      const task = work(item);
      // It may fail before its turn; whoever awaits it then hears of it.
      task.catch(() => undefined);
      running.push(task);
    }
    while (running.length > 0) yield await takeFirst(running);
  } finally {
    await Promise.allSettled(running);
  }
}

async function takeFirst<R>(running: Promise<R>[]): Promise<R> {
  const first = running[0];
  if (first === undefined) throw new Error('No work is running.');
  const result = await first;
  running.shift();
  return result;
}
