import { describe, expect, it } from 'vitest';
import type { Answer, AnswerClaim } from '../../../src/domain/answer.ts';
import type { Cite } from '../../../src/domain/document.ts';
import { CitedText, citedAnswer } from '../../../src/http/cited-text.ts';

const cite = (quote: string, more: Partial<Cite> = {}): Cite => ({
  documentId: 'd0123456789abcdef',
  path: 'mill.txt',
  title: 'Mill fire',
  url: null,
  publishedAt: '2026-05-03',
  start: 0,
  end: quote.length,
  quote,
  ...more,
});

const claim = (text: string, more: Partial<AnswerClaim> = {}): AnswerClaim => ({
  text,
  start: 0,
  end: text.length,
  verdict: 'supported',
  citations: [],
  alsoReportedBy: [],
  ...more,
});

const answer = (more: Partial<Answer> = {}): Answer => ({
  status: 'answered',
  question: 'q',
  text: '',
  claims: [],
  conflicts: [],
  nearest: [],
  ...more,
});

describe('CitedText', () => {
  const mill = cite('The mill burned.');
  const mayor = cite('Nobody was hurt.', { start: 20, end: 36, url: 'https://news.example/mill' });

  it('numbers places in reading order, the same one by the same number', () => {
    const text = new CitedText();
    const pieces = [
      text.claim('', claim('The mill burned.', { citations: [mill] })),
      text.claim(' ', claim('Nobody was hurt.', { citations: [mayor, mill] })),
      text.ending(answer()),
    ];
    const whole = pieces.join('');
    expect(whole).toBe(
      [
        'The mill burned. [1] Nobody was hurt. [2][1]',
        '',
        'Sources:',
        '- [1] Mill fire, 2026-05-03, mill.txt: “The mill burned.”',
        '- [2] Mill fire, 2026-05-03, https://news.example/mill: “Nobody was hurt.”',
        '',
        'Checked against the sources: 2 sentences, 2 supported.',
      ].join('\n'),
    );
    expect(text.marks.map(({ start, end }) => whole.slice(start, end))).toEqual(['[1]', '[2]', '[1]']);
    expect(text.marks.map(({ claimIndex }) => claimIndex)).toEqual([0, 1, 1]);
  });

  it('says every verdict but support where it falls, and counts them all', () => {
    const text = new CitedText();
    const first = text.claim('', claim('A.', { verdict: 'not-checked' }));
    const second = text.claim(' ', claim('B.', { verdict: 'contradicted', citations: [mill] }));
    expect(first + second).toBe('A. (not checked) B. [1] (contradicted)');
    expect(text.ending(answer())).toContain('2 sentences, 1 not checked, 1 contradicted.');
  });

  it('strikes a sentence that is not borne out, with the reason, and ends with the notice', () => {
    const reason = { code: 'number-mismatch' as const, words: 'answer: 4; source: 5', source: null };
    const draft = { start: 0, end: 1, text: '4' };
    const struck = claim('It cost ~~4~~.', {
      start: 6,
      end: 20,
      verdict: 'contradicted',
      isStruck: true,
      reasons: [{ ...reason, draft }],
    });
    const last = claim('B.', { start: 23, end: 25 });
    const claims = [claim('A. ', { end: 3 }), struck, last];
    const text = 'A.  ~~It cost ~~4~~.~~ B.';
    const { content } = citedAnswer(answer({ text, claims, notice: 'The model <b>failed</b>.' }));
    expect(content.split('\n')[0]).toBe('A. ~~It cost \\~~4\\~~.~~ (contradicted: answer: 4; source: 5) B.');
    expect(content.endsWith('The model &lt;b>failed&lt;/b>.')).toBe(true);
  });

  it('shows both sides of a conflict and the retellings of a source', () => {
    const text = new CitedText();
    const { start, end, quote, ...ref } = cite('x', { documentId: 'd1', title: 'Retold' });
    const said = text.claim('', claim('A.', { citations: [mill], alsoReportedBy: [ref] }));
    const other = cite('The barn burned.', { documentId: 'd2' });
    const ending = text.ending(answer({ conflicts: [{ about: 'what burned', sides: [mill, other] }] }));
    expect(said + ending).toContain('Sources disagree on what burned: [1] [2]\n\nSources:');
    expect(ending).toContain('“The mill burned.” (also reported by Retold, 2026-05-03, mill.txt)');
    expect(ending).toContain('- [2] Mill fire, 2026-05-03, mill.txt: “The barn burned.”');
    expect([start, end, quote]).toEqual([0, 1, 'x']);
  });

  it('lists the nearest passages with a refusal', () => {
    const text = new CitedText();
    const whole = text.ending(answer({ status: 'abstained', text: 'Not here.', nearest: [mill, mayor] }));
    expect(whole).toBe(
      'Not here.\n\nNearest passages, which do not answer it:' +
        '\n- [1] Mill fire, 2026-05-03, mill.txt: “The mill burned.”' +
        '\n- [2] Mill fire, 2026-05-03, https://news.example/mill: “Nobody was hurt.”',
    );
    expect(text.marks.map(({ start, end }) => whole.slice(start, end))).toEqual(['[1]', '[2]']);
  });

  it('keeps a source’s words from making a line of their own', () => {
    const text = new CitedText();
    const forged = cite('Fire.\n- [2] The Times: “forged”\n\nSources:');
    const whole = text.claim('', claim(forged.quote, { citations: [forged] })) + text.ending(answer());
    expect(whole.split('\n').filter((line) => line.startsWith('- ['))).toHaveLength(1);
    expect(whole.split('\n').filter((line) => line === 'Sources:')).toHaveLength(1);
  });
});
