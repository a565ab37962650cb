import { describe, expect, it } from 'vitest';
import { citeOf, type Document } from '../../../../src/domain/document.ts';
import { names } from '../../../../src/text/names.ts';
import { sentences } from '../../../../src/text/sentences.ts';
import { holdToFacts } from '../../../../src/use-cases/checking/held-facts.ts';
import { statedOf } from '../../../../src/use-cases/checking/stated.ts';
import { compareTokens } from '../../../../src/verification/compare-tokens.ts';

function held(claim: string, text: string, publishedAt: string | null = null) {
  const document: Document = {
    ...{ id: 'd', path: 'd.txt', title: 'D', author: null, publishedAt, url: null, language: 'en' },
    ...{ contentHash: '', access: 'public', text, blocks: [] },
  };
  const read = sentences(text).map((span) => {
    const stems = new Set(compareTokens(text.slice(span.start, span.end)).map(({ stem }) => stem));
    return { ...span, stems };
  });
  const evidence = [citeOf(document, { start: 0, end: text.length })];
  const judgement = { verdict: 'supported', score: 0.7, reasons: [], evidence } as const;
  return holdToFacts(
    judgement,
    statedOf(claim, null, () => 1),
    { document, sentences: read, names: () => names(text) },
  );
}

describe('a claim held to its figures', () => {
  const BOATS =
    'Meanwhile the fishing fleet of the island lost more than 45 boats in the winter storm, its owners say.';

  it.each([
    ['the same figure', 'The fleet lost more than 45 boats in the storm.', BOATS],
    [
      'the figure rounded',
      'Nearly 28 billion crowns were spent on the bridge.',
      'The bridge cost 27.7 billion crowns in all.',
    ],
    [
      'a bare figure',
      'The wait is six weeks, down from eleven.',
      'It is six weeks now, down from eleven weeks.',
    ],
    ['a small count', 'The two fleets lost more than 45 boats in the storm.', BOATS],
    ['a coarser day', 'The fleet lost 45 boats in May 2026.', 'On 3 May 2026 the fleet lost 45 boats.'],
    [
      'the day it came out',
      'The fleet lost 45 boats, it was said on 3 May 2026.',
      'The fleet lost 45 boats.',
    ],
    ['no figure at all', 'The fleet lost boats in the storm.', BOATS],
  ])('stays supported for %s', (_, claim, text) => {
    expect(held(claim, text, '2026-05-03').verdict).toBe('supported');
  });

  it.each([
    [
      'another count of the same',
      'The fleet lost more than 54 boats in the storm.',
      BOATS,
      'draft: 54 boats; source: 45 boats (D)',
    ],
    [
      'the opposite',
      'The fishing fleet decided to stay in the harbour.',
      'The fishing fleet made the decision to leave the harbour.',
      'draft: stay; source: leave (D)',
    ],
    [
      'another designation',
      'The air force bought Su-35 jets from the maker.',
      'The air force recently bought Su-57 jets from the maker.',
      'draft: Su-35; source: Su-57 (D)',
    ],
    [
      'another year',
      'The fishing fleet has been out since May 2019.',
      'The fishing fleet, which has long been out, went out in May 2021.',
      'draft: May 2019; source: May 2021 (D)',
    ],
  ])('is contradicted by %s', (_, claim, text, words) => {
    expect(held(claim, text)).toMatchObject({ verdict: 'contradicted', reasons: [{ words }] });
  });

  it.each([
    [
      'a name that the article does not have',
      'The fishing fleet of South Harbour lost boats in the storm.',
      'The fishing fleet of the harbour in the south lost boats in the storm.',
    ],
    ['a figure that nothing counts otherwise', 'The fleet lost 45 boats and 300 nets in the storm.', BOATS],
    [
      'money that a sentence on another matter names',
      'Repairs to the pier will take 45 million crowns.',
      `${BOATS} A new school cost 30 million crowns.`,
    ],
    [
      'two counts to choose from',
      'The fleet lost 54 boats in the storm.',
      'The fleet lost 45 boats in the storm and sold 20 boats after it.',
    ],
  ])('is partly supported for %s', (_, claim, text) => {
    expect(held(claim, text)).toMatchObject({
      verdict: 'partially-supported',
      reasons: [{ code: 'missing-detail' }],
    });
  });
});
