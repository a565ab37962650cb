import { describe, expect, it } from 'vitest';
import { NEW_CHECK } from '../../../../web/src/check/check-state.ts';
import { countsOf, matches } from '../../../../web/src/check/filters.ts';
import { keptDraftOf } from '../../../../web/src/check/kept-draft.ts';
import { draftOfFile } from '../../../../web/src/check/read-file.ts';
import { decidedReport, reportJson } from '../../../../web/src/check/report.ts';
import {
  type Decisions,
  decisionsAgain,
  editsOf,
  keepDecisions,
  openEdits,
  withDecision,
} from '../../../../web/src/check/review.ts';
import { storiesOf } from '../../../../web/src/check/stories.ts';
import { citeOfWords, claimAt, reasonAt } from './claims.ts';

const TEXT = 'It cost 5 crowns. It was made in 1751. Nobody knows. Why?';
const FINDINGS = [
  claimAt(TEXT, 'It cost 5 crowns.'),
  claimAt(TEXT, 'It was made in 1751.', {
    verdict: 'contradicted',
    reasons: [reasonAt(TEXT, { code: 'date-mismatch', words: '1751', source: '1571' })],
  }),
  claimAt(TEXT, 'Nobody knows.', { verdict: 'unsupported' }),
  claimAt(TEXT, 'Why?', { verdict: 'not-checked' }),
].map((claim, index) => ({ index, claim }));
const STATE = { ...NEW_CHECK, phase: 'checked' as const, text: TEXT, claimCount: 4, findings: FINDINGS };
const MADE = FINDINGS[1];
if (MADE === undefined) throw new Error('the fixture lacks its second finding');

const dismissed: Decisions = withDecision(new Map(), 2, { kind: 'dismissed', note: 'We know.' });
const taken = withDecision(dismissed, 1, { kind: 'taken-over', edits: openEdits(MADE, dismissed) });

describe('decisions', () => {
  it('change no text twice', () => {
    expect(editsOf(taken)).toEqual([{ start: 33, end: 37, words: '1571' }]);
    expect(openEdits(MADE, taken)).toEqual([]);
    expect(openEdits(MADE, withDecision(taken, 1, null))).toHaveLength(1);
  });

  it('leave less to look at, and change no verdict', () => {
    expect(countsOf(FINDINGS, new Map())).toMatchObject({ all: 4, 'to-look-at': 2, contradicted: 1 });
    expect(countsOf(FINDINGS, taken)).toMatchObject({ all: 4, 'to-look-at': 0, contradicted: 1 });
    expect(matches(MADE, 'contradicted', taken)).toBe(true);
    expect(matches(MADE, 'to-look-at', taken)).toBe(false);
  });

  it('come back with the same words and verdict, and with no other', () => {
    const kept = keepDecisions(STATE, taken);
    expect(decisionsAgain(FINDINGS, kept)).toEqual([[2, { kind: 'dismissed', note: 'We know.' }]]);
    const now = FINDINGS.map(({ index, claim }) => ({
      index,
      claim: { ...claim, verdict: 'supported' as const },
    }));
    expect(decisionsAgain(now, kept)).toEqual([]);
  });

  it('are kept with the draft, and read with care', () => {
    const draft = { text: TEXT, name: 'a.md', date: '2026-05-03', decisions: keepDecisions(STATE, taken) };
    expect(keptDraftOf(JSON.stringify(draft))).toEqual(draft);
    for (const other of [null, '', 'x', '[]', '{"text":""}', '{"text":5}'])
      expect(keptDraftOf(other)).toBeNull();
    expect(keptDraftOf('{"text":"a","decisions":[1,{"text":"a"}]}')).toEqual({
      ...{ text: 'a', name: '', date: '' },
      decisions: [],
    });
  });
});

describe('the report', () => {
  it('carries the checked text, its claims and what was decided of each', () => {
    const { report, decisions } = decidedReport(STATE, taken);
    expect(report).toMatchObject({
      text: TEXT,
      summary: { supported: 1, contradicted: 1, 'not-checked': 1 },
    });
    expect(Object.keys(report.summary)).toHaveLength(5);
    expect(decisions).toEqual([
      { claim: 1, action: 'taken-over', note: '1571' },
      { claim: 2, action: 'dismissed', note: 'We know.' },
    ]);
    expect(JSON.parse(reportJson(STATE, taken)).editedText).toBe(TEXT.replace('1751', '1571'));
    expect(JSON.parse(reportJson(STATE, dismissed))).not.toHaveProperty('editedText');
  });
});

describe('storiesOf', () => {
  const evidence = [
    citeOfWords('first', 'The repair cost 41.6 million crowns.'),
    citeOfWords('other', 'An inquiry named a sum above 41 million.'),
    citeOfWords('retold', 'The repair cost 41.6 million crowns, it said.'),
    citeOfWords('first', 'It reopened on Thursday.', 100),
  ];
  const shape = (independentSources: number) =>
    storiesOf(claimAt(TEXT, 'Why?', { evidence, independentSources })).map(({ cites, retellings }) =>
      [{ cites }, ...retellings].map((article) => article.cites[0].documentId),
    );

  it('folds articles that retell each other until there are as many sources as counted', () => {
    expect(shape(3)).toEqual([['first'], ['other'], ['retold']]);
    expect(shape(2)).toEqual([['first', 'retold'], ['other']]);
    expect(shape(1)).toEqual([['first', 'retold', 'other']]);
    expect(shape(0)).toHaveLength(1);
    expect(storiesOf(claimAt(TEXT, 'Why?'))).toEqual([]);
  });
});

describe('draftOfFile', () => {
  const fileOf = (name: string, content: BlobPart, type = '') => new File([content], name, { type });

  it('reads texts in the encodings that editors save in', async () => {
    const text = async (content: BlobPart) => {
      const draft = await draftOfFile(fileOf('a.txt', content));
      return draft?.kind === 'text' ? draft.text : null;
    };
    expect(await text('Grüße')).toBe('Grüße');
    expect(await text(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]))).toBe('a');
    expect(await text(new Uint8Array([0xff, 0xfe, 0x61, 0]))).toBe('a');
    expect(await text(new Uint8Array([0x63, 0x61, 0x66, 0xe9]))).toBe('café');
  });

  it('sends Word files as they are, and refuses what is no draft', async () => {
    expect(await draftOfFile(fileOf('A.DOCX', 'PK'))).toMatchObject({ kind: 'bytes', name: 'A.DOCX' });
    expect(await draftOfFile(fileOf('a.png', 'x', 'image/png'))).toBeNull();
    expect(await draftOfFile(fileOf('a.pdf', 'x', 'application/pdf'))).toBeNull();
  });
});
