import { describe, expect, it } from 'vitest';
import { groupBonded } from '../../../src/retrieval/group-stories.ts';

const bond = (longer: number, shorter: number) => ({ longer, shorter });

describe('groupBonded', () => {
  it('joins what is bonded, directly or through others', () => {
    expect(groupBonded([bond(4, 1), bond(7, 4), bond(2, 3)])).toEqual([
      [1, 4, 7],
      [2, 3],
    ]);
    expect(groupBonded([])).toEqual([]);
  });

  it('does not make one story of the parts of a digest', () => {
    const digest = [bond(9, 1), bond(9, 2), bond(9, 3)];
    expect(groupBonded(digest)).toEqual([]);
    expect(groupBonded([...digest, bond(1, 4)])).toEqual([[1, 4]]);
  });

  it('takes a text with several versions of one story for no digest', () => {
    expect(groupBonded([bond(9, 1), bond(9, 2), bond(9, 3), bond(1, 2), bond(2, 3), bond(1, 3)])).toEqual([
      [1, 2, 3, 9],
    ]);
  });
});
