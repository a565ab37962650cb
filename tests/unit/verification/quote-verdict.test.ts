import { describe, expect, it } from 'vitest';
import { names } from '../../../src/text/names.ts';
import { draftClaims } from '../../../src/verification/claims.ts';
import { occurrenceAt, speechOf } from '../../../src/verification/occurrence.ts';
import { matchQuotation } from '../../../src/verification/quote-match.ts';
import { quotePattern } from '../../../src/verification/quote-pattern.ts';
import { judgeQuote } from '../../../src/verification/quote-verdict.ts';
import { documentOf } from './document-of.ts';

const TEXT =
  'Harbour traffic grew in 2025, according to the port office. More than 32,000 lorries crossed the Lund bridge in December. “We will open the second lane before the winter,” Mayor Ilse Varga said on Monday.';

function quoteVerdict(draft: string, text = TEXT) {
  const document = documentOf(text);
  const claim = draftClaims(draft).find((one) => one.kind === 'quote');
  if (claim?.kind !== 'quote') throw new Error('no quotation was found');
  const match = matchQuotation(quotePattern(claim.text), { text, offset: 0 });
  const attributed = { speaker: claim.quotation.speaker, names: names(draft) };
  const found =
    match === null
      ? []
      : [occurrenceAt(match, { document, speech: speechOf(text), draft: attributed, sentence: null })];
  return judgeQuote(claim, found, draft);
}

describe('judgeQuote', () => {
  it('supports a verbatim quotation of the same speaker', () => {
    expect(quoteVerdict('“We will open the second lane before the winter,” Ilse Varga said.')).toMatchObject({
      verdict: 'supported',
      reasons: [],
      evidence: [{ quote: 'We will open the second lane before the winter' }],
    });
  });

  it('marks the changed words', () => {
    expect(quoteVerdict('“We will close the second lane before the winter,” Varga said.')).toMatchObject({
      verdict: 'contradicted',
      reasons: [{ code: 'quote-altered', draft: { text: 'close' }, source: { quote: 'open' } }],
    });
  });

  it('tells who really said it', () => {
    const { verdict, reasons } = quoteVerdict(
      '“We will open the second lane before the winter,” Emil Aas said.',
    );
    expect(verdict).toBe('contradicted');
    expect(reasons).toMatchObject([
      {
        code: 'quote-misattributed',
        words: 'draft: said by Emil Aas; source: said by Ilse Varga (Harbour news, 3 May 2026)',
        draft: { text: 'Emil Aas' },
        source: { quote: 'Ilse Varga' },
      },
    ]);
  });

  it('accuses nobody where a role or a body speaks', () => {
    for (const speaker of ['the mayor', 'Lund council', 'she'])
      expect(quoteVerdict(`“We will open the second lane before the winter,” ${speaker} said.`).verdict).toBe(
        'supported',
      );
  });

  it('does not find what nobody said', () => {
    expect(quoteVerdict('“Herring is dear,” Varga said.')).toMatchObject({
      verdict: 'unsupported',
      reasons: [{ code: 'quote-not-found', source: null }],
    });
  });

  it('says so where the source does not name the speaker at all', () => {
    const text = '“We will open the second lane before the winter,” a spokesman said on Monday.';
    expect(
      quoteVerdict('“We will open the second lane before the winter,” Emil Aas said.', text),
    ).toMatchObject({
      verdict: 'contradicted',
      reasons: [
        {
          code: 'quote-misattributed',
          words:
            'draft: said by Emil Aas; source: said by a spokesman, and Emil Aas is not named there (Harbour news, 3 May 2026)',
        },
      ],
    });
  });

  it('takes the mayor of the source for the mayor whom the draft names', () => {
    const text = '“We will open the second lane before the winter,” the mayor said on Monday.';
    const draft = '“We will open the second lane before the winter,” Mayor Ilse Varga said.';
    expect(quoteVerdict(draft, text).verdict).toBe('supported');
  });

  it('tells a person from a body that speaks far from any mention of the person', () => {
    const text = `Emil Aas swam. ${'Rain fell on the harbour. '.repeat(20)}“We will open the second lane before the winter,” Coast Airlines said.`;
    expect(
      quoteVerdict('“We will open the second lane before the winter,” Emil Aas said.', text),
    ).toMatchObject({
      verdict: 'contradicted',
      reasons: [{ code: 'quote-misattributed' }],
    });
  });

  it('accuses nobody by a pronoun where the source names the speaker beside it', () => {
    const text =
      'Jens Holm left. “We will open the second lane before the winter,” he said. Aas said he had never met Holm.';
    expect(
      quoteVerdict('“We will open the second lane before the winter,” Emil Aas said.', text).verdict,
    ).toBe('supported');
  });

  it('follows a pronoun of the source to whom it means', () => {
    const text = `Emil Aas swam. ${'Rain fell on the harbour. '.repeat(12)}Ilse Varga smiled. “We will open the second lane before the winter,” she said.`;
    expect(
      quoteVerdict('“We will open the second lane before the winter,” Emil Aas said.', text),
    ).toMatchObject({
      verdict: 'contradicted',
      reasons: [
        { code: 'quote-misattributed', words: expect.stringContaining('source: said by Ilse Varga') },
      ],
    });
  });

  it('does not give the words that somebody quotes to whom quotes them', () => {
    const text = '“Emil Aas told me ‘never again will I swim here’ twice,” Ilse Varga said.';
    expect(quoteVerdict('“Never again will I swim here,” Emil Aas said.', text).verdict).toBe('supported');
  });

  it('does not take for a quotation what the source reports in its own words', () => {
    const text = 'Mayor Ilse Varga said the second lane will open before the winter.';
    expect(quoteVerdict('“The second lane will open before the winter,” Varga said.', text)).toMatchObject({
      verdict: 'partially-supported',
      reasons: [
        {
          code: 'quote-altered',
          words:
            'draft: as a quotation; source: in its own words, not in quotation marks (Harbour news, 3 May 2026)',
        },
      ],
    });
  });

  it('names the changed words and the paraphrase where indirect speech was put in marks', () => {
    const text = 'Mayor Ilse Varga said she would open the second lane before the winter came.';
    const { verdict, reasons } = quoteVerdict(
      '“I will open the second lane before the winter,” Varga said.',
      text,
    );
    expect(verdict).toBe('contradicted');
    expect(reasons.map(({ code }) => code)).toEqual(['quote-altered', 'quote-altered']);
    expect(reasons[0]?.words).toContain('draft: I will; source: she would');
  });

  it('lets a report be quoted by its own words', () => {
    const text = 'The second lane will open before the winter.';
    expect(
      quoteVerdict('“The second lane will open before the winter,” the report said.', text).verdict,
    ).toBe('supported');
  });
});
