import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayBeQuoted } from '../../../src/text/quote-nearby.ts';

const said = 'the closure was near';
const quoted = (text: string) =>
  mayBeQuoted(text, { start: text.indexOf(said), end: text.indexOf(said) + said.length });

describe('mayBeQuoted', () => {
  it.each([
    `He said “${said}” and left.`,
    `He said « ${said} » and left.`,
    `He said, "no way. Brandt said ${said}. It was.`,
    `"It began.\n\nThen ${said}.\n\nIt ended," he said.`,
    `\` and so ${said}.' She told us`,
  ])('holds for %j', (text) => expect(quoted(text)).toBe(true));

  it.each([
    `Brandt said ${said}. He left, "yes," he said.`,
    `He said, "no way." Brandt said ${said}. It was.`,
    `The soldiers' pay and ${said}. It's so.`,
    `A 6" pipe. Then ${said}. He said "yes".`,
  ])('does not hold for %j', (text) => expect(quoted(text)).toBe(false));

  it('takes any span of any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.nat(), (text, a, b) => {
        const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
        expect(typeof mayBeQuoted(text, { start, end })).toBe('boolean');
      }),
    );
  });
});
