import { describe, expect, it } from 'vitest';
import { fitChoices, fitEvents } from '../../../../evals/asking/fit-models.ts';
import { randomFrom } from '../../../../evals/asking/random.ts';

const random = randomFrom(7);
const rows = Array.from({ length: 2_000 }, () => [random(), random(), random() * 10]);
const logits = ([a = 0, b = 0, c = 0]: readonly number[]) => 4 * a - 2 * b + 0.3 * c - 2;
const events = rows.map((row) => ({ row, happened: random() < 1 / (1 + Math.exp(-logits(row))), weight: 1 }));

describe('fitEvents', () => {
  it('finds the weights that made the events', () => {
    const { bias, weights } = fitEvents(events, { signs: [0, 0, 0], ridge: 0.01 });
    const [a = 0, b = 0, c = 0] = weights;
    expect(a).toBeCloseTo(4, 0);
    expect(b).toBeCloseTo(-2, 0);
    expect(c).toBeCloseTo(0.3, 1);
    expect(bias).toBeCloseTo(-2, 0);
  });

  it('keeps a weight from the side that its sign forbids', () => {
    const { weights } = fitEvents(events, { signs: [1, 1, 1], ridge: 0.01 });
    expect(weights[1]).toBe(0);
    expect(weights[0]).toBeGreaterThan(3);
  });
});

describe('fitChoices', () => {
  it('finds the weights that made the choices, whatever a choice has in common', () => {
    const choices = Array.from({ length: 800 }, (_, index) => {
      const options = rows
        .slice((index * 2) % 1_900, ((index * 2) % 1_900) + 5)
        .map(([a = 0, b = 0]) => [a, b, index]);
      const powers = options.map(([a = 0, b = 0]) => Math.exp(5 * a - 3 * b));
      let left = random() * powers.reduce((sum, power) => sum + power, 0);
      const picked = powers.findIndex((power) => {
        left -= power;
        return left <= 0;
      });
      return {
        rows: options,
        labels: options.map((_, at) => (at === picked ? (1 as const) : (0 as const))),
        weight: 1,
      };
    });
    const [a = 0, b = 0, common = 0] = fitChoices(choices, { signs: [0, 0, 0], ridge: 0.01 }).weights;
    expect(Math.abs(a - 5)).toBeLessThan(0.8);
    expect(Math.abs(b + 3)).toBeLessThan(0.8);
    expect(common).toBeCloseTo(0, 6);
  });

  it('leaves out rows of unknown label and choices without a choice', () => {
    const known = { rows: [[1], [0]], labels: [1 as const, 0 as const], weight: 1 };
    const unknown = { rows: [[1], [0], [9]], labels: [1 as const, 0 as const, null], weight: 1 };
    const none = { rows: [[5], [0]], labels: [0 as const, 0 as const], weight: 1 };
    const options = { signs: [0 as const], ridge: 1 };
    expect(fitChoices([unknown, none], options)).toEqual(fitChoices([known], options));
  });
});
