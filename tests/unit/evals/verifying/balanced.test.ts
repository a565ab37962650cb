import { describe, expect, it } from 'vitest';
import { areaUnderCurve, balancedAccuracy, bestThreshold } from '../../../../evals/verifying/balanced.ts';
import { areaDifference } from '../../../../evals/verifying/bootstrap.ts';
import { statementOf } from '../../../../evals/verifying/statement-of.ts';

const cases = (supported: readonly number[], others: readonly number[]) => [
  ...supported.map((score) => ({ isSupported: true, score })),
  ...others.map((score) => ({ isSupported: false, score })),
];

describe('balancedAccuracy', () => {
  it('counts both labels alike, whatever their number', () => {
    expect(balancedAccuracy(cases([0.9, 0.6, 0.5, 0.4], [0.1]), 0.5)).toBe(0.875);
    expect(balancedAccuracy(cases([1, 1], [1, 1]), 0.5)).toBe(0.5);
  });

  it('is highest at the best threshold', () => {
    const some = cases([0.3, 0.4, 0.9], [0.1, 0.2, 0.35]);
    const best = balancedAccuracy(some, bestThreshold(some));
    for (const { score } of some) expect(best).toBeGreaterThanOrEqual(balancedAccuracy(some, score));
  });
});

describe('areaUnderCurve', () => {
  it('is the share of pairs in the right order, ties half', () => {
    const some = cases([0.9, 0.5, 0.4], [0.5, 0.1]);
    const pairs = [0.9, 0.5, 0.4].flatMap((a) => [0.5, 0.1].map((b) => (a > b ? 1 : a === b ? 0.5 : 0)));
    const expected = pairs.reduce((sum: number, one) => sum + one, 0) / pairs.length;
    expect(areaUnderCurve(some)).toBeCloseTo(expected, 12);
  });

  it('is a half where one label is missing', () => {
    expect(areaUnderCurve(cases([0.2], []))).toBe(0.5);
  });
});

describe('areaDifference', () => {
  const better = Array.from({ length: 60 }, (_, n) => ({
    isSupported: n % 2 === 0,
    ours: (n % 2 === 0 ? 1 : 0) + (n % 7) / 10,
    theirs: (n * 7) % 11,
  }));

  it('lies above 0 for a checker that is plainly better, and is the same for the same seed', () => {
    const interval = areaDifference(better, 1);
    expect(interval.low).toBeGreaterThan(0);
    expect(areaDifference(better, 1)).toEqual(interval);
  });

  it('holds 0 for a checker beside itself', () => {
    const same = better.map((one) => ({ ...one, theirs: one.ours }));
    expect(areaDifference(same, 1)).toEqual({ low: 0, high: 0 });
  });
});

describe('statementOf', () => {
  it.each([
    ['Who won the cup in 1974?', 'Ann Lee', 'Ann Lee won the cup in 1974.'],
    ['When did the club win the title?', '1974', 'The club win the title in 1974.'],
    ['Where is the Lund bridge?', 'in Scania', 'The Lund bridge is in Scania.'],
    ['Why did he leave?', 'rain', null],
  ])('makes %j with %j a statement', (question, answer, statement) => {
    expect(statementOf(question, answer)).toBe(statement);
  });
});
