import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/answering/reading.ts';
import { rivalValues } from '../../../src/answering/rival-values.ts';

const rivals = (ours: string, theirs: string) => {
  const found = rivalValues(readText(ours), readText(theirs));
  return found === null ? null : [found.about, found.ours, found.theirs];
};

const FERRY = 'The ferry that ran aground off Gannet Point carried 54 people, the coastguard said.';
const REPAIR =
  'The repair of the harbour bridge cost 41.6 million crowns, 3.2 million more than the council had set aside.';

describe('rivalValues', () => {
  it.each([
    ['a count', FERRY, FERRY.replace('54', '45'), ['people', '54 people', '45 people']],
    [
      'a count in other words around it',
      FERRY,
      'Coastguards said on Sunday that 45 people were on the ferry which ran aground in fog off Gannet Point.',
      ['people', '54 people', '45 people'],
    ],
    [
      'one of two sums',
      REPAIR,
      'Repairs to the harbour bridge cost 46.1 million crowns, 3.2 million above what the council had set aside.',
      ['crowns', '41.6 million crowns', '46.1 million crowns'],
    ],
    [
      'a day',
      'The hall opened on 3 May 1904 with a concert by the miners of Tarn Quay.',
      'The hall opened on 4 May 1904 with a concert by the miners of Tarn Quay.',
      ['date', '3 May 1904', '4 May 1904'],
    ],
    [
      'an age',
      'Gus Petrakis, 81, a retired sailmaker from Tarn Quay, designed the whale of this year.',
      'Gus Petrakis, 71, a retired sailmaker from Tarn Quay, designed the whale of this year.',
      ['figure', '81', '71'],
    ],
    [
      'a share',
      'Unemployment in the port towns of the Sound rose to 7.5 percent in March.',
      'Unemployment in the port towns of the Sound rose to 9.5 percent in March.',
      ['figure', '7.5 percent', '9.5 percent'],
    ],
  ])('sees %s that differs', (_, ours, theirs, expected) => {
    expect(rivals(ours, theirs)).toEqual(expected);
  });

  it.each([
    ['the same', FERRY, FERRY],
    [
      'one score',
      'Port Merrow won the match against Tarn Quay 3-1 on Saturday.',
      'On Saturday Port Merrow won 3-1 in the match against Tarn Quay.',
    ],
    ['a hedge', FERRY, FERRY.replace('54', 'more than 50')],
    ['a rounding', REPAIR, REPAIR.replace('41.6', '42')],
    ['figures of different things', FERRY, FERRY.replace('54 people', '12 lorries')],
    [
      'figures of two days',
      `${FERRY} On 3 May.`.replace('. On 3 May.', ' on 3 May.'),
      FERRY.replace('54', '45').replace(' said.', ' said on 9 June.'),
    ],
    [
      'figures of two years',
      'In 2024 trade between Russia and African states came to 27.7 billion dollars.',
      'In 2023 trade between Russia and African states came to 24.5 billion dollars.',
    ],
    [
      'two statements with one noun',
      'The ferry carried 45 people from Port Merrow to Sula Island.',
      'Nine people were treated for cold and bruises at the harbour.',
    ],
    ['no figure on one side', FERRY, FERRY.replace('54 people', 'people')],
  ])('sees none in %s', (_, ours, theirs) => {
    expect(rivals(ours, theirs)).toBeNull();
  });
});
