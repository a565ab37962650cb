import { describe, expect, it } from 'vitest';
import { StoryFinder } from '../../../src/retrieval/stories.ts';

const BRIDGE = [
  'The harbour bridge opened again on Monday after eleven weeks of repairs that cost more than planned.',
  'Engineers had replaced both bearings and half of the deck, working through the nights of the winter.',
  'The mayor, Ann Lee, thanked the crews and asked lorry drivers for patience until the end of May.',
  'A second inspection is planned for the autumn, when the river is low and divers can see the piers.',
  'Shopkeepers on the eastern quay say that the closure took a fifth of their sales since January.',
  'The council will decide in June whether the ferry that stood in for the bridge keeps running.',
];
const HERRING = [
  'Talks about the herring quota entered their third week without a deal between the two coasts.',
  'Fishers in the north want to land four tonnes a day, twice what the ministry has offered them.',
  'A marine biologist, Rolf Brandt, warned that the stock has halved since the turn of the century.',
  'The minister promised a decision before the boats go out again at the end of the month.',
];
const FURNITURE = [
  'Sign up for our newsletter and get the best of the coast in your inbox every morning for free.',
  'We use cookies to make this site better, and you can change your settings whenever you want to.',
];

async function stories(texts: Readonly<Record<string, readonly string[]>>) {
  const finder = new StoryFinder();
  for (const [documentId, sentences] of Object.entries(texts)) {
    finder.add({ documentId, text: sentences.join(' '), vectors: [] });
  }
  return finder.find();
}

describe('StoryFinder', () => {
  it('finds copies, whatever their order, case and cut', async () => {
    expect(
      await stories({
        d1: BRIDGE,
        d2: BRIDGE,
        d3: BRIDGE.toReversed(),
        d4: BRIDGE.slice(0, 3),
        d5: BRIDGE.map((sentence) => sentence.toUpperCase()),
        d6: HERRING,
      }),
    ).toEqual([['d1', 'd2', 'd3', 'd4', 'd5']]);
  });

  it('finds an agency report that was reworded and given sentences of its own', async () => {
    const reworded = BRIDGE.map((sentence) =>
      sentence.replace('opened again', 'reopened').replace('thanked', 'praised').replace('until', 'till'),
    );
    const own = [
      'Our reporter walked across with a group of pupils.',
      'It rained, and no one seemed to mind it much.',
    ];
    expect(await stories({ d1: BRIDGE, d2: [...own, ...reworded.slice(0, 5)], d3: HERRING })).toEqual([
      ['d1', 'd2'],
    ]);
  });

  it('keeps another report of the event apart that shares a quotation and tells its own facts', async () => {
    const other = [
      BRIDGE[2] ?? '',
      'Traffic rolled over the Merrow crossing for the first time since the accident of last year.',
      'A lawsuit against the builder of the deck, Nordbau, is still open; the city asks for nine million.',
      'Bus lines four and nine return to the old timetable, and the ring road loses its third lane.',
    ];
    expect(await stories({ d1: BRIDGE, d2: other })).toEqual([]);
  });

  it('takes shared furniture for no story', async () => {
    expect(await stories({ d1: [...BRIDGE, ...FURNITURE], d2: [...HERRING, ...FURNITURE] })).toEqual([]);
    const many = Array.from({ length: 30 }, (_, at) => {
      const own = Array.from({ length: 12 }, (__, word) => `word${at}x${word}`).join(' ');
      return [`n${String(at).padStart(2, '0')}`, [`${own}.`, ...FURNITURE]] as const;
    });
    expect(await stories(Object.fromEntries(many))).toEqual([]);
  });

  it('sees a copy that gives one other figure as the same story', async () => {
    expect(
      await stories({ d1: BRIDGE, d2: BRIDGE.map((sentence) => sentence.replace('eleven', 'nine')) }),
    ).toEqual([['d1', 'd2']]);
  });

  it('gives one order whatever that of adding, and finds nothing in nothing', async () => {
    expect(await stories({ d9: HERRING, d3: BRIDGE, d1: BRIDGE, d2: HERRING })).toEqual([
      ['d1', 'd3'],
      ['d2', 'd9'],
    ]);
    expect(await stories({ d1: ['…'], d2: ['…'] })).toEqual([]);
    expect(await stories({})).toEqual([]);
  });

  it('hears a stop while it works', async () => {
    const finder = new StoryFinder();
    finder.add({ documentId: 'd1', text: BRIDGE.join(' '), vectors: [] });
    await expect(finder.find(() => Promise.reject(new Error('stopped')))).rejects.toThrow('stopped');
  });
});
