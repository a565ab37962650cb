import { describe, expect, it } from 'vitest';
import { floorHolds, floorLine, tableLines } from '../../../evals/table.ts';

describe('tableLines', () => {
  it('aligns names left and figures right', () => {
    const lines = tableLines({
      title: 'TIME',
      columns: ['list', 'n', 'nDCG@10'],
      rows: [
        ['terms', 83, 0.7512],
        ['fused', 83, null],
      ],
    });
    expect(lines).toEqual([
      'TIME',
      'list    n  nDCG@10',
      '-----  --  -------',
      'terms  83    0.751',
      'fused  83        –',
    ]);
  });
});

describe('floors', () => {
  it('hold at the floor and break below it', () => {
    const floor = { what: 'TIME nDCG@10', value: 0.77, atLeast: 0.77 };
    expect(floorHolds(floor)).toBe(true);
    expect(floorLine({ ...floor, value: 0.7651 })).toBe('BROKEN TIME nDCG@10: 0.765, at least 0.770');
  });
});
