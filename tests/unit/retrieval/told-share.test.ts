import { describe, expect, it } from 'vitest';
import { allStatementsOf, statementsOf } from '../../../src/retrieval/retelling.ts';
import { toldShare } from '../../../src/retrieval/told-share.ts';

const REPORT =
  'Ann Lee opened the harbour bridge on Monday. Its repair took eleven weeks and cost 41.6 million crowns.';
const share = (story: string, other: string) => toldShare(statementsOf(story), statementsOf(other));

describe('toldShare', () => {
  it('weighs each sentence by its words', () => {
    expect(share(REPORT, REPORT)).toBe(1);
    expect(share(REPORT, REPORT.split('. ')[0] ?? '')).toBeCloseTo(5 / 13, 1);
    expect(share(REPORT, 'Herring is dear.')).toBe(0);
    expect(share('…', REPORT)).toBe(0);
  });

  it('counts no sentence with another figure or name', () => {
    expect(share(REPORT, REPORT.replace('41.6', '46.1'))).toBeLessThan(0.6);
    expect(share(REPORT, REPORT.replace('Ann Lee', 'Tom Oak'))).toBeLessThan(1);
  });

  it('takes the lines of a calendar as part of a text', () => {
    const calendar = '10 March Interlagos\n\n8 April Curitiba\n\nFollow us on the usual channels.';
    const other = 'The bridge is open. Follow us on the usual channels.';
    expect(toldShare(statementsOf(calendar), statementsOf(other))).toBe(1);
    expect(toldShare(allStatementsOf(calendar), allStatementsOf(other))).toBeLessThan(0.5);
  });
});
