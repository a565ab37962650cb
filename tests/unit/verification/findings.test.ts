import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../../src/verification/findings.ts';
import { factsOf } from '../../../src/verification/statement.ts';

const SOURCE =
  'Mayor Ilse Varga said on Monday that 54 aircraft and 12 tanks left the port of Lund in December 2021, and that prices rose sharply.';

function findings(claim: string, source = SOURCE) {
  return findingsOf(factsOf(claim), factsOf(source)).map(({ code, draft, source: there }) => [
    code,
    claim.slice(draft.start, draft.end),
    source.slice(there.start, there.end),
  ]);
}

describe('findingsOf', () => {
  it.each([
    ['54 aircraft', '45 aircraft', 'number-mismatch'],
    ['12 tanks', 'two tanks', 'number-mismatch'],
    ['Monday', 'Tuesday', 'date-mismatch'],
    ['December 2021', 'December 2019', 'date-mismatch'],
    ['Ilse Varga', 'Emil Aas', 'name-mismatch'],
  ])('finds %s made %s', (from, to, code) => {
    expect(findings(SOURCE.replace(from, to))).toEqual([[code, to, from]]);
  });

  it.each([
    ['prices rose', 'prices fell', 'prices fell sharply', 'prices rose sharply'],
    ['left the port', 'never left the port', 'tanks never left', 'tanks left'],
  ])('finds a turned meaning: %s made %s', (from, to, draft, source) => {
    expect(findings(SOURCE.replace(from, to))).toEqual([['negation-mismatch', draft, source]]);
  });

  it.each([
    [
      'The new kilns are to increase the town’s need of imported clay.',
      'They set up new kilns in the town to spur the trade while reducing its need of imported clay.',
      ['negation-mismatch', 'to increase the', 'while reducing its'],
    ],
    [
      'The islands have drawn closer to Lund, the old harbour town.',
      'The islands have moved away from the old harbour town of Lund since the spring.',
      ['negation-mismatch', 'have drawn closer to Lund, the', 'have moved away from the'],
    ],
    [
      'The plan may lead the islands to scale back their ferry service in winter.',
      'The plan may move the islands to offer increased ferry service in winter.',
      ['negation-mismatch', 'to scale back their ferry', 'to offer increased ferry'],
    ],
  ])(
    'finds what is done to one thing turned round, however it is built: %j beside %j',
    (claim, source, one) => {
      expect(findings(claim, source)).toEqual([one]);
    },
  );

  it.each([
    [
      'The lab that Emil Aas leads is based in Tunisia.',
      'The Morocco-based lab that Emil Aas leads has twelve people.',
      ['name-mismatch', 'Tunisia', 'Morocco'],
    ],
    [
      'The Harbour League, a group of rowers, is linked to the Lund Club.',
      'The Varga-linked Harbour League met the Lund Club.',
      ['name-mismatch', 'Lund Club', 'Varga'],
    ],
  ])('finds another name in a relation that the source joins to it: %j beside %j', (claim, source, one) => {
    expect(findings(claim, source)).toEqual([one]);
  });

  it.each([
    [
      'Norway has pledged to supply Estonia with lifeboats.',
      'The deal brings Estonia’s pledge to supply Norway with lifeboats.',
      ['name-mismatch', 'Norway', 'Estonia'],
    ],
    [
      'The plan was signed by President Emil Aas.',
      'It follows the plan signed by Prime Minister Ivo Brandt in May.',
      ['name-mismatch', 'Emil Aas', 'Ivo Brandt'],
    ],
    [
      'The two sides agreed after talks between their finance ministers.',
      'An accord was reached following a meeting of their foreign ministers.',
      ['name-mismatch', 'finance ministers', 'foreign ministers'],
    ],
    [
      'The ships reached the harbour in early May.',
      'Photographs show ships that reached the harbour in late May.',
      ['date-mismatch', 'early May', 'late May'],
    ],
  ])(
    'finds who did it to whom, whose office and which part of a month: %j beside %j',
    (claim, source, one) => {
      expect(findings(claim, source)).toContainEqual(one);
    },
  );

  it.each([
    ['Lund meets Oslo in the final.', 'On Sunday Oslo meets Lund.'],
    ['Emil Aas is the president of the Lund Club.', 'Said Lund Club president Emil Aas: good.'],
    ['The ferry was sold by Lund to Oslo.', 'Lund sold Oslo the ferry.'],
    ['The ships came in May.', 'The ships came in late May.'],
    ['The foreign ministers met.', 'The foreign ministers and the finance ministers met.'],
    ['The lab is based in Morocco.', 'The Morocco-based lab has twelve people.'],
    ['The lab is based in Rabat.', 'The Morocco-based lab has twelve people.'],
    ['The paper is based in Tunisia.', 'The Morocco-based lab spoke to the paper.'],
  ])('leaves what is the same, mutual or of something else: %j beside %j', (claim, source) => {
    expect(findings(claim, source)).toEqual([]);
  });

  it.each([
    ['No, you can cross the bridge at night.', 'You can cross the bridge at night.'],
    [
      'The store will not sell its own brand of lamps.',
      'The store will stop selling its own brand of lamps.',
    ],
    ['If the bridge is not open by noon, call us.', 'If the bridge is open by noon, call us.'],
    ['The navy added two ships this year.', 'Cutting-edge gear: the navy took in two ships this year.'],
  ])(
    'takes an answer, an ending, a condition or a part of a joined word for no opposite: %j beside %j',
    (claim, source) => {
      expect(findings(claim, source)).toEqual([]);
    },
  );

  it('finds it in the one clause that a claim takes over', () => {
    expect(findings('In all, 54 aircraft and 12 tanks left the port of Lund in December 2019.')).toEqual([
      ['date-mismatch', 'December 2019', 'December 2021'],
    ]);
  });

  it.each([
    SOURCE,
    'On Monday, Mayor Varga said that 12 tanks and 54 aircraft left Lund.',
    'Fifty-four aircraft left the port of Lund.',
    'Prices rose sharply, Ilse Varga told reporters.',
    'It rained on Tuesday, and 45 people came.',
  ])('finds nothing in %j', (claim) => {
    expect(findings(claim)).toEqual([]);
  });

  it.each([
    ['Norway pledged $90 million in aid.', 'Varga pledged $90 million in aid during a visit.'],
    ['Tim Aas is a painter from Lund.', 'Timothy Simon Aas is a painter from Lund.'],
    ['Emil Aas studied at the Lund school.', 'Aas studied under Ivo Brandt at the Lund school.'],
    ['The win left Hibernia level on points.', 'The win left Hibs level on points with us.'],
    ['Its ships now span 27 nations in all.', 'Its ships now span about 7.5 million square miles in all.'],
    ['No. 8 beat Ilse Varga 6-3 6-4.', '8 beat Ilse Varga 6-3 6-4 in Lund.'],
    ['He lost 30lbs for the film.', 'He lost 30 pounds for the film.'],
    ['More than 3,000 people came to the fair.', 'More than 3, 000 people came to the fair.'],
  ])('accuses nobody: %j beside %j', (claim, source) => {
    expect(findings(claim, source)).toEqual([]);
  });

  it('leaves a meaning that turns twice alone', () => {
    const source = 'The council of Lund rejected the plan for a bridge.';
    expect(findings('The council of Lund did not accept the plan for a bridge.', source)).toEqual([]);
    expect(findings('The council of Lund accepted the plan for a bridge.', source)).toHaveLength(1);
    expect(findings("The council of Lund didn't reject the plan for a bridge.", source)).toHaveLength(1);
  });

  it('lets one day of the source answer for one of the claim', () => {
    const source = 'Shares rose on Thursday ahead of Friday’s figures.';
    expect(findings('Shares rose on Thursday ahead of Thursday’s figures.', source)).toEqual([
      ['date-mismatch', 'Thursday', 'Friday'],
    ]);
  });
});
