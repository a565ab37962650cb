import { describe, expect, it } from 'vitest';
import { goldenNames, parseGolden, readGolden } from './golden.ts';

describe('golden pages', async () => {
  const names = await goldenNames();

  it('finds them', () => {
    expect(names.length).toBeGreaterThanOrEqual(10);
  });

  for (const name of names) {
    it(`reads ${name} as promised`, async () => {
      expect(await parseGolden(name)).toEqual(await readGolden(name));
    });
  }
});
