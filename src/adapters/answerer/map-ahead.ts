/**
 * Works on items as they come and yields the results in their order, each as soon as it and those before
 * it are done; returns what the items end with. A reader that stops early waits for nothing: what still
 * runs is for its own signal to stop.
 */
export async function* mapAhead<T, R, E>(
  items: AsyncIterator<T, E, undefined>,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R, E> {
  const running: Promise<R>[] = [];
  let next = started(items.next());
  for (;;) {
    const [first] = running;
    const item = first === undefined ? await next : await Promise.race([next, first.then(() => null)]);
    if (item === null) {
      if (first !== undefined) yield await first;
      running.shift();
    } else if (item.done === true) {
      for (const rest of running) yield await rest;
      return item.value;
    } else {
      running.push(started(work(item.value)));
      next = started(items.next());
    }
  }
}

// It may fail before its turn; whoever awaits it then hears of it.
function started<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}
