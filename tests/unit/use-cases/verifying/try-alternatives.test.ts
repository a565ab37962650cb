import { describe, expect, it } from 'vitest';
import type { ClaimPair, SupportScores } from '../../../../src/ports/claim-verifier.ts';
import { sentences } from '../../../../src/text/sentences.ts';
import { judgeAgainst } from '../../../../src/use-cases/verifying/judge-against.ts';
import { createFakeClaimVerifier } from '../../../fakes/fake-claim-verifier.ts';
import { documentOf } from '../../verification/document-of.ts';

const TEXT =
  'Prosecutor Ilse Varga said the man had worked for the firm that looked after the alarm. The ferry carried 45 people, not 54 as was first reported.';
const CLAIM = 'It was Ivo Brandt who told the court that the man once served the alarm firm.';

const scored = (supports: number, contradicts = 0): SupportScores => ({
  supports,
  saysNothing: 1 - supports - contradicts,
  contradicts,
});

async function judged(claim: string, scores: (pair: ClaimPair) => SupportScores, text = TEXT) {
  const verifier = createFakeClaimVerifier({ scores });
  const [one] = await judgeAgainst({ verifier }, { text: claim }, [
    { document: documentOf(text), spans: sentences(text) },
  ]);
  if (one === undefined) throw new Error('one source is one judgement');
  return { ...one, asked: verifier.calls.flatMap(({ pairs }) => pairs.map((pair) => pair.claim)) };
}

describe('tryAlternatives', () => {
  it('contradicts where the claim is borne out with the name of the source, and not with its own', async () => {
    const one = await judged(CLAIM, ({ claim }) => scored(claim.includes('Varga') ? 0.9 : 0.05));
    expect(one.asked.some((claim) => claim.includes('Ilse Varga'))).toBe(true);
    expect(one.verdict).toBe('contradicted');
    expect(one.score).toBeLessThan(0.5);
    expect(one.reasons.map(({ code }) => code)).toEqual(['name-mismatch']);
    expect(one.reasons[0]?.draft.text).toContain('Ivo Brandt');
    expect(one.evidence.map(({ quote }) => quote)).toEqual([
      'Prosecutor Ilse Varga said the man had worked for the firm that looked after the alarm.',
    ]);
  });

  it('tries the figures of the sentence after the one that names the matter', async () => {
    const text =
      'The island council decided to keep the ferry to Ketter Voe all winter. The motion passed by 20 votes to 10. Snow fell. The ferry to the island was late. The council of the island met.';
    const one = await judged(
      'The island council kept the ferry to Ketter Voe by 21 votes to 9.',
      ({ claim, source }) =>
        scored(claim.includes('20 votes to 10') && source.includes('all winter') ? 0.8 : 0.1),
      text,
    );
    expect(one.verdict).toBe('contradicted');
    expect(one.reasons.map(({ words }) => words)).toEqual([
      'draft: 21 votes to 9; source: 20 votes to 10 (Harbour news, 3 May 2026)',
    ]);
  });

  it('leaves the verdict where the other name is borne out no better', async () => {
    const one = await judged(CLAIM, () => scored(0.05));
    expect(one.verdict).not.toBe('contradicted');
  });

  it('takes the one other number of the kind for what the model, blind to numbers, found to differ', async () => {
    const text = 'According to the port, trade with the islands exceeded $27.7 billion in 2024.';
    const claim = 'Trade of the port with the archipelago came to some $37.7 billion in 2024.';
    const scores = (pair: ClaimPair) => (pair.claim.includes('27.7') ? scored(0.6) : scored(0.3, 0.6));
    const { verdict, reasons } = await judged(claim, scores, `Snow fell all day. ${text}`);
    expect([verdict, reasons.map(({ code }) => code)]).toEqual(['contradicted', ['number-mismatch']]);
  });

  it('takes a contradiction back that only the model told, over nothing in particular', async () => {
    const one = await judged('The man looked after the alarm for the firm with great care.', () =>
      scored(0.02, 0.9),
    );
    expect(one.verdict).not.toBe('contradicted');
    expect(one.reasons.map(({ code }) => code)).not.toContain('number-mismatch');
  });
});

describe('a number that a source denies', () => {
  it('does not bear it out', async () => {
    const one = await judged('The ferry carried 54 people.', () => scored(0.9));
    expect(one.verdict).toBe('contradicted');
    expect(one.reasons[0]?.words).toContain('45 people');
  });
});

describe('the model’s word for a contradiction', () => {
  it('counts for nothing where the source speaks of another matter', async () => {
    const one = await judged('Norrin Sea Farms lost its stock at Ketter Voe to algae.', () =>
      scored(0.02, 0.9),
    );
    expect(one.verdict).not.toBe('contradicted');
  });
});
