import { describe, expect, it } from 'vitest';
import { quotations } from '../../../src/text/quotes.ts';
import { clausesOf } from '../../../src/verification/clauses.ts';

const clauses = (text: string) =>
  clausesOf(text, { start: 0, end: text.length }, quotations(text)).map(({ start, end }) =>
    text.slice(start, end),
  );

const LEFT = 'The harbour bridge of Lund opened again in the early morning of the third of May';
const RIGHT = 'the first lorries crossed it before the mayor had finished her speech to the crews';

describe('clausesOf', () => {
  it.each([', and ', ', but ', ', while ', '; ', '; and '])('parts two facts joined by %j', (joint) => {
    expect(clauses(`${LEFT}${joint}${RIGHT}.`)).toEqual([LEFT, `${RIGHT}.`]);
  });

  it.each([
    ['a short sentence', 'The bridge opened, and the first lorries crossed it.'],
    ['a condition', `If ${LEFT.toLowerCase()}, and ${RIGHT}, nobody would know.`],
    [
      'a list',
      `${LEFT}, and the ferries, the trains, the trams, the buses and all the boats of the old harbour.`,
    ],
    ['one subject', `${LEFT}, and closed on the same evening because of the wind that had come up at noon.`],
    ['a quotation', `Mayor Ilse Varga said: “${LEFT}, and ${RIGHT}.”`],
    ['brackets', `${LEFT} (it rained, and ${RIGHT}).`],
  ])('leaves %s whole', (_, text) => expect(clauses(text)).toEqual([text]));
});
