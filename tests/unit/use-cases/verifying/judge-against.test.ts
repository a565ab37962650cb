import { describe, expect, it } from 'vitest';
import { sentences } from '../../../../src/text/sentences.ts';
import { judgeAgainst } from '../../../../src/use-cases/verifying/judge-against.ts';
import { createFakeClaimVerifier } from '../../../fakes/fake-claim-verifier.ts';
import { documentOf } from '../../verification/document-of.ts';

const TEXT =
  'Harbour traffic grew in 2025, according to the port office. More than 32,000 lorries crossed the Lund bridge in December. “We will open the second lane before the winter,” Mayor Ilse Varga said on Monday. The lane has been closed since a barge struck a pier. Repairs cost 4.2 million euros, of which the state paid 60 percent.';

const source = (text = TEXT) => ({ document: documentOf(text), spans: sentences(text) });

async function judged(claim: string, text = TEXT) {
  const verifier = createFakeClaimVerifier();
  const [one] = await judgeAgainst({ verifier }, { text: claim }, [source(text)]);
  if (one === undefined) throw new Error('one source is one judgement');
  return { ...one, asked: verifier.calls.flatMap(({ pairs }) => pairs) };
}

describe('judgeAgainst', () => {
  it('supports a sentence word for word without asking the model', async () => {
    const { verdict, score, reasons, evidence, asked } = await judged(
      'More than 32,000 lorries crossed the Lund bridge in December.',
    );
    expect([verdict, score, reasons, asked]).toEqual(['supported', 0.99, [], []]);
    expect(evidence.map(({ quote }) => quote)).toEqual([
      'More than 32,000 lorries crossed the Lund bridge in December.',
    ]);
  });

  it.each([
    [
      'More than 23,000 lorries crossed the Lund bridge in December.',
      'number-mismatch',
      '23,000 lorries',
      '32,000 lorries',
    ],
    [
      'More than 32,000 lorries crossed the Lund bridge in November.',
      'date-mismatch',
      'November',
      'December',
    ],
    ['More than 32,000 lorries crossed the Oslo bridge in December.', 'name-mismatch', 'Oslo', 'Lund'],
    [
      'Harbour traffic fell in 2025, according to the port office.',
      'negation-mismatch',
      'traffic fell in',
      'traffic grew in',
    ],
    [
      '“We will close the second lane before the winter,” Mayor Ilse Varga said on Monday.',
      'quote-altered',
      'close',
      'open',
    ],
  ])('tells what is otherwise in %j', async (claim, code, ours, theirs) => {
    const { verdict, score, reasons } = await judged(claim);
    expect([verdict, score < 0.5]).toEqual(['contradicted', true]);
    expect(reasons).toMatchObject([{ code, draft: { text: ours }, source: { quote: theirs } }]);
    for (const { draft } of reasons) expect(claim.slice(draft.start, draft.end)).toBe(draft.text);
  });

  it('gives a quotation to who said it', async () => {
    const { verdict, reasons } = await judged(
      '“We will open the second lane before the winter,” Minister Emil Aas said on Monday.',
    );
    expect([verdict, reasons[0]?.code]).toEqual(['contradicted', 'quote-misattributed']);
  });

  it('does not support a quotation that the source does not have', async () => {
    const { verdict, score, reasons } = await judged(
      'Mayor Ilse Varga said: “Nobody in this town wants another summer of traffic jams.”',
    );
    expect(['unsupported', 'partially-supported']).toContain(verdict);
    expect(score).toBeLessThan(0.5);
    expect(reasons).toMatchObject([
      { code: 'quote-not-found', words: 'The source does not have this quotation.' },
    ]);
  });

  it('has nothing to show for what no sentence speaks of', async () => {
    const { verdict, reasons, evidence } = await judged('Herring prices doubled at the Oslo market.');
    expect([verdict, evidence]).toEqual(['unsupported', []]);
    expect(reasons).toMatchObject([{ code: 'no-evidence', source: null }]);
  });

  it('scores at least a half exactly when it supports', async () => {
    const claims = sentences(TEXT).map(({ start, end }) => TEXT.slice(start, end));
    for (const claim of [...claims, 'The barge sank.', 'The state paid most of the repairs.', 'x']) {
      const { verdict, score } = await judged(claim);
      expect(score >= 0.5).toBe(verdict === 'supported');
    }
  });

  it('asks once about all sources and keeps their order', async () => {
    const verifier = createFakeClaimVerifier();
    const texts = ['The barge struck a pier at night.', '', 'A barge struck the pier of the bridge.'];
    const result = await judgeAgainst(
      { verifier },
      { text: 'A barge struck a pier of the bridge.' },
      texts.map((text) => source(text)),
      { urgent: true },
    );
    expect(result).toHaveLength(3);
    expect(verifier.calls.map(({ pairs, urgent }) => [pairs.length, urgent])).toEqual([[2, true]]);
    expect(result.map(({ evidence }) => evidence[0]?.quote)).toEqual([texts[0], undefined, texts[2]]);
  });

  it('counts relative dates from the day of each text', async () => {
    const document = documentOf('The bridge opened yesterday after long repairs to both lanes.', {
      publishedAt: '2026-05-03',
    });
    const against = (text: string) =>
      judgeAgainst({ verifier: createFakeClaimVerifier() }, { text, publishedAt: '2026-05-10' }, [
        { document, spans: sentences(document.text) },
      ]);
    const [wrong] = await against('The bridge opened on 1 May after long repairs to both lanes.');
    expect(wrong?.reasons[0]?.code).toBe('date-mismatch');
    const [right] = await against('The bridge opened on 2 May after long repairs to both lanes.');
    expect(right?.verdict).toBe('supported');
  });

  it('stops when told', async () => {
    const verifier = createFakeClaimVerifier();
    const signal = AbortSignal.abort();
    await expect(judgeAgainst({ verifier }, { text: 'A.' }, [source()], { signal })).rejects.toMatchObject({
      code: 'aborted',
    });
  });
});
