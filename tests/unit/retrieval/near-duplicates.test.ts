import { describe, expect, it } from 'vitest';
import { foldNearDuplicates } from '../../../src/retrieval/near-duplicates.ts';

const STORY = [
  'The harbour bridge opened again on Monday after eleven weeks of repairs that cost more than planned.',
  'Engineers had replaced both bearings and half of the deck, working through the nights.',
  'The mayor thanked the crews and asked lorry drivers for patience until the end of May.',
  'A second inspection is planned for the autumn, when the river is low.',
];
const story = (from: number, to: number) => STORY.slice(from, to).join(' ');
const passage = (documentId: string, text: string) => ({ documentId, text });

function fold(...passages: { documentId: string; text: string }[]): [string, string[]][] {
  return foldNearDuplicates(passages).map(({ passage: kept, duplicates }) => [
    kept.documentId,
    duplicates.map((copy) => copy.documentId),
  ]);
}

describe('foldNearDuplicates', () => {
  it('folds a copy into the better one, whatever its case and punctuation', () => {
    const shouted = story(0, 4).toUpperCase().replaceAll(',', ' —');
    expect(fold(passage('a', story(0, 4)), passage('b', shouted))).toEqual([['a', ['b']]]);
  });

  it('folds a reprint with a few other words', () => {
    const reprint = story(0, 4).replace('thanked the crews', 'thanked the workers');
    expect(fold(passage('a', story(0, 4)), passage('b', reprint))).toEqual([['a', ['b']]]);
  });

  it('gives the place to a later one that tells more', () => {
    const fuller = `${story(0, 4)} Divers had found cracks in both bearings, and the council had to borrow.`;
    expect(fold(passage('a', story(0, 4)), passage('x', 'Rain.'), passage('b', fuller))).toEqual([
      ['b', ['a']],
      ['x', []],
    ]);
  });

  it('keeps an update that repeats the background and tells something new', () => {
    const background = story(0, 2);
    const first = `${background} The council meets on Friday to hear why the repairs took so long.`;
    const update = `${background} The council voted on Friday to sue the builder of the deck for damages.`;
    expect(fold(passage('a', first), passage('b', update))).toHaveLength(2);
  });

  it('keeps another report of the same thing', () => {
    const other =
      'After eleven weeks the bridge over the harbour is open again. It cost more than the city had planned, said the mayor, who thanked everyone.';
    expect(fold(passage('a', story(0, 4)), passage('b', other))).toEqual([
      ['a', []],
      ['b', []],
    ]);
  });

  it('keeps neighbours of one document that share a sentence', () => {
    expect(fold(passage('a', story(0, 2)), passage('a', story(0, 2)))).toHaveLength(2);
  });

  it('folds a copy that lies across two passages of one document', () => {
    expect(fold(passage('a', story(0, 2)), passage('a', story(2, 4)), passage('b', story(1, 3)))).toEqual([
      ['a', []],
      // The one that it shares most with.
      ['a', ['b']],
    ]);
  });

  it('keeps a copy that gives another figure', () => {
    const first = `${story(0, 4)} The repair cost 41.6 million crowns in all.`;
    const corrected = first.replace('41.6', '46.1');
    expect(fold(passage('a', first), passage('b', corrected))).toEqual([
      ['a', []],
      ['b', []],
    ]);
  });

  it('folds any number of copies into one', () => {
    const copies = ['a', 'b', 'c', 'd'].map((id) => passage(id, story(0, 4)));
    expect(fold(...copies)).toEqual([['a', ['b', 'c', 'd']]]);
  });

  it('leaves texts of a few words alone unless they are equal, and wordless ones always', () => {
    expect(fold(passage('a', 'Photo: AP'), passage('b', 'Photo: AP'))).toEqual([['a', ['b']]]);
    expect(fold(passage('a', 'Photo: AP'), passage('b', 'Photo: Reuters'))).toHaveLength(2);
    expect(fold(passage('a', '—'), passage('b', '—'))).toHaveLength(2);
    expect(fold()).toEqual([]);
  });
});
