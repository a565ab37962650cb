import { describe, expect, it } from 'vitest';
import { candidateSentences } from '../../../src/answering/candidates.ts';
import { article, passageOf } from './article.ts';

const document = article([
  ['heading', 'Harbour news'],
  ['paragraph', 'The bridge opened on Monday. Lorries stay banned until May.'],
  ['paragraph', 'The plan has two parts:'],
  ['list-item', '• Load sensors: they will weigh every lorry.'],
  ['table-row', 'Lane A 40 tonnes and Lane B 26 tonnes'],
  ['paragraph', 'Short.'],
  ['paragraph', 'A line\nbroken in two by its source.'],
]);
const documents = new Map([[document.id, document]]);
const texts = (...ranges: readonly (readonly [number, number])[]) =>
  candidateSentences(
    ranges.map(([start, end], index) => passageOf(document, { start, end }, index + 1)),
    documents,
  );

describe('candidateSentences', () => {
  it('takes whole sentences and list items, never headings, table rows or scraps', () => {
    expect(texts([0, document.text.length]).map(({ text }) => text)).toEqual([
      'The bridge opened on Monday.',
      'Lorries stay banned until May.',
      'The plan has two parts:',
      'Load sensors: they will weigh every lorry.',
      'broken in two by its source.',
    ]);
  });

  it('names the exact characters of the document', () => {
    for (const { span, text } of texts([0, document.text.length])) {
      expect(document.text.slice(span.start, span.end)).toBe(text);
    }
  });

  it('gives a sentence of two passages once, with the better passage', () => {
    const found = texts([0, 60], [14, document.text.length]);
    const lorries = found.filter(({ text }) => text.startsWith('Lorries'));
    expect(lorries.map(({ passage }) => passage.rank)).toEqual([1]);
  });

  it('reads a list item with the line that leads into it', () => {
    const item = texts([0, document.text.length]).find(({ kind }) => kind === 'list-item');
    expect(item?.around.some((reading) => reading.text === 'The plan has two parts:')).toBe(true);
    expect(item?.titles.text).toContain('Harbour news');
  });

  it.each([
    ['CAIRO, 8 May 2025 - The court sat on Monday.', 'The court sat on Monday.'],
    ['PORT SAID (Agency) — The court sat on Monday.', 'The court sat on Monday.'],
    ['NATO - the alliance - met on Monday.', 'NATO - the alliance - met on Monday.'],
    ['The court sat - at last - on Monday.', 'The court sat - at last - on Monday.'],
  ])('leaves a dateline out: %s', (text, cited) => {
    const filed = article([['paragraph', text]]);
    const passage = passageOf(filed, { start: 0, end: text.length }, 1);
    expect(candidateSentences([passage], new Map([[filed.id, filed]])).map((one) => one.text)).toEqual([
      cited,
    ]);
  });

  it('skips passages of documents that are gone', () => {
    expect(candidateSentences([passageOf(document, { start: 0, end: 9 }, 1)], new Map())).toEqual([]);
  });
});

describe('candidateSentences of a long document', () => {
  it('reads no more than what stands near the passages', () => {
    const filler = Array.from(
      { length: 4_000 },
      (_, index) => `Sentence number ${index} of the report is here.`,
    );
    const long = article([
      ['paragraph', filler.join(' ')],
      ['paragraph', 'The bridge opened on Monday.'],
    ]);
    const start = long.text.indexOf('Sentence number 2000');
    const passage = passageOf(long, { start, end: start + 80 }, 1);
    const found = candidateSentences([passage], new Map([[long.id, long]]));
    expect(found.map(({ text }) => text)).toEqual([filler[2_000], filler[2_001]]);
    expect(found[0]?.around.map(({ text }) => text)).toEqual([filler[1_999], filler[2_001]]);
  });
});
