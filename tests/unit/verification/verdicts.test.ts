import { describe, expect, it } from 'vitest';
import { draftClaims } from '../../../src/verification/claims.ts';
import { readStatement } from '../../../src/verification/reading.ts';
import { factsOf } from '../../../src/verification/statement.ts';
import { judgeNoClaim, judgeStatement } from '../../../src/verification/verdicts.ts';
import { documentOf } from './document-of.ts';

const TEXT =
  'Harbour traffic grew in 2025, according to the port office. More than 32,000 lorries crossed the Lund bridge in December. “We will open the second lane before the winter,” Mayor Ilse Varga said on Monday.';

function statementVerdict(draft: string, text = TEXT) {
  const document = documentOf(text);
  const [claim] = draftClaims(draft);
  if (claim?.kind !== 'statement') throw new Error('no statement was found');
  const spans = [...text.matchAll(/[^.]+\.(?:”[^.]+\.)?\s?/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].trimEnd().length,
  }));
  const context = { start: 0, end: text.length };
  const readings = spans.map((span) =>
    readStatement(factsOf(claim.text), { document, span, context }, () => 1),
  );
  return judgeStatement(claim, readings, draft);
}

describe('judgeStatement', () => {
  it.each([
    'More than 32,000 lorries crossed the Lund bridge in December.',
    'In December, more than 32,000 lorries crossed the bridge of Lund.',
    'Over 32,000 lorries crossed the Lund bridge in December, the port office said.',
  ])('supports %j', (draft) => {
    const { verdict, score, reasons, evidence } = statementVerdict(draft);
    expect([verdict, reasons, evidence[0]?.quote]).toEqual([
      'supported',
      [],
      'More than 32,000 lorries crossed the Lund bridge in December.',
    ]);
    expect(score).toBeGreaterThanOrEqual(0.5);
  });

  it('names both values and both places where a number differs', () => {
    const draft = 'More than 23,000 lorries crossed the Lund bridge in December.';
    const { verdict, score, reasons } = statementVerdict(draft);
    expect(verdict).toBe('contradicted');
    expect(score).toBeLessThan(0.5);
    expect(reasons).toMatchObject([
      {
        code: 'number-mismatch',
        words: 'draft: 23,000 lorries; source: 32,000 lorries (Harbour news, 3 May 2026)',
        draft: { start: 10, end: 24, text: '23,000 lorries' },
        source: { start: 70, end: 84, quote: '32,000 lorries' },
      },
    ]);
  });

  it('does not call a claim contradicted that another sentence bears out', () => {
    const text =
      'The office counted 32,000 lorries in Lund in May. The office counted 45,000 lorries in Lund in June.';
    expect(statementVerdict('The office counted 45,000 lorries in Lund in June.', text).verdict).toBe(
      'supported',
    );
  });

  it('says which detail is missing', () => {
    const { verdict, score, reasons } = statementVerdict(
      'More than 32,000 lorries crossed the Lund bridge in December, Emil Aas told Oslo radio.',
    );
    expect(verdict).toBe('partially-supported');
    expect(score).toBeLessThan(0.5);
    expect(reasons).toMatchObject([{ code: 'missing-detail', draft: { text: 'Emil Aas' } }]);
  });

  it('has no evidence for what no sentence speaks of', () => {
    expect(statementVerdict('Herring prices doubled at the Oslo market.')).toMatchObject({
      verdict: 'unsupported',
      reasons: [{ code: 'no-evidence', source: null }],
      evidence: [],
    });
  });
});

describe('judgeNoClaim', () => {
  it('says why', () => {
    const draft = 'Will it open?';
    const [claim] = draftClaims(draft);
    if (claim?.kind !== 'not-a-claim') throw new Error('it is a claim');
    expect(judgeNoClaim(claim, draft)).toMatchObject({
      verdict: 'not-checked',
      reasons: [{ code: 'not-a-claim', words: 'It is a question.' }],
    });
  });
});
