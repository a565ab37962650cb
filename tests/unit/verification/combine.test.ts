import { describe, expect, it } from 'vitest';
import type { SupportScores } from '../../../src/ports/claim-verifier.ts';
import { sentences } from '../../../src/text/sentences.ts';
import { readClaim } from '../../../src/verification/claim-text.ts';
import { combine } from '../../../src/verification/combine.ts';
import { evidenceFor, reasonsFor } from '../../../src/verification/explain.ts';
import { prepare } from '../../../src/verification/prepare.ts';
import { readSource } from '../../../src/verification/source-text.ts';
import { documentOf } from './document-of.ts';

const SURE: SupportScores = { supports: 0.99, saysNothing: 0.005, contradicts: 0.005 };
const AGAINST: SupportScores = { supports: 0.001, saysNothing: 0.004, contradicts: 0.995 };
const SILENT: SupportScores = { supports: 0.02, saysNothing: 0.97, contradicts: 0.01 };

const TEXT = 'The council of Lund closed the old mill after the fire in May. Its owner, Emil Aas, protested.';

function judged(claim: string, score: SupportScores, text = TEXT) {
  const source = readSource(documentOf(text), sentences(text));
  const { findings, asked } = prepare(readClaim(claim, null), source, () => 1);
  const all = { ...findings, scores: asked.map(() => score) };
  const combined = combine(all);
  return { ...combined, reasons: reasonsFor(combined, all), evidence: evidenceFor(combined, all), asked };
}

describe('combine', () => {
  it('follows the model on a retelling that holds the words', () => {
    const claim = 'After the fire in May the council of Lund shut the old mill.';
    expect(judged(claim, SURE)).toMatchObject({ verdict: 'supported', reasons: [] });
    const against = judged(claim, AGAINST);
    expect(against.verdict).toBe('contradicted');
    expect(against.reasons.length).toBeGreaterThan(0);
    expect(judged(claim, SILENT).score).toBeLessThan(judged(claim, SURE).score);
  });

  it('does not let the model support what a rule finds otherwise', () => {
    const { verdict, score, reasons } = judged(
      'The council of Lund closed the old mill after the fire in June.',
      SURE,
    );
    expect([verdict, score]).toEqual(['contradicted', 0.02]);
    expect(reasons).toMatchObject([
      { code: 'date-mismatch', draft: { text: 'June' }, source: { quote: 'May' } },
    ]);
  });

  it('says what is lacking where the source speaks of the matter', () => {
    const { verdict, score, reasons } = judged(
      'The council of Lund closed the old mill after the fire in May, Ilse Varga said.',
      SILENT,
    );
    expect(verdict).toBe('partially-supported');
    expect(score).toBeLessThan(0.5);
    expect(reasons).toMatchObject([{ code: 'missing-detail', draft: { text: 'Ilse Varga' } }]);
  });

  it('finds nothing where the model says so and few of the words are there', () => {
    const claim = 'The council of Lund has paid the owner of the mill for new machines from Bergen.';
    expect(judged(claim, SILENT).verdict).toBe('unsupported');
    expect(judged(claim, { supports: 0.4, saysNothing: 0.3, contradicts: 0.3 }).verdict).toBe(
      'partially-supported',
    );
  });

  it('asks about each sentence of a claim by itself and shows where each stands', () => {
    const claim = 'The old mill of Lund was closed after the fire. Its owner Emil Aas has protested.';
    const { asked, evidence } = judged(claim, SURE);
    expect(asked.map((pair) => pair.claim)).toEqual([
      'The old mill of Lund was closed after the fire.',
      'Its owner Emil Aas has protested.',
    ]);
    expect(evidence.map(({ quote }) => quote)).toEqual([
      'The council of Lund closed the old mill after the fire in May.',
      'Its owner, Emil Aas, protested.',
    ]);
  });

  it('shows a denial with the word that it denies', () => {
    const { verdict, reasons } = judged(
      "After the fire the council of Lund didn't shut the old mill.",
      AGAINST,
    );
    expect([verdict, reasons[0]?.code, reasons[0]?.draft.text]).toEqual([
      'contradicted',
      'negation-mismatch',
      "didn't",
    ]);
  });

  it('counts reasons of a later sentence in the whole claim', () => {
    const claim = 'The mill stood in Lund. The council of Lund closed the old mill after the fire in June.';
    const { reasons } = judged(claim, SURE);
    expect(reasons).toMatchObject([{ code: 'date-mismatch', draft: { text: 'June' } }]);
    for (const { draft } of reasons) expect(claim.slice(draft.start, draft.end)).toBe(draft.text);
  });

  it('has nothing to say of an empty source', () => {
    expect(judged('The mill burned.', SURE, '')).toMatchObject({
      verdict: 'unsupported',
      score: 0.01,
      evidence: [],
    });
  });
});
