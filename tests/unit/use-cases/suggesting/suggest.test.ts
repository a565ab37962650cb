import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../../src/domain/answer.ts';
import { citeOf, type Document } from '../../../../src/domain/document.ts';
import type { OpenIndex } from '../../../../src/ports/index-store.ts';
import { suggest } from '../../../../src/use-cases/suggesting/suggest.ts';

const never = () => Promise.reject(new Error('Not asked for here.'));

function documentOf(number: number, text: string): Document {
  return {
    ...{
      id: `d${number}`,
      path: `${number}.txt`,
      title: `Report ${number}`,
      author: null,
      url: null,
      language: null,
    },
    ...{ publishedAt: `2026-05-${10 + number}`, contentHash: '0', access: 'public' as const, text },
    blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
  };
}

/** Documents, those of one list telling one story. */
function indexOf(stories: readonly (readonly Document[])[]): OpenIndex {
  const documents = stories.flat();
  return {
    manifest: {
      formatVersion: 2,
      fingerprint: '',
      madeWith: { model: '', dimensions: 1, splitter: '' },
      builtAt: '',
      documentCount: 0,
      passageCount: 0,
    },
    vectors: { query: never, vectors: never },
    terms: { query: never, inverseDocumentFrequency: () => 0 },
    passages: {
      document: async (id) => documents.find((one) => one.id === id) ?? null,
      passages: never,
      passagesOf: never,
      listDocuments: async () =>
        documents.map(({ text: _, blocks: __, ...rest }) => ({ ...rest, passageCount: 1 })),
      storyOf: async (id) =>
        stories.find((story) => story.some((one) => one.id === id))?.map((one) => one.id) ?? [],
      listStories: never,
    },
  };
}

const TOWN = [
  'Arden',
  'Borle',
  'Calder',
  'Dunmore',
  'Elsing',
  'Farrow',
  'Garrick',
  'Holm',
  'Ister',
  'Jarrow',
];
const opened = (number: number) => `The ${TOWN[number]} Bridge was opened on 4 May 1931.`;
const planted = (number: number) => `The ${TOWN[number]} council has planted 400 trees.`;

/** Suggestions where the desk cites what `cited` says, nothing for null. */
async function suggested(
  stories: readonly (readonly Document[])[],
  cited: (question: string) => Document | null,
) {
  const asked: string[] = [];
  const ask = async (question: string) => {
    asked.push(question);
    const source = cited(question);
    const claim = { start: 0, end: 1, text: 'x', verdict: 'supported' as const, alsoReportedBy: [] };
    const claims =
      source === null
        ? []
        : [{ ...claim, citations: [citeOf(source, { start: 0, end: source.text.length })] }];
    const answer: Answer = {
      status: source === null ? 'abstained' : 'answered',
      question,
      text: '',
      claims,
      conflicts: [],
      nearest: [],
    };
    return { type: 'answer-finished' as const, answer };
  };
  const questions: string[] = [];
  for await (const question of suggest({ index: indexOf(stories), ask })) questions.push(question);
  return { questions, asked };
}

const about = (documents: readonly Document[]) => (question: string) =>
  documents.find((one) => TOWN.some((town) => question.includes(town) && one.text.includes(town))) ?? null;

describe('suggest', () => {
  it('takes one a story, the newest first, of several kinds, six at most', async () => {
    const documents = TOWN.map((_, number) => documentOf(number, `${opened(number)} ${planted(number)}`));
    const { questions } = await suggested(
      documents.map((one) => [one]),
      about(documents),
    );
    expect(questions).toEqual([
      'When was the Jarrow Bridge opened?',
      'How many trees has the Ister council planted?',
      'When was the Holm Bridge opened?',
      'How many trees has the Garrick council planted?',
      'When was the Farrow Bridge opened?',
      'How many trees has the Elsing council planted?',
    ]);
  });

  it('takes a second one of a story where there are few stories', async () => {
    const documents = [documentOf(0, `${opened(0)} ${planted(0)}`), documentOf(1, opened(0))];
    const { questions } = await suggested([documents], () => documents[0] ?? null);
    expect(questions).toEqual([]);
    const one = documents.slice(0, 1);
    expect((await suggested([one], about(one))).questions).toEqual([
      'When was the Arden Bridge opened?',
      'How many trees has the Arden council planted?',
    ]);
  });

  it('takes as many of one story as there is room for, who somebody is last', async () => {
    const text = [
      'Mayor Helen Marsh was not there.',
      opened(0),
      planted(0),
      'The Arden Tower was opened on 3 June 1901.',
      'The Arden Mill was opened on 2 July 1902.',
    ].join(' ');
    const documents = [documentOf(0, text)];
    const { questions } = await suggested([documents], () => documents[0] ?? null);
    expect(questions).toEqual([
      'When was the Arden Bridge opened?',
      'How many trees has the Arden council planted?',
      'When was the Arden Tower opened?',
      'Who is Helen Marsh?',
      'When was the Arden Mill opened?',
    ]);
  });

  it('keeps only what is answered from the document that it was made of', async () => {
    const documents = [documentOf(0, opened(0)), documentOf(1, opened(1)), documentOf(2, opened(2))];
    const [first = null, second = null] = documents;
    const cited = (question: string) =>
      question.includes('Borle') ? second : question.includes('Calder') ? first : null;
    const { questions, asked } = await suggested(
      documents.map((one) => [one]),
      cited,
    );
    expect(asked).toHaveLength(3);
    expect(questions).toEqual(['When was the Borle Bridge opened?']);
  });

  it('stops asking', async () => {
    const documents = Array.from({ length: 60 }, (_, number) =>
      documentOf(number, `${opened(number % 10)} ${planted(number % 10)}`),
    );
    const { questions, asked } = await suggested(
      documents.map((one) => [one]),
      () => null,
    );
    expect(questions).toEqual([]);
    expect(asked).toHaveLength(40);
  });
});
