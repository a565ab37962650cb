import { describe, expect, it } from 'vitest';
import { sentences } from '../../../../src/text/sentences.ts';
import { judgeAgainst } from '../../../../src/use-cases/verifying/judge-against.ts';
import { createFakeClaimVerifier } from '../../../fakes/fake-claim-verifier.ts';
import { documentOf } from '../../verification/document-of.ts';

const TEXT =
  'The ferry to the islands is to stay in its dock until the first week of May. Snow fell on the pier.';
const CLAIM =
  'The island ferry stays in dock until May, which a court in Oslo has ordered after months of argument.';

describe('creditMainClause', () => {
  it('calls a claim partially supported whose main clause alone is borne out, and names the rest', async () => {
    const verifier = createFakeClaimVerifier({
      scores: ({ claim }) =>
        claim.includes('Oslo')
          ? { supports: 0.01, saysNothing: 0.98, contradicts: 0.01 }
          : { supports: 0.97, saysNothing: 0.02, contradicts: 0.01 },
    });
    const source = { document: documentOf(TEXT), spans: sentences(TEXT) };
    const [one] = await judgeAgainst({ verifier }, { text: CLAIM }, [source]);
    expect(one?.verdict).toBe('partially-supported');
    expect(one?.score).toBeLessThan(0.5);
    expect(one?.reasons).toMatchObject([
      {
        code: 'missing-detail',
        draft: { text: 'which a court in Oslo has ordered after months of argument' },
      },
    ]);
    expect(one?.evidence[0]?.quote).toContain('until the first week of May');
  });

  it('leaves it unsupported where the main clause is not borne out either', async () => {
    const verifier = createFakeClaimVerifier({
      scores: () => ({ supports: 0.01, saysNothing: 0.98, contradicts: 0.01 }),
    });
    const source = { document: documentOf(TEXT), spans: sentences(TEXT) };
    const [one] = await judgeAgainst({ verifier }, { text: CLAIM }, [source]);
    expect(one?.verdict).toBe('unsupported');
  });
});
