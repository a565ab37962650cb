import { describe, expect, it } from 'vitest';
import { names } from '../../../src/text/names.ts';
import { reporterOf } from '../../../src/verification/reported-speech.ts';

const reporter = (sentence: string, before = '') => {
  const text = `${before}${sentence}`;
  const span = { start: before.length, end: text.length };
  return reporterOf({ text, sentence: span }, { names: names(text), quoted: [] })?.name ?? null;
};

const NAMED = 'Mayor Ilse Varga spoke to the council. ';

describe('reporterOf', () => {
  it.each([
    ['Ilse Varga said that the pier would close.', '', 'Ilse Varga'],
    ['Mayor Ilse Varga also said that the pier would close.', '', 'Ilse Varga'],
    ['Ilse Varga, the mayor of Lund, later told listeners that it would close.', '', 'Ilse Varga'],
    ['The pier would close in May, Ilse Varga said.', '', 'Ilse Varga'],
    ['The pier would close in May, Ilse Varga said on Sunday.', '', 'Ilse Varga'],
    ['Varga said that the pier would close.', NAMED, 'Varga'],
    ['She also said that the pier would close.', NAMED, 'Ilse Varga'],
    ['Varga said that the pier would close.', '', null],
    ['The mayor said that the pier would close.', NAMED, null],
    ['The pier that Ilse Varga opened will close.', '', null],
    ['Ilse Varga opened the pier, the port office said.', '', null],
    ['France said that the pier would close.', '', null],
  ])('%s', (sentence, before, expected) => {
    expect(reporter(sentence, before)).toBe(expected);
  });
});
