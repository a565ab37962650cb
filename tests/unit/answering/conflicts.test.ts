import { describe, expect, it } from 'vitest';
import { findConflicts } from '../../../src/answering/conflicts.ts';
import { analyzeQuestion } from '../../../src/answering/question.ts';
import { article } from './article.ts';
import { ranked } from './ranked.ts';

function conflicts(question: string, ...texts: readonly string[]) {
  const documents = texts.map((text, index) => article([['paragraph', text]], { id: `d${index}` }));
  const chosen = ranked(documents, undefined, { coverTitled: 0.9 }).map((one) => ({
    ...one,
    alsoReportedBy: [],
  }));
  return findConflicts(analyzeQuestion(question), chosen).map(({ about, sides }) => [
    about,
    sides.map(({ quote }) => quote),
  ]);
}

const ORGANISERS = 'Some 22,000 people watched the Lantern Parade, the organisers said.';
const POLICE = 'Police say that 14,500 people watched the Lantern Parade.';

describe('findConflicts', () => {
  it('shows sources that count differently', () => {
    expect(conflicts('How many people watched the parade?', ORGANISERS, POLICE)).toEqual([
      ['people', [ORGANISERS, POLICE]],
    ]);
  });

  it('shows sources that date differently', () => {
    const [first, second] = [
      'The hall opened on 3 May 1904 with a concert.',
      'The hall opened with a concert on 4 May 1904.',
    ];
    expect(conflicts('When did the hall open?', first, second)).toHaveLength(1);
  });

  it('sees none in figures of other things, in agreement, or in one document', () => {
    expect(
      conflicts(
        'How many people watched the parade?',
        ORGANISERS,
        'The Lantern Parade had 48 boats and people watched.',
      ),
    ).toEqual([]);
    expect(conflicts('How many people watched the parade?', ORGANISERS, ORGANISERS)).toEqual([]);
    expect(conflicts('How many people watched the parade?', `${ORGANISERS} ${POLICE}`)).toEqual([]);
  });

  it('sees none where no single value is asked', () => {
    expect(conflicts('What was the Lantern Parade?', ORGANISERS, POLICE)).toEqual([]);
  });
});
