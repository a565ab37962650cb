import { describe, expect, it } from 'vitest';
import { findConflicts } from '../../../src/answering/conflicts.ts';
import { analyzeQuestion } from '../../../src/answering/question.ts';
import { toldSentences } from '../../../src/answering/told-sentences.ts';
import type { Document } from '../../../src/domain/document.ts';
import { article } from './article.ts';
import { ranked } from './ranked.ts';

interface Told {
  readonly text: string;
  readonly publishedAt?: string;
}

function documentsOf(texts: readonly (string | Told)[]): Document[] {
  return texts.map((one, index) => {
    const { text, publishedAt = null } = typeof one === 'string' ? { text: one } : one;
    return { ...article([['paragraph', text]], { id: `d${index}` }), publishedAt };
  });
}

/** Conflicts of an answer that cites `cited` while `others` are in the archive too. */
function conflictsWith(
  question: string,
  cited: readonly (string | Told)[],
  others: readonly (string | Told)[],
) {
  const documents = documentsOf([...cited, ...others]);
  const chosen = ranked(documents.slice(0, cited.length), undefined, { coverTitled: 0.9 }).map((one) => ({
    ...one,
    alsoReportedBy: [],
  }));
  return findConflicts(analyzeQuestion(question), chosen, toldSentences(documents)).map(
    ({ about, sides }) => [about, ...sides.map(({ quote }) => quote)],
  );
}

const conflicts = (question: string, ...cited: readonly (string | Told)[]) =>
  conflictsWith(question, cited, []);

const ORGANISERS = 'Some 22,000 people watched the Lantern Parade, the organisers said.';
const POLICE = 'Police say that 14,500 people watched the Lantern Parade.';
const FERRY = 'The ferry that ran aground off Gannet Point carried 54 people, the coastguard said.';
const FEWER = FERRY.replace('54', '45');

describe('findConflicts', () => {
  it('shows sources that count differently, with both values', () => {
    expect(conflicts('How many people watched the parade?', ORGANISERS, POLICE)).toEqual([
      ['people: 22,000 people or 14,500 people', ORGANISERS, POLICE],
    ]);
  });

  it('shows sources that date differently', () => {
    const [first, second] = [
      'The hall opened on 3 May 1904 with a concert.',
      'The hall opened with a concert on 4 May 1904.',
    ];
    expect(conflicts('When did the hall open?', first, second)).toEqual([
      ['date: 3 May 1904 or 4 May 1904', first, second],
    ]);
  });

  it('holds what it cites against documents that it does not cite', () => {
    expect(
      conflictsWith('What happened to the ferry?', [FERRY], [`Fog lay over the sound. ${FEWER}`]),
    ).toEqual([['people: 54 people or 45 people', FERRY, FEWER]]);
  });

  it('says which figure is the later one, and puts it second', () => {
    const correction = { text: FEWER, publishedAt: '2026-05-19' };
    const report = { text: FERRY, publishedAt: '2026-05-03T18:00:00Z' };
    const expected = ['people: 54 people (3 May 2026), later 45 people (19 May 2026)', FERRY, FEWER];
    expect(conflictsWith('How many people?', [correction], [report])).toEqual([expected]);
    expect(conflictsWith('How many people?', [report], [correction])).toEqual([expected]);
  });

  it('names a value once, however many documents copy it', () => {
    expect(conflictsWith('How many people?', [FERRY], [FEWER, FEWER, FEWER])).toHaveLength(1);
  });

  it.each([
    ['figures of other things', ORGANISERS, 'The Lantern Parade had 48 boats and people watched.'],
    ['agreement', ORGANISERS, ORGANISERS],
    ['a rounded figure', ORGANISERS, ORGANISERS.replace('22,000', '21,960')],
    ['one document', `${ORGANISERS} ${POLICE}`, 'Rain fell on Sunday.'],
    ['a correction that names the figure it corrects', FERRY, `${FEWER.slice(0, -1)}, and not 54 people.`],
  ])('sees none in %s', (_, first, second) => {
    expect(conflicts('How many people watched the parade?', first, second)).toEqual([]);
  });

  it('takes what is told again after months with another figure for news of its own', () => {
    const [spring, winter] = ['2026-05-03', '2026-12-03'].map((publishedAt, at) => ({
      text: at === 0 ? FERRY : FEWER,
      publishedAt,
    }));
    expect(conflicts('How many people?', spring ?? '', winter ?? '')).toEqual([]);
  });
});
