import { describe, expect, it } from 'vitest';
import type { CheckReport } from '../../src/domain/check.ts';
import { appOver, FROM_SITE, post, publicAppOver } from './support/app.ts';
import { DOCUMENT_ID, recordingDesk } from './support/recording-desk.ts';

const ROUTE = '/api/check/report';
const TEXT = 'The mill burned on Monday. Nobody was <b>hurt</b>.';
const FIRST = TEXT.slice(0, 26);
const SECOND = TEXT.slice(27);

const source = {
  ...{ documentId: DOCUMENT_ID, path: 'mill.md', title: 'Mill <fire>', url: 'javascript:alert(1)' },
  ...{ publishedAt: '2026-05-03', start: 0, end: 26, quote: 'The mill burned on Friday.' },
};
const report: CheckReport = {
  text: TEXT,
  summary: { supported: 9, 'partially-supported': 9, contradicted: 9, unsupported: 9, 'not-checked': 9 },
  claims: [
    {
      ...{ start: 0, end: 26, text: FIRST, kind: 'statement', verdict: 'contradicted', score: 0.1 },
      reasons: [
        {
          code: 'date-mismatch',
          words: 'draft: Monday; source: Friday (Mill <fire>, 3 May 2026)',
          draft: { start: 19, end: 25, text: 'Monday' },
          source: { ...source, start: 19, end: 25, quote: 'Friday' },
        },
      ],
      ...{ evidence: [source], independentSources: 1 },
    },
    {
      ...{ start: 27, end: TEXT.length, text: SECOND, kind: 'statement', verdict: 'unsupported', score: 0.2 },
      ...{ reasons: [], evidence: [], independentSources: 0 },
    },
  ],
  ownCopies: [],
};

const render = (body: unknown, format = 'html') =>
  appOver(recordingDesk()).request(`${ROUTE}?format=${format}`, post(body));

describe('POST /api/check/report', () => {
  it('makes a page that stands alone, with the editor’s marks', async () => {
    const decisions = [{ claim: 0, action: 'dismissed', note: 'Seen by the <script>lawyer</script>.' }];
    const response = await render({ report, name: 'mill <draft>.docx', decisions });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="check.html"');
    const page = await response.text();
    expect(page).toContain('<h1>Check of mill &lt;draft&gt;.docx</h1>');
    expect(page).toMatch(/<h2>To look at<\/h2>\s*<section id="claim-1"/);
    expect(page).toMatch(/<h2>Settled by the editor<\/h2>\s*<section id="claim-0"/);
    expect(page).toContain(
      '<strong>Dismissed by the editor</strong>: <span dir="auto">Seen by the &lt;script&gt;lawyer&lt;/script&gt;.</span>',
    );
    expect(page).not.toMatch(/<script|<b>|<fire>|javascript:/);
  });

  it('makes Markdown of it', async () => {
    const decisions = [
      { claim: 1, action: 'dismissed', note: 'No.' },
      { claim: 1, action: 'accepted' },
    ];
    const response = await render({ report, decisions }, 'markdown');
    expect(response.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    const text = await response.text();
    expect(text).toContain(
      '# Check of the draft\n\n2 claims: 1 contradicted, 1 unsupported.\n\n## To look at\n\n### ✗ contradicted, line 1',
    );
    expect(text).toContain('## Settled by the editor\n\n### ? unsupported, line 1');
    expect(text).toContain('**Accepted by the editor**.');
    expect(text).not.toContain('No.');
  });

  it('says so where nothing is left to look at', async () => {
    const decisions = [0, 1].map((claim) => ({ claim, action: 'accepted' }));
    const page = await (await render({ report, decisions })).text();
    expect(page).toContain('Nothing more: the editor has settled the rest.');
  });

  it.each([
    ['another format', { report }, 'pdf', 'format: '],
    ['no report', {}, 'html', 'report: '],
    [
      'a claim with other words',
      { report: { ...report, text: 'Else.' } },
      'html',
      'each claim is the words of its span',
    ],
    [
      'claims out of order',
      { report: { ...report, claims: report.claims.toReversed() } },
      'html',
      'in the order of the starts',
    ],
    [
      'a mark on no claim',
      { report, decisions: [{ claim: 2, action: 'accepted' }] },
      'html',
      'decisions: each is about a claim',
    ],
    [
      'a mark of another kind',
      { report, decisions: [{ claim: 0, action: 'liked' }] },
      'html',
      'decisions.0.action: ',
    ],
    [
      'a long note',
      { report, decisions: [{ claim: 0, action: 'accepted', note: 'x'.repeat(2_001) }] },
      'html',
      'decisions.0.note: ',
    ],
  ])('refuses %s', async (_, body, format, words) => {
    const response = await render(body, format);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      code: 'invalid-input',
      detail: expect.stringContaining(words),
    });
  });

  it('is the desk’s alone', async () => {
    const response = await publicAppOver(recordingDesk()).request(
      `${ROUTE}?format=html`,
      post({ report }, FROM_SITE),
    );
    expect(response.status).toBe(404);
  });
});
