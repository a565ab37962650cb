import { describe, expect, it } from 'vitest';
import { allStatementsOf } from '../../../src/retrieval/retelling.ts';
import { kinshipOf } from '../../../src/retrieval/same-story.ts';

// Two directions whose cosine is the given one.
const along = (cosine: number) => Float32Array.from([cosine, Math.sqrt(1 - cosine ** 2)]);

/** A hundred and fifty words, of which the first `shared` are those of every such text. */
function text(own: string, shared: number, end = ''): string {
  const words = Array.from({ length: 150 }, (_, at) => `${at < shared ? 'common' : own}${word(at)}`);
  const lines = Array.from({ length: 15 }, (_, at) => `The ${words.slice(at * 10, at * 10 + 10).join(' ')}.`);
  // Each text has the words in sentences of its own making.
  return `${own === 'ours' ? lines.join(' ') : interleaved(words)} ${end}`;
}

const word = (at: number) => String.fromCharCode(97 + (at % 26), 97 + Math.floor(at / 26), 120);

function interleaved(words: readonly string[]): string {
  return Array.from(
    { length: 15 },
    (_, line) => `The ${words.filter((_one, at) => at % 15 === line).join(' ')}.`,
  ).join(' ');
}

const kinship = (ours: string, theirs: string, cosine: number) =>
  kinshipOf(
    { statements: allStatementsOf(ours), centroid: along(1) },
    { statements: allStatementsOf(theirs), centroid: along(cosine) },
  );

describe('kinshipOf', () => {
  it('counts what the longer text tells of the shorter', () => {
    const report = 'The mayor opened the bridge. Lorries must wait until May. Rain fell on the old town.';
    expect(kinship(report, `${report} A parade followed.`, 0)).toEqual({ told: 1, isSameStory: true });
    const { told, isSameStory } = kinship(
      report,
      'The mayor opened the bridge. Herring is dear this year again.',
      0,
    );
    expect(told).toBeLessThan(0.6);
    expect(isSameStory).toBe(false);
  });

  it('takes a text that means the same throughout, with most of its words, for a retelling', () => {
    expect(kinship(text('ours', 100), text('theirs', 100), 0.95)).toEqual({ told: 0, isSameStory: true });
  });

  it.each([
    ['meaning', kinship(text('ours', 100), text('theirs', 100), 0.9)],
    ['vocabulary', kinship(text('ours', 60), text('theirs', 60), 0.95)],
    [
      'figures',
      kinship(
        text('ours', 100, 'It cost 41 crowns.'),
        text('theirs', 100, 'Herring boats sailed past seven lighthouses before breakfast arrived.'),
        0.95,
      ),
    ],
  ])('needs its %s to be the same', (_, found) => {
    expect(found.isSameStory).toBe(false);
  });

  it('sees none without vectors, and asks for more than a few sentences', () => {
    const none = { statements: allStatementsOf(text('ours', 100)), centroid: null };
    const other = { statements: allStatementsOf(text('theirs', 100)), centroid: along(1) };
    expect(kinshipOf(none, other).isSameStory).toBe(false);
    expect(kinship('One two three four.', 'Four three two one five.', 1).told).toBeGreaterThan(0);
    expect(kinship('Alpha beta gamma.', 'Delta epsilon zeta.', 1).isSameStory).toBe(false);
  });
});
