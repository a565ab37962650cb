import { describe, expect, it } from 'vitest';
import { compareTokens } from '../../../src/verification/compare-tokens.ts';
import { areOpposed, excludeEachOther, isNegation } from '../../../src/verification/opposed-words.ts';
import { foldSpelling } from '../../../src/verification/spelling.ts';

describe('foldSpelling', () => {
  it.each([
    ['defence', 'defense'],
    ['organised', 'organized'],
    ['neighbouring', 'neighboring'],
    ['travelled', 'traveled'],
    ['programme', 'program'],
    ['labour', 'labor'],
  ])('holds %s and %s for one word', (a, b) => {
    expect(foldSpelling(a)).toBe(foldSpelling(b));
  });

  it.each([
    ['filled', 'filed'],
    ['tour', 'tor'],
    ['rise', 'rising'],
    ['course', 'corse'],
  ])('tells %s from %s', (a, b) => {
    expect(foldSpelling(a)).not.toBe(foldSpelling(b));
  });
});

describe('compareTokens', () => {
  const keys = (text: string) => compareTokens(text).map(({ key }) => key);

  it('folds what says nothing', () => {
    expect(keys('The U.S.—“Café”')).toEqual(['the', 'us', 'cafe']);
    expect(keys('5 percent, $3')).toEqual(['5', '%', '$', '3']);
  });

  it('reads a contraction as two words with their places', () => {
    const text = 'They can’t wait, and won’t.';
    expect(keys(text)).toEqual(['they', 'can', 'not', 'wait', 'and', 'will', 'not']);
    expect(
      compareTokens(text)
        .slice(1, 3)
        .map(({ start, end }) => text.slice(start, end)),
    ).toEqual(['ca', 'n’t']);
  });

  it('reads what a small word turns a verb into', () => {
    expect(keys('They scaled back aid, stepped up patrols and advised against it.')).toEqual(
      'they scaled reduce aid stepped increase patrols and advized not it'.split(' '),
    );
  });

  it('takes "not only" for no denial', () => {
    expect(keys('It is not only old but not safe.').filter(isNegation)).toEqual(['not']);
  });

  it('goes by character where a script has no spaces', () => {
    expect(keys('港口')).toEqual(['港', '口']);
  });
});

describe('areOpposed', () => {
  it.each([
    ['rose', 'fell'],
    ['approved', 'rejected'],
    ['able', 'unable'],
    ['north', 'south'],
    ['praised', 'criticized'],
    ['raised', 'lowered'],
    ['strengthening', 'weakened'],
    ['minimizing', 'increase'],
  ])('%s and %s', (a, b) => {
    // As tokens bring them: the rules for spelling bend "praised" and "raised" too.
    const [one, other] = [foldSpelling(a), foldSpelling(b)];
    expect([areOpposed(one, other), areOpposed(other, one)]).toEqual([true, true]);
  });

  it.each([
    ['rose', 'grew'],
    ['under', 'der'],
    ['bridge', 'lorry'],
  ])('not %s and %s', (a, b) => {
    expect([areOpposed(a, b), areOpposed(b, a)]).toEqual([false, false]);
  });
});

describe('excludeEachOther', () => {
  it("knows the opposites of which both can't be told of one thing", () => {
    expect([excludeEachOther('rose', 'fell'), excludeEachOther('won', 'lost')]).toEqual([true, false]);
  });
});

describe('isNegation', () => {
  it('knows what turns a meaning', () => {
    expect(['not', "didn't", 'never', 'without', 'note', 'bridge'].map(isNegation)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
