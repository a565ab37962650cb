import { describe, expect, it } from 'vitest';
import { isRetelling, statementsOf } from '../../../src/retrieval/retelling.ts';

const retells = (story: string, ...others: string[]) =>
  isRetelling(
    statementsOf(story),
    others.flatMap((text) => statementsOf(text)),
  );

const REPORT =
  'The mayor, Ann Lee, opened the harbour bridge again on Monday. Its repair took eleven weeks and cost 41.6 million crowns. Lorries must wait until the end of May.';

describe('isRetelling', () => {
  it.each([
    ['the same words', REPORT],
    [
      'the same in another order',
      REPORT.split(/(?<=\.) /)
        .reverse()
        .join(' '),
    ],
    ['a part of it', 'Lorries must wait until the end of May.'],
    [
      'most of its words',
      'On Monday Mayor Ann Lee opened the bridge again. The repair cost 41.6 million crowns.',
    ],
    ['a headline and a byline beside it', `Bridge opens\n\nBy Tom Oak, Coast Wire\n\n${REPORT}`],
    ['other case', REPORT.toUpperCase()],
  ])('holds for %s', (_, story) => {
    expect(retells(story, REPORT)).toBe(true);
  });

  it.each([
    ['another figure', REPORT.replace('41.6', '46.1')],
    ['a negation', REPORT.replace('must wait', 'need not wait')],
    ['another name', REPORT.replace('Ann Lee', 'Tom Oak')],
    ['a new fact', `${REPORT} Divers had found cracks in both bearings.`],
    ['another story', 'Herring quota talks entered their third week without a deal.'],
    ['no words', '…'],
  ])('fails for %s', (_, story) => {
    expect(retells(story, REPORT)).toBe(false);
  });

  it('takes several texts together', () => {
    const [first = '', ...rest] = REPORT.split(/(?<=\.) /);
    expect(retells(REPORT, first)).toBe(false);
    expect(retells(REPORT, first, rest.join(' '))).toBe(true);
  });
});
