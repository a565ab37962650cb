import { describe, expect, it } from 'vitest';
import { citeOf, type Document } from '../../../../src/domain/document.ts';
import { outletAttributions } from '../../../../src/use-cases/checking/citing/attributions.ts';
import { createSourceDirectory } from '../../../../src/use-cases/checking/citing/source-directory.ts';
import { heldToOutlet } from '../../../../src/use-cases/checking/wrong-outlet.ts';
import { documentOf } from '../../verification/document-of.ts';

const article = (id: string, publisher: string | null, text: string): Document => ({
  ...documentOf(text),
  id,
  ...(publisher !== null && { publisher }),
});

const SAID = 'The harbour bridge is open.';

/** The verdict on a draft sentence that these articles bear out, and its reasons. */
async function held(draft: string, ...articles: readonly Document[]) {
  const directory = createSourceDirectory(articles.map((one) => ({ ...one, passageCount: 1 })));
  const { verdict, score, reasons } = await heldToOutlet(
    {
      verdict: 'supported',
      score: 0.9,
      reasons: [],
      evidence: articles.map((one) => citeOf(one, { start: 0, end: 10 })),
    },
    {
      reader: { document: async (id) => articles.find((one) => one.id === id) ?? documentOf('') },
      outlets: outletAttributions(draft, directory),
      place: { claim: { start: 0, end: draft.length }, draft },
    },
  );
  return [verdict, score >= 0.5, reasons.map(({ code }) => code)] as const;
}

const RIGHT = ['supported', true, []];
const WRONG = ['partially-supported', false, ['wrong-source']];

describe('heldToOutlet', () => {
  it.each([
    [
      'another paper’s article',
      'According to the Daily Beacon, the bridge is open.',
      'Merrow Ledger',
      SAID,
      WRONG,
    ],
    [
      'another paper of the archive',
      'According to the Merrow Echo, it is open.',
      'Merrow Ledger',
      SAID,
      WRONG,
    ],
    ['its own', 'According to the Merrow Ledger, the bridge is open.', 'The Merrow Ledger', SAID, RIGHT],
    ['its own by half the name', 'According to the Ledger, it is open.', 'Merrow Ledger', SAID, RIGHT],
    [
      'its own by initials',
      'As reported by BBC, it is open.',
      'British Broadcasting Corporation',
      SAID,
      RIGHT,
    ],
    [
      'an agency’s report in a paper',
      'According to Reuters, it is open.',
      'Merrow Ledger',
      `${SAID} (Reuters)`,
      RIGHT,
    ],
    ['an article of nobody knows whom', 'According to the Daily Beacon, it is open.', null, SAID, RIGHT],
    ['nobody’s word', 'The bridge is open.', 'Merrow Ledger', SAID, RIGHT],
    ['a person’s word', 'According to Anna Kovar, it is open.', 'Merrow Ledger', SAID, RIGHT],
  ])('%s', async (_, draft, publisher, text, expected) => {
    expect(await held(draft, article('a', publisher, text))).toEqual(expected);
  });

  it('lets it pass where one of the articles is the outlet’s', async () => {
    const articles = [article('a', 'Merrow Ledger', SAID), article('b', 'Daily Beacon', SAID)];
    expect(await held('According to the Daily Beacon, it is open.', ...articles)).toEqual(RIGHT);
  });
});
