import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotations } from '../../../src/text/quotes.ts';
import { hostileTexts, msFor } from './numbers-hostile.ts';

const said = (text: string) => quotations(text).map((quotation) => quotation.text);
const speakers = (text: string) => quotations(text).map(({ speaker }) => speaker?.name ?? null);

describe('quotations', () => {
  it.each([
    ['typographic', '“We won,” she said.', ['We won,']],
    ['straight', '"We won," she said. "At last."', ['We won,', 'At last.']],
    ['German', '„Wir gehen“, sagte er.', ['Wir gehen']],
    ['angled', '« Nous partons », dit-il.', ['Nous partons']],
    ['single', '‘I don’t know,’ she said, ‘the soldiers’ pay.’', ['I don’t know,', 'the soldiers’ pay.']],
    ['straight single', "'It is over,' she said.", ['It is over,']],
    ['nested', '“He told me ‘never again’ twice,” she said.', ['He told me ‘never again’ twice,']],
    [
      'several paragraphs',
      '“First things first.\n\n“Second things later,” Varga said.',
      ['First things first.', 'Second things later,'],
    ],
    ['no space before', 'The twins left."We walked here," he said.', ['We walked here,']],
    ['a space after', 'It would not stop " the young from marching ", he said.', ['the young from marching']],
  ])('reads %s marks', (_, text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  it.each([
    "It's the workers' union of the '90s.",
    'She said “nothing at all.\n\nThe next day nobody asked.',
    'A 6" pipe and a 5\' 3 ladder',
    "rock 'n' roll",
    '""',
  ])('finds none in %j', (text) => {
    expect(said(text)).toEqual([]);
  });

  it('starts again where an earlier mark never closed', () => {
    expect(said('She said “nothing. He said “everything” then.')).toEqual(['everything']);
  });

  it.each([
    ['after', '“We won,” said Anna Kovar, the coach.', ['Anna Kovar']],
    ['after, name first', '“We won,” Anna Kovar told reporters.', ['Anna Kovar']],
    ['after an apposition', '“We won,” Anna Kovar, who coached the side, has written.', ['Anna Kovar']],
    ['before', 'Anna Kovar told reporters: “We won.”', ['Anna Kovar']],
    ['before, over a line', 'Anna Kovar told reporters:\n\n“We won.”', ['Anna Kovar']],
    ['interrupting', '“It was,” Kovar said on Monday, “very hard.”', ['Kovar', 'Kovar']],
    ['in a fragment', 'Kovar described the match as a “key moment” for the side.', ['Kovar']],
    ['by according to', 'According to Dr. Ivo Brandt, “nothing changed”.', ['Ivo Brandt']],
    ['by a pronoun', 'Anna Kovar resigned. “We lost,” she said.', ['Anna Kovar']],
    ['in the sentence before', 'Anna Kovar was blunt, and said so. “Never.”', ['Anna Kovar']],
    ['before a possessive', "“He knew,” Kovar, Lund's deputy, said.", ['Kovar']],
    ['not whom somebody told', '“We miss it,” Kovar weighed in, telling Ivo Brandt.', ['Kovar']],
    [
      'after a long apposition',
      '“We won,” Anna Kovar, an analyst at the Lund-based institute told Coast Radio.',
      ['Anna Kovar'],
    ],
    ['by a label', 'Kovar: “We won the cup.”', ['Kovar']],
    ['before a colon', 'Asked about it, Anna Kovar smiled: “We won.”', ['Anna Kovar']],
    ['by an office', 'Mayor Ilse Varga came. “We won,” the mayor said.', ['Ilse Varga']],
    ['not who is named for possession', '“We won,” says CNN’s Kovar.', ['Kovar']],
    ['not whom the quotation names', 'Anna Kovar was there. “Ivo Brandt lost,” she said.', ['Anna Kovar']],
    [
      'not one before another acted',
      '“No,” Ivo Brandt said. Anna Kovar sang along: “We won.”',
      ['Ivo Brandt', 'Anna Kovar'],
    ],
    ['after a people and an office', '“We won,” said Norwegian Sports Minister Anna Kovar.', ['Anna Kovar']],
    ['not the town of a body', '“We won,” Lund council said.', [null]],
    ['nobody', '“We won.” It rained.', [null]],
  ])('finds the speaker %s', (_, text, expected) => {
    expect(speakers(text)).toEqual(expected);
  });

  it('takes no speaker from another paragraph', () => {
    expect(speakers('Anna Kovar said so at noon.\n\n“We won the cup again.”')).toEqual([null]);
  });

  it('marks scare quotes', () => {
    const text =
      'The so-called “reset” failed. Kovar called it a “key moment”. Kovar said the “reset” failed.';
    expect(quotations(text).map(({ isScare }) => isScare)).toEqual([true, false, true]);
  });

  it('gives spans that hold its text, in order and apart, for any text', () => {
    const piece = fc.constantFrom(
      '“',
      '”',
      '"',
      '‘',
      '’',
      "'",
      '«',
      '»',
      '„',
      'word',
      'Kovar said',
      ' ',
      ', ',
      '. ',
      '\n',
      '\n\n',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')),
        ),
        (text) => {
          let end = 0;
          for (const quotation of quotations(text)) {
            const { start, end: stop } = quotation.inner;
            expect(text.slice(start, stop)).toBe(quotation.text);
            expect(quotation.start).toBeGreaterThanOrEqual(end);
            expect(start).toBeGreaterThan(quotation.start);
            expect(stop).toBeLessThanOrEqual(quotation.end);
            expect(quotation.text.trim()).toBe(quotation.text);
            end = quotation.end;
          }
        },
      ),
    );
  });

  it('finds again whatever is put in typographic marks', () => {
    const sentence = fc.array(fc.constantFrom('we', 'will', 'leave', 'the', 'harbour', 'soon'), {
      minLength: 2,
      maxLength: 12,
    });
    fc.assert(
      fc.property(sentence, (words) => {
        expect(said(`Kovar said: “${words.join(' ')}.”`)).toEqual([`${words.join(' ')}.`]);
      }),
    );
  });

  it.each(hostileTexts())('takes time linear in the text: %j', (unit) => {
    expect(msFor(quotations, unit)).toBeLessThan(3_000);
  });
});
