import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BlockKind, Document } from '../../../src/domain/document.ts';
import { type Span, spanContains } from '../../../src/domain/span.ts';
import { embeddingText } from '../../../src/ingest/embedding-text.ts';
import { splitPassages } from '../../../src/ingest/passages.ts';
import { joinBlocks } from '../../../src/ingest/raw-block.ts';
import { sentences } from '../../../src/text/sentences.ts';

type Draft = readonly (readonly [BlockKind, string])[];

function documentOf(blocks: Draft, title = 'A title of five words'): Document {
  return {
    id: 'd0123456789abcdef',
    path: 'a.txt',
    contentHash: '',
    access: 'public',
    title,
    author: null,
    publishedAt: null,
    url: null,
    language: null,
    ...joinBlocks(blocks.map(([kind, text]) => ({ kind, text }))),
  };
}

// A token is three letters of a word or what is left of one: more than words, as with a real tokenizer.
const countTokens = (text: string) =>
  (text.match(/\S+/g) ?? []).reduce((sum, word) => sum + Math.ceil(word.length / 3), 0);

const word = fc.stringMatching(/^[a-z]{1,9}$/);
const sentence = fc.array(word, { minLength: 1, maxLength: 60 }).map((list) => `The ${list.join(' ')}.`);
const block: fc.Arbitrary<readonly [BlockKind, string]> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .array(sentence, { minLength: 1, maxLength: 8 })
      .map((list) => ['paragraph', list.join(' ')] as const),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(word, { minLength: 1, maxLength: 6 })
      .map((list) => ['heading', list.join(' ')] as const),
  },
  {
    weight: 1,
    arbitrary: fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 300 })
      .map((text) => ['list-item', text.trim() || 'x'] as const),
  },
  // Nothing to cut at.
  {
    weight: 1,
    arbitrary: fc.nat(2_000).map((length) => ['paragraph', `x${'ab😀'.repeat(length / 4)}`] as const),
  },
);
const drafts = fc.array(block, { maxLength: 12 });

/** What of a stretch of text no passage holds. */
function uncovered(text: string, { start, end }: Span, passages: readonly Span[]): string {
  const isHeld = (at: number) => passages.some((passage) => passage.start <= at && at < passage.end);
  return [...text.slice(start, end).split('').keys()]
    .filter((offset) => !isHeld(start + offset))
    .map((offset) => text.charAt(start + offset))
    .join('');
}

describe('splitPassages', () => {
  it('holds its promises for any document', () => {
    fc.assert(
      fc.property(drafts, fc.constantFrom(64, 128, 256), (draft, maxTokens) => {
        const document = documentOf(draft);
        const passages = splitPassages(document, { countTokens, maxTokens });
        passages.forEach((passage, ordinal) => {
          expect(passage).toMatchObject({
            id: `${document.id}.${ordinal}`,
            documentId: document.id,
            ordinal,
          });
          expect(passage.start).toBeGreaterThanOrEqual(0);
          expect(passage.end).toBeGreaterThan(passage.start);
          expect(passage.end).toBeLessThanOrEqual(document.text.length);
          const text = document.text.slice(passage.start, passage.end);
          expect(text).toBe(text.trim());
          expect(text.isWellFormed()).toBe(true);
          expect(countTokens(embeddingText(document, passage)) + 2).toBeLessThanOrEqual(maxTokens);
          const before = passages[ordinal - 1];
          if (before !== undefined) {
            // Each goes on past the one before, and neither repeats it whole.
            expect(passage.start).toBeGreaterThan(before.start);
            expect(passage.end).toBeGreaterThan(before.end);
          }
        });
      }),
      { numRuns: 150 },
    );
  });

  it('leaves no sentence out', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const document = documentOf(draft);
        const passages = splitPassages(document, { countTokens, maxTokens: 128 });
        const left = document.blocks
          .filter(({ kind }) => kind !== 'heading')
          .map((span) => uncovered(document.text, span, passages));
        expect(left.join('').trim()).toBe('');
      }),
      { numRuns: 60 },
    );
  });

  it('keeps a sentence that fits whole in a passage', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(sentence, { minLength: 1, maxLength: 8 }), { maxLength: 6 }),
        (paragraphs) => {
          const document = documentOf(paragraphs.map((list) => ['paragraph', list.join(' ')] as const));
          const passages = splitPassages(document, { countTokens, maxTokens: 512 });
          for (const span of sentences(document.text)) {
            expect(passages.some((passage) => spanContains(passage, span))).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  const lines = (from: number, to: number) =>
    Array.from(
      { length: to - from },
      (_, index) => `Sentence number ${from + index} says one more plain thing.`,
    );

  it('says the end of a passage again at the start of the next, in whole sentences', () => {
    const document = documentOf([['paragraph', lines(0, 60).join(' ')]]);
    const [first, second] = splitPassages(document, {
      countTokens,
      maxTokens: 256,
      targetWords: 60,
      overlapWords: 20,
    });
    if (first === undefined || second === undefined) throw new Error('two passages are due');
    const shared = document.text.slice(second.start, first.end);
    expect(sentences(shared)).toHaveLength(2);
    expect(shared.startsWith('Sentence number')).toBe(true);
    expect(shared.endsWith('.')).toBe(true);
  });

  it('shares nothing where no overlap is asked', () => {
    const document = documentOf([['paragraph', lines(0, 60).join(' ')]]);
    const passages = splitPassages(document, {
      countTokens,
      maxTokens: 256,
      targetWords: 60,
      overlapWords: 0,
    });
    passages.slice(1).forEach((passage, index) => {
      expect(passage.start).toBeGreaterThanOrEqual(passages[index]?.end ?? 0);
    });
  });

  it('ends at a heading, which is context of what follows and not its text', () => {
    const document = documentOf([
      ['paragraph', lines(0, 8).join(' ')],
      ['heading', 'What it costs'],
      ['paragraph', lines(8, 16).join(' ')],
    ]);
    const passages = splitPassages(document, { countTokens, maxTokens: 512 });
    expect(passages.map(({ heading }) => heading)).toEqual([null, 'What it costs']);
    expect(passages.map(({ start, end }) => document.text.slice(start, end))).toEqual([
      lines(0, 8).join(' '),
      lines(8, 16).join(' '),
    ]);
  });

  it('goes on over a heading after a section that says too little alone', () => {
    const document = documentOf([
      ['heading', 'Monday'],
      ['paragraph', 'It rained all day.'],
      ['heading', 'Tuesday'],
      ['paragraph', 'The rain went on.'],
    ]);
    const passages = splitPassages(document, { countTokens, maxTokens: 512 });
    expect(passages).toHaveLength(1);
    expect(passages[0]).toMatchObject({ heading: 'Monday' });
    expect(document.text.slice(passages[0]?.start, passages[0]?.end)).toBe(
      'It rained all day.\n\nTuesday\n\nThe rain went on.',
    );
  });

  it('leaves no short rest alone', () => {
    const document = documentOf([['paragraph', [...lines(0, 15), 'The end.'].join(' ')]]);
    const passages = splitPassages(document, { countTokens, maxTokens: 512, targetWords: 120 });
    expect(passages).toHaveLength(1);
    expect(passages[0]?.end).toBe(document.text.length);
  });

  it('cuts a sentence longer than the window after a clause', () => {
    const clause = 'the board heard one more speaker on the matter of the wall';
    const document = documentOf([['paragraph', `${Array.from({ length: 30 }, () => clause).join('; ')}.`]]);
    const passages = splitPassages(document, { countTokens, maxTokens: 128, overlapWords: 0 });
    expect(passages.length).toBeGreaterThan(3);
    for (const { end } of passages.slice(0, -1)) expect(document.text.charAt(end - 1)).toBe(';');
  });

  it('gives none for a document without text', () => {
    expect(splitPassages(documentOf([]), { countTokens, maxTokens: 256 })).toEqual([]);
    expect(splitPassages(documentOf([['heading', 'Alone']]), { countTokens, maxTokens: 256 })).toEqual([]);
  });

  it('counts every sentence once', () => {
    const counted: string[] = [];
    const document = documentOf([['paragraph', lines(0, 40).join(' ')]]);
    splitPassages(document, {
      countTokens: (text) => {
        counted.push(text);
        return countTokens(text);
      },
      maxTokens: 256,
    });
    expect(counted.filter((text) => text.startsWith('Sentence'))).toEqual(lines(0, 40));
  });
});
