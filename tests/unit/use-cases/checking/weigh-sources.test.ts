import { describe, expect, it } from 'vitest';
import { citeOf, type Document } from '../../../../src/domain/document.ts';
import type { ReasonCode, Verdict } from '../../../../src/domain/verdict.ts';
import { type JudgedSource, weighSources } from '../../../../src/use-cases/checking/weigh-sources.ts';

const DRAFT = 'The ferry carried 54 people.';
const PLACE = { claim: { start: 0, end: DRAFT.length }, draft: DRAFT };

interface Told {
  readonly verdict: Verdict;
  readonly text?: string;
  readonly day?: string | null;
  readonly isCited?: boolean;
  readonly score?: number;
  /** What else the article opens with. */
  readonly about?: string;
  /** The value of the source beside the draft's "54 people". */
  readonly value?: string;
  readonly code?: ReasonCode;
}

function source(
  id: string,
  { verdict, text: said = 'It says so.', day = null, isCited = false, ...rest }: Told,
): JudgedSource {
  const text = `${said} ${rest.about ?? 'The night ferry to Sula Island ran aground on a sandbank.'}`;
  const document: Document = {
    ...{
      id,
      path: `${id}.txt`,
      title: id.toUpperCase(),
      author: null,
      publishedAt: day,
      url: null,
      language: 'en',
    },
    ...{ contentHash: '', access: 'public', text, blocks: [] },
  };
  const {
    value,
    code = 'number-mismatch',
    score = verdict === 'supported' ? 0.9 : verdict === 'contradicted' ? 0.02 : 0.3,
  } = rest;
  const whole = citeOf(document, { start: 0, end: text.length });
  const start = text.indexOf(value ?? '');
  const reason =
    value === undefined
      ? {
          code: 'missing-detail' as const,
          words: 'Not in the source.',
          draft: { start: 0, end: 3, text: 'The' },
          source: whole,
        }
      : {
          code,
          words: `draft: 54 people; source: ${value} (${document.title})`,
          draft: { start: 18, end: 27, text: '54 people' },
          source: citeOf(document, { start, end: start + value.length }),
        };
  return {
    document,
    isCited,
    judgement: {
      verdict,
      score,
      reasons: verdict === 'supported' ? [] : [reason],
      evidence: verdict === 'unsupported' ? [] : [whole],
    },
  };
}

const weigh = (...sources: readonly JudgedSource[]) => weighSources(sources, PLACE);
const codes = (...sources: readonly JudgedSource[]) => weigh(...sources).reasons.map(({ code }) => code);

const FIRST = source('first', {
  verdict: 'supported',
  text: 'The coastguard counted 54 people.',
  day: '2026-05-03',
});
const CORRECTED = source('later', {
  verdict: 'contradicted',
  text: 'The ferry carried 45 people, not 54 as we first said.',
  day: '2026-05-19',
  value: '45 people',
});

describe('one verdict from several articles', () => {
  it('is supported by any of them, without the words of those that say nothing', () => {
    expect(
      weigh(source('a', { verdict: 'unsupported' }), source('b', { verdict: 'supported' })),
    ).toMatchObject({
      verdict: 'supported',
      reasons: [],
      evidence: [{ path: 'b.txt' }],
    });
  });

  it('is partial where only another article than the cited one bears it out', () => {
    const elsewhere = weigh(
      source('a', { verdict: 'unsupported', isCited: true }),
      source('b', { verdict: 'supported' }),
    );
    expect(elsewhere).toMatchObject({
      verdict: 'partially-supported',
      reasons: [{ code: 'wrong-source', source: { path: 'b.txt' } }],
    });
    expect(elsewhere.score).toBeLessThan(0.5);
    expect(elsewhere.reasons[0]?.words).toContain('“A”');
    expect(
      weigh(source('a', { verdict: 'supported', isCited: true }), source('b', { verdict: 'supported' })),
    ).toMatchObject({
      verdict: 'supported',
      evidence: [{ path: 'a.txt' }, { path: 'b.txt' }],
    });
  });

  it('is partial where a later report changed the figure, and names both', () => {
    expect(weigh(FIRST, CORRECTED)).toMatchObject({
      verdict: 'partially-supported',
      reasons: [{ code: 'superseded', words: 'draft: 54 people; a later report: 45 people (LATER)' }],
      evidence: [{ path: 'first.txt' }, { path: 'later.txt' }],
    });
    const partly = source('first', {
      verdict: 'partially-supported',
      text: 'The coastguard counted 54 people.',
      day: '2026-05-03',
    });
    // Nor does it matter if the model finds that first report against the claim, with no value beside a value.
    const doubted = { ...partly, judgement: { ...partly.judgement, verdict: 'contradicted' as const } };
    for (const first of [partly, doubted])
      expect(weigh(first, CORRECTED)).toMatchObject({
        verdict: 'partially-supported',
        reasons: [{ code: 'superseded' }],
      });
  });

  it('holds the newest report against an older one in silence', () => {
    const now = source('now', {
      verdict: 'supported',
      text: 'It carried 54 people, not 45 as we wrote.',
      day: '2026-06-01',
    });
    const old = source('old', {
      verdict: 'contradicted',
      text: 'It carried 45 people.',
      day: '2026-05-01',
      value: '45 people',
    });
    expect(weigh(now, old)).toMatchObject({ verdict: 'supported', reasons: [] });
  });

  it('shows both values where sources disagree', () => {
    const police = source('police', {
      verdict: 'contradicted',
      text: 'Police put it at 45 people, well below the 54 that the owner announced.',
      day: '2026-05-04',
      value: '45 people',
    });
    expect(weigh(FIRST, police)).toMatchObject({
      verdict: 'supported',
      reasons: [{ code: 'sources-disagree', words: 'draft: 54 people; another source: 45 people (POLICE)' }],
    });
    const sameDay = source('other', {
      verdict: 'contradicted',
      text: 'It carried 45 people.',
      day: '2026-05-03',
      value: '45 people',
    });
    expect(codes(FIRST, sameDay)).toEqual(['sources-disagree']);
    const nobodyKnows = source('undated', {
      verdict: 'contradicted',
      text: 'It carried 45 people.',
      value: '45 people',
    });
    expect(codes(FIRST, nobodyKnows)).toEqual(['sources-disagree']);
  });

  it('shows another count beside the claim’s own figure, which is somebody else’s', () => {
    const counted = source('police', {
      verdict: 'contradicted',
      text: 'Police counted 45 people, not the 54 that the owner gave.',
      day: '2026-05-04',
      value: '45 people',
    });
    const aside = {
      ...source('police', { verdict: 'supported', day: '2026-05-04' }),
      otherCounts: counted.judgement.reasons,
    };
    expect(weigh(FIRST, aside)).toMatchObject({
      verdict: 'supported',
      reasons: [{ code: 'sources-disagree' }],
    });
    const longAfter = {
      ...source('police', { verdict: 'supported', day: '2026-09-04' }),
      otherCounts: counted.judgement.reasons,
    };
    expect(codes(FIRST, longAfter)).toEqual([]);
    expect(codes(aside)).toEqual([]);
  });

  it('takes no later report on another subject for a change of the figure', () => {
    const other = source('b', {
      verdict: 'contradicted',
      text: 'It carried 45 people.',
      about: 'The new tram opened in Aldersund.',
      day: '2026-05-19',
      value: '45 people',
    });
    expect(weigh(FIRST, other)).toMatchObject({ verdict: 'supported', reasons: [] });
  });

  it('takes no article for a disagreeing one that names no other value', () => {
    expect(weigh(FIRST, source('b', { verdict: 'contradicted' }))).toMatchObject({
      verdict: 'supported',
      reasons: [],
    });
  });

  it('is contradicted where a value stands against the claim’s and nothing bears it out', () => {
    const late = source('late', {
      verdict: 'contradicted',
      text: 'It carried 45 people.',
      value: '45 people',
    });
    expect(weigh(source('a', { verdict: 'partially-supported', score: 0.45 }), late)).toMatchObject({
      verdict: 'contradicted',
      reasons: [{ code: 'number-mismatch' }],
      evidence: [{ path: 'late.txt' }],
    });
  });

  it('is not contradicted by an article that merely does not fit', () => {
    expect(weigh(source('a', { verdict: 'contradicted', score: 0.3 })).verdict).toBe('partially-supported');
    expect(weigh(source('a', { verdict: 'contradicted', score: 0.1 })).verdict).toBe('unsupported');
  });

  it('is unsupported where no article bears it out', () => {
    expect(weigh()).toMatchObject({
      verdict: 'unsupported',
      reasons: [{ code: 'no-evidence' }],
      evidence: [],
    });
  });
});
