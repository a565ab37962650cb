import { describe, expect, it } from 'vitest';
import { citeOf } from '../../../../src/domain/document.ts';
import { names } from '../../../../src/text/names.ts';
import { sentences } from '../../../../src/text/sentences.ts';
import { holdToReporter } from '../../../../src/use-cases/checking/other-reporter.ts';
import { statedOf } from '../../../../src/use-cases/checking/stated.ts';
import { compareTokens } from '../../../../src/verification/compare-tokens.ts';
import { speechOf } from '../../../../src/verification/occurrence.ts';
import { documentOf } from '../../verification/document-of.ts';

const ARTICLE =
  'Mayor Ilse Varga spoke to the council of Lund on Sunday. She said that the council would vote in June. The mayor also said that the ferry would be free for pupils from September. Ivo Brandt, the chief engineer, said that the repair would take a year. Brandt said that the second lane would be closed to cyclists until the autumn.';

function held(claim: string, { article = ARTICLE, draft = claim } = {}) {
  const document = documentOf(article);
  const read = sentences(article).map(({ start, end }) => ({
    ...{ start, end },
    stems: new Set(compareTokens(article.slice(start, end)).map(({ stem }) => stem)),
  }));
  const source = { document, sentences: read, names: () => names(article) };
  const heard = { draftNames: names(draft), source, speech: () => speechOf(article) };
  const evidence = [citeOf(document, { start: 0, end: 10 })];
  const judgement = { verdict: 'supported', score: 0.9, reasons: [], evidence } as const;
  const { verdict, reasons } = holdToReporter(
    judgement,
    statedOf(claim, null, () => 1),
    heard,
  );
  return [verdict, ...reasons.map(({ words }) => words.replace(/ \(.*/u, ''))];
}

describe('holdToReporter', () => {
  it.each([
    [
      'Ilse Varga also said that the second lane would be closed to cyclists until the autumn.',
      ['contradicted', 'draft: said by Ilse Varga; source: said by Brandt'],
    ],
    // "She", with Ivo Brandt named a sentence or two away: who it is may have been read wrongly.
    ['Ivo Brandt said that the council would vote in June.', ['supported']],
    ['Ivo Brandt said that the second lane would be closed to cyclists until the autumn.', ['supported']],
    ['Ilse Varga said that the council would vote in June.', ['supported']],
    ['The second lane would be closed to cyclists until the autumn, Brandt said.', ['supported']],
    // The article leaves it to a role.
    ['Ivo Brandt said that the ferry would be free for pupils from September.', ['supported']],
    // Another matter.
    ['Ilse Varga said that the swimming pool needed a new roof and warmer water.', ['supported']],
  ])('%s', (claim, expected) => {
    expect(held(claim)).toEqual(expected);
  });

  it('tells nothing apart where the article has both say it', () => {
    const article = `${ARTICLE} Ilse Varga said that the second lane would be closed to cyclists.`;
    expect(
      held('Ilse Varga said that the second lane would be closed to cyclists until the autumn.', { article }),
    ).toEqual(['supported']);
  });

  it('knows a surname by the full name elsewhere in the draft', () => {
    const claim = 'Varga said that the second lane would be closed to cyclists until the autumn.';
    expect(held(claim)).toEqual(['supported']);
    expect(held(claim, { draft: `Ilse Varga was on the radio. ${claim}` })[0]).toBe('contradicted');
  });
});
