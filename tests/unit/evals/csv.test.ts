import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../../evals/collections/csv.ts';

describe('parseCsv', () => {
  it('reads quoted fields with commas, breaks and doubled quotes, and empty ones', () => {
    const text = 'id,claim,end\r\n1,"a, b\nand ""c""",\n2,plain,x\n';
    expect(parseCsv(text)).toEqual([
      { id: '1', claim: 'a, b\nand "c"', end: '' },
      { id: '2', claim: 'plain', end: 'x' },
    ]);
  });

  it('reads a last line without a break', () => {
    expect(parseCsv('a,b\n1,2')).toEqual([{ a: '1', b: '2' }]);
    expect(parseCsv('')).toEqual([]);
  });
});
