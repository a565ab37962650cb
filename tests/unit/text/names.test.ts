import { describe, expect, it } from 'vitest';
import { countryOf } from '../../../src/text/countries.ts';
import { acronymDefinitions, sameName } from '../../../src/text/name-compare.ts';
import { names } from '../../../src/text/names.ts';
import { expectApart } from './mentions.ts';
import { hostileTexts, msFor } from './numbers-hostile.ts';

const brief = (text: string) => names(text).map(({ text: name, kind }) => `${name}/${kind}`);

describe('names', () => {
  it.each([
    ['the visit of Foreign Minister Ilse Varga to Lima', ['Ilse Varga/person', 'Lima/unknown']],
    ['a talk by Dr. Ivo Brandt, of Côte d’Ivoire', ['Ivo Brandt/person', 'Côte d’Ivoire/country']],
    [
      'fighters of Jama’at Nasr al-Hilal wal-Bahr (JNHB)',
      ['Jama’at Nasr al-Hilal wal-Bahr/person', 'JNHB/acronym'],
    ],
    ['an al-Amana cell in South Sudan', ['al-Amana/unknown', 'South Sudan/country']],
    [
      'the Ministry of Defence and the Bank of England',
      ['Ministry of Defence/organization', 'Bank of England/organization'],
    ],
    ['the Russian and Malian troops', ['Russian/demonym', 'Malian/demonym']],
    ['talks in the U.S. about it', ['U.S./country']],
    ['Peru’s president Marta Osei Lund', ['Peru/country', 'Marta Osei Lund/person']],
    ['with Norwegian Press Secretary Tor Aasen', ['Norwegian/demonym', 'Tor Aasen/person']],
    ['he met J. K. Rowe and Ludwig van Dalen', ['J. K. Rowe/person', 'Ludwig van Dalen/person']],
  ])('reads %j', (text, expected) => {
    expect(brief(text)).toEqual(expected);
  });

  it('takes no capital for a name that only opens a sentence', () => {
    expect(names('Trade fell. However, nobody asked why. Speaking later, they left.')).toEqual([]);
  });

  it('knows a name that opens a sentence by what else the text says', () => {
    expect(names('Varga spoke first. Later, a letter from Varga came.').map(({ start }) => start)).toEqual([
      0, 40,
    ]);
    expect(brief('Varga said no.')).toEqual(['Varga/unknown']);
  });

  it('names neither roles nor days nor months', () => {
    expect(names('On Monday the Prime Minister and the President met in May.')).toEqual([]);
  });

  it('gives nothing for capitals and little for headlines', () => {
    expect(names('ILSE VARGA RESIGNS AS MINISTER')).toEqual([]);
    expect(brief('Family Bars Former Leader From Zambian Funeral Amid Dispute')).toEqual(['Zambian/demonym']);
  });

  it('keeps the title apart', () => {
    expect(names('said Foreign Minister Ilse Varga').map(({ title }) => title)).toEqual(['Foreign Minister']);
    expect(names('said president Ilse Varga').map(({ title }) => title)).toEqual(['president']);
  });

  it('gives spans that hold its text, in order and apart, for any text', () => {
    const pieces = [
      ...['Ilse ', 'Varga', 'the ', 'of ', 'al-', 'Minister ', 'Mali', '’s ', '. ', ', '],
      ...['said ', 'UN ', '(', ')', '\n', 'U.S. ', 'van '],
    ];
    expectApart(names, pieces);
  });

  it.each(hostileTexts())('takes time linear in the text: %j', (unit) => {
    expect(msFor(names, unit)).toBeLessThan(2_000);
  });
});

describe('countryOf', () => {
  it('maps names, demonyms and aliases to one code', () => {
    const codes = ['US', 'U.S.', 'United States', 'the United States', 'American', 'Americans'].map(
      (name) => countryOf(name)?.code,
    );
    expect(new Set(codes)).toEqual(new Set(['US']));
    expect(countryOf('Ivorian')?.code).toBe('CI');
    expect(countryOf('us')).toBeNull();
    expect(countryOf('Varga')).toBeNull();
  });
});

describe('sameName', () => {
  it.each([
    ['Varga', 'Foreign Minister Ilse Varga'],
    ['Sergei Orlov', 'Sergey Orlov'],
    ['I. Varga', 'Ilse Varga'],
    ['Côte d’Ivoire', "Cote d'Ivoire"],
    ['U.S.', 'American'],
    ['UN', 'United Nations'],
    ['JNHB', 'Jama’at Nasr al-Hilal wal-Bahr'],
    ['the Harbour Bank', 'Harbour Bank'],
  ])('holds %j and %j for one', (a, b) => {
    expect([sameName(a, b), sameName(b, a)]).toEqual([true, true]);
  });

  it.each([
    ['Ilse Varga', 'Emil Varga'],
    ['Varga', 'Vargas Lund'],
    ['Mali', 'Malawi'],
    ['Niger', 'Nigeria'],
    ['Putnam', 'Peskow'],
    ['UN', 'Ursula Lund'],
  ])('tells %j from %j', (a, b) => {
    expect([sameName(a, b), sameName(b, a)]).toEqual([false, false]);
  });
});

describe('acronymDefinitions', () => {
  it('finds the long form before the bracket', () => {
    expect([
      ...acronymDefinitions('Troops fought the Union of Free Harbours (UFH) and others (EXTRA).'),
    ]).toEqual([['UFH', 'Union of Free Harbours']]);
  });

  it.each([
    ['Leaders of Russia met.', ['Russia']],
    ['Courses for Mozambican crews began.', ['Mozambican']],
    ['Bank of England rates rose.', ['Bank of England']],
    ['Gulf of Mexico waters rose.', ['Gulf of Mexico']],
  ])('tells a plain word that opens a sentence from a name: %j', (text, expected) => {
    expect(names(text).map((name) => name.text)).toEqual(expected);
  });
});
