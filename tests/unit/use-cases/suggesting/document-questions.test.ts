import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../../../src/domain/document.ts';
import { documentQuestions } from '../../../../src/use-cases/suggesting/document-questions.ts';

function documentOf(text: string, rest: Partial<Document> = {}): Document {
  return {
    ...{
      id: 'd0123456789abcdef',
      path: 'a.txt',
      title: 'A day in Larnport',
      author: null,
      publishedAt: null,
    },
    ...{ url: null, language: null, contentHash: '0', access: 'public' as const, text },
    blocks: [{ kind: 'paragraph' as const, start: 0, end: text.length }],
    ...rest,
  };
}

const asked = (text: string, rest?: Partial<Document>) =>
  documentQuestions(documentOf(text, rest)).map((one) => one.text);

describe('documentQuestions', () => {
  it.each([
    ['The Larn Bridge was opened on 4 May 1931, to the sound of horns.', 'When was the Larn Bridge opened?'],
    ['Fielding Mills closed its plant in Dunmore in 2019.', []],
    ['The Dunmore ferry sank in March 1902 off Gull Rock.', 'When did the Dunmore ferry sink off Gull Rock?'],
    ['More than 1,200 runners from Dunmore finished the race.', []],
    ['More than 1,200 runners finished the Dunmore race.', 'How many runners finished the Dunmore race?'],
    [
      'Police say that 14,000 people watched Saturday’s Harbour Run in Larnport.',
      'How many people watched the Harbour Run in Larnport?',
    ],
    [
      'Storm Edda tore down fences and flooded about 70 cellars in Larnport on Monday.',
      'How many cellars did Storm Edda flood in Larnport?',
    ],
    [
      'The Larnport council has planted 400 trees in Quay Park.',
      'How many trees has the Larnport council planted in Quay Park?',
    ],
    ['Repairs on the Larn Bridge cost $4.2 million.', 'How much did repairs on the Larn Bridge cost?'],
    ['Repairs on the Larn Bridge will cost 9 million crowns.', []],
    ['The Larn Bridge was designed by Margaret Oakes.', 'Who designed the Larn Bridge?'],
    [
      'Dr Helen Marsh, who leads Larnport Hospital, was not there.',
      ['Who leads Larnport Hospital?', 'Who is Helen Marsh?'],
    ],
    ['The Dunmore archive is kept in Gull House.', 'Where is the Dunmore archive kept?'],
    [
      'Mayor Helen Marsh said the sea wall at Gull Rock would hold.',
      ['What did Helen Marsh say about the sea wall at Gull Rock?', 'Who is Helen Marsh?'],
    ],
    [
      '“Nobody who lives here would give up a single acre of Norway,” Helen Marsh said.',
      'What did Helen Marsh say about Norway?',
    ],
  ])('%s', (text, questions) => {
    expect(asked(text)).toEqual([questions].flat());
  });

  it.each([
    'It was opened on 4 May 1931 by Helen Marsh.',
    'The man who opened the Larn Bridge on 4 May 1931 was late.',
    'The company was founded in 1931.',
    'The Larn Bridge was closed on Monday.',
    'When the Larn Bridge opened in 1931, horns sounded.',
    'The Larn Bridge carries 2 of 9 roads.',
    '“The Larn Bridge was opened in 1931,” she said.',
    'THE LARN BRIDGE WAS OPENED IN 1931.',
    'Le pont de Larn a été ouvert en 1931.',
  ])('makes nothing of: %s', (text) => {
    expect(asked(text)).toEqual([]);
  });

  it('knows a thing by its title, and by its full name', () => {
    const rest = { title: 'Larnport opens its new tidal barrier to walkers' };
    expect(asked('The barrier cost $12 million.')).toEqual([]);
    expect(asked('The tidal barrier cost $12 million.', rest)).toEqual([
      'How much did the tidal barrier cost?',
    ]);
    const full = 'Walkers may use the Larn Sound barrier.\n\nThe barrier cost $12 million.';
    const second = full.indexOf('The barrier');
    const blocks = [{ kind: 'paragraph' as const, start: second, end: full.length }];
    expect(documentQuestions(documentOf(full, { blocks }))).toEqual([
      {
        kind: 'how-much',
        text: 'How much did the Larn Sound barrier cost?',
        start: second,
        end: full.length,
      },
    ]);
  });

  it('leaves documents in other languages, and headings, alone', () => {
    const text = 'The Larn Bridge was opened on 4 May 1931.';
    expect(asked(text, { language: 'en-GB' })).toHaveLength(1);
    expect(asked(text, { language: 'fr' })).toEqual([]);
    expect(asked(text, { blocks: [{ kind: 'heading', start: 0, end: text.length }] })).toEqual([]);
  });

  it('takes any text, and time that grows with it', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        for (const { text: question } of documentQuestions(documentOf(text))) expect(question).toMatch(/\?$/);
      }),
    );
    for (const run of ['The ', 'and a ', 'X was “', 'said that ', '1,', 'A-', 'the Larn ']) {
      documentQuestions(documentOf(run.repeat(12_000 / run.length)));
    }
  });
});
