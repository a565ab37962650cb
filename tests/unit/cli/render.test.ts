import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { answerLines } from '../../../src/cli/render-answer.ts';
import { checkLines } from '../../../src/cli/render-check.ts';
import { searchLines } from '../../../src/cli/render-search.ts';
import { oneLine, wrap } from '../../../src/cli/terminal.ts';
import type { CheckedClaim, CheckReport } from '../../../src/domain/check.ts';
import type { Cite } from '../../../src/domain/document.ts';
import { printable } from '../../../src/use-cases/reporting/one-line.ts';
import { htmlReport } from '../../../src/use-cases/reporting/report-html.ts';
import { escapeMarkdown, markdownReport } from '../../../src/use-cases/reporting/report-markdown.ts';
import { escapeHtml } from '../../../src/use-cases/reporting/report-marks.ts';
import { ABSTAINED, ANSWERED, STRUCK } from '../../http/support/recording-desk.ts';
import { memoryTerminal } from './support/memory-terminal.ts';

const HOSTILE = '<script>alert(1)</script> & "quotes" \u001b[2J *stars* [link](javascript:x) `code`';

const source: Cite = {
  documentId: 'd0000000000000000',
  path: 'a<b>.md',
  title: HOSTILE,
  url: 'https://news.example/?a="b"&c=<d>',
  publishedAt: null,
  start: 3,
  end: 9,
  quote: HOSTILE,
};

const DRAFT = `One line.\nThe ${HOSTILE} had 54 aircraft.`;

function claim(fields: Partial<CheckedClaim>): CheckedClaim {
  const { start = 0, end = 9 } = fields;
  const text = DRAFT.slice(start, end);
  return {
    ...{ start, end, text, kind: 'statement', verdict: 'not-checked', score: 0 },
    ...{ reasons: [], evidence: [], independentSources: 0 },
    ...fields,
  };
}

const REPORT: CheckReport = {
  text: DRAFT,
  summary: { supported: 0, 'partially-supported': 0, contradicted: 1, unsupported: 0, 'not-checked': 1 },
  claims: [
    claim({}),
    claim({
      start: 10,
      end: DRAFT.length,
      verdict: 'contradicted',
      reasons: [
        {
          code: 'number-mismatch',
          words: `draft: 54 aircraft; source: 45 aircraft ${HOSTILE}`,
          draft: { start: 10, end: 12, text: '54' },
          source,
        },
      ],
      evidence: [source],
      independentSources: 1,
    }),
  ],
  ownCopies: [],
};

describe('answers for a person', () => {
  it('number the sources, one number a place', () => {
    expect(answerLines(ANSWERED, memoryTerminal())).toBe(
      `The mill burned on Friday. [1] Nobody was hurt, the mayor said. [2] [1]

Sources
[1] 2026/mill fire.md:0-26  Mill fire · 2026-05-03
    “The mill burned on Friday.”
[2] 2026/mill fire.md:28-60  Mill fire · 2026-05-03
    “Nobody was hurt, the mayor said.”
`,
    );
  });

  it('say when there is none and show what is nearest', () => {
    expect(answerLines(ABSTAINED, memoryTerminal())).toBe(
      `The archive does not hold an answer to this.

Nearest passages
- 2026/mill fire.md:0-26  Mill fire · 2026-05-03
  “The mill burned on Friday.”
`,
    );
  });

  it('say what is struck through and why, and how the answer came about', () => {
    const text = answerLines(STRUCK, memoryTerminal());
    expect(text).toContain('The mill burned on Friday. [1] ~~The mill burned on Monday. [1]~~ Nobody');
    expect(text).toContain(
      'Not borne out as it stands\n- contradicted: “The mill burned on Monday.” Draft: Monday; source: Friday.',
    );
    expect(text).toMatch(/The language model reached its limit of 500 tokens; [^\n]+ missing\.\n$/);
  });

  it('show sources that disagree', () => {
    const [first] = ANSWERED.claims[0]?.citations ?? [];
    const sides = first === undefined ? [] : [first];
    const text = answerLines({ ...ANSWERED, conflicts: [{ about: 'the day', sides }] }, memoryTerminal());
    expect(text).toContain('The sources disagree: the day\n- 2026/mill fire.md:0-26');
  });
});

describe('searches for a person', () => {
  it('say when nothing was found', () => {
    expect(searchLines({ question: 'x', passages: [], documents: [] }, memoryTerminal())).toBe(
      'Nothing found.\n',
    );
  });
});

describe('reports', () => {
  it('name line, reason and source on a terminal, and print nothing that steers it', () => {
    const text = checkLines(REPORT, memoryTerminal());
    expect(text).toContain('2 claims: 1 contradicted, 1 not checked.');
    expect(text).toContain('✗ contradicted · line 2');
    expect(text).toContain('→ draft: 54 aircraft; source: 45 aircraft');
    expect(text).not.toContain('\u001b');
  });

  it('are HTML without a tag of the draft or the source in it', () => {
    const html = htmlReport(REPORT, HOSTILE);
    const tags = new Set([...html.matchAll(/<\/?([a-z0-9]+)/gi)].map((match) => match[1]));
    const expected =
      'html head meta title style body main h1 h2 h3 p div a section ul li span dl dt dd q mark'.split(' ');
    expect([...tags].sort()).toEqual(expected.sort());
    expect(html).not.toContain('javascript:x"');
    expect(html).toContain("default-src 'none'");
  });

  it('show the whole draft, each stretch once', () => {
    const html = htmlReport(REPORT, 'draft.txt');
    const marked = /<div class="draft" dir="auto">(.*?)<\/div>/s.exec(html)?.[1] ?? '';
    expect(marked.replace(/<[^>]*>/g, '')).toBe(escapeHtml(DRAFT));
    expect(marked).toContain('<a href="#claim-1" id="at-1" class="contradicted" title="contradicted">');
  });

  it('are Markdown with every mark of the draft and the source escaped', () => {
    const markdown = markdownReport(REPORT, 'draft.txt');
    expect(markdown).toContain('\\<script\\>alert(1)\\</script\\>');
    expect(markdown).toContain('\\[link\\](javascript:x)');
    expect(markdown).toContain('(<https://news.example/?a=%22b%22&c=%3Cd%3E>)');
  });
});

describe('escapes', () => {
  it('leave words alone', () => {
    expect(escapeHtml('Plain words, 54 — ok')).toBe('Plain words, 54 — ok');
    expect(escapeMarkdown('Plain words 54 — ok')).toBe('Plain words 54 — ok');
  });

  it('keep a line one line', () => {
    expect(escapeMarkdown('a\n# b')).toBe('a # b');
    expect(escapeMarkdown('3. May')).toBe('3\\. May');
  });

  it('leave Markdown nothing to make of any text', () => {
    const marks = fc.constantFrom(
      ...'#*_`~[](){}<>!&|\\-+=.:/@$^1 ab\n'.split(''),
      'www.',
      'http://a.b',
      '&amp;',
    );
    const texts = fc.array(marks, { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const html = marked.parse(escapeMarkdown(text), { async: false });
        const shown = escapeHtml(oneLine(text));
        expect(html.trim()).toBe(shown === '' ? '' : `<p>${shown}</p>`);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('words on a terminal', () => {
  it('lose what steers it and keep tab and line break', () => {
    expect(printable('a\u001b]0;title\u0007b\u0000\u009bmc\td\n')).toBe('abc\td\n');
  });

  it('are cut between characters', () => {
    expect(oneLine('🦢🦢🦢🦢', 3)).toBe('🦢🦢…');
  });

  it('are wrapped at spaces, indented, and left whole elsewhere', () => {
    expect(wrap('aaaa bbbb cccc dddd eeee', { columns: 22, indent: '  ' })).toBe(
      '  aaaa bbbb cccc dddd\n  eeee',
    );
    expect(wrap('aaaa bbbb', { columns: null })).toBe('aaaa bbbb');
  });
});
