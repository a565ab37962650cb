import { expect, it } from 'vitest';
import { Slots } from '../../../../src/use-cases/indexing/slots.ts';

const settle = () => new Promise((resolve) => setImmediate(resolve));

it('lets callers in by turns, never more places than there are', async () => {
  const slots = new Slots(10);
  const entered: string[] = [];
  const enter = (name: string, count: number) => slots.take(count).then(() => entered.push(name));
  void enter('a', 6);
  void enter('b', 6);
  // There would be room for it, but it came after b.
  void enter('c', 1);
  await settle();
  expect(entered).toEqual(['a']);
  slots.give(6);
  await settle();
  expect(entered).toEqual(['a', 'b', 'c']);
});

it('gives all its places to one who asks for more than there are', async () => {
  const slots = new Slots(3);
  await slots.take(99);
  let isIn = false;
  void slots.take(1).then(() => {
    isIn = true;
  });
  await settle();
  expect(isIn).toBe(false);
  slots.give(99);
  await settle();
  expect(isIn).toBe(true);
});
