import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerSchema, checkReportSchema, searchResultSchema } from '../../src/http/schemas.ts';
import { citedesk, corpusCopy, FIXTURE, finished, folder, startCitedesk } from './support/cli.ts';

const index = join(folder(), 'index');
const flags = ['--corpus', FIXTURE, '--index', index];

function lines(text: string): Record<string, unknown>[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

beforeAll(async () => {
  const { code, stdout } = await citedesk(['index', ...flags, '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ documents: 5, skipped: [], rebuildReason: null });
});

describe('index', () => {
  it('embeds only what has changed, and reports for a person', async () => {
    const corpus = corpusCopy();
    const own = ['--corpus', corpus, '--index', join(folder(), 'index')];
    await citedesk(['index', ...own]);
    writeFileSync(join(corpus, 'school-meals.txt'), 'The schools of Marrowby will serve soup.\n');
    writeFileSync(join(corpus, 'new.txt'), 'A new bakery has opened in Marrowby.\n');
    writeFileSync(join(corpus, 'broken.txt'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]));
    const { code, stdout, stderr } = await citedesk(['index', ...own]);
    expect(code).toBe(0);
    expect(stdout).toContain('1 added, 1 changed, 4 unchanged, 0 removed, 1 skipped.');
    expect(stdout).toContain('skipped broken.txt: ');
    expect(stderr).toMatch(/\d+ of \d+ articles/);
  });

  it('goes on watching, and indexes what changes', async () => {
    const corpus = corpusCopy();
    const child = startCitedesk(['index', '--watch', '--corpus', corpus, '--index', join(folder(), 'index')]);
    const end = finished(child);
    const printed = (words: string) =>
      new Promise<void>((resolve) => {
        for (const stream of [child.stdout, child.stderr]) {
          stream?.on('data', (text) => String(text).includes(words) && resolve());
        }
      });
    await printed('Watching');
    const again = printed('1 added, 0 changed, 5 unchanged');
    writeFileSync(join(corpus, 'new.txt'), 'A new bakery has opened in Marrowby.\n');
    await again;
    child.kill('SIGINT');
    expect((await end).code).toBe(130);
  });

  it('explains one file', async () => {
    const { code, stdout } = await citedesk(['index', ...flags, '--explain', 'museum.html', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      type: 'read',
      document: { title: 'Museum finds lost map of the marshes' },
    });
    expect(stdout).not.toContain('Subscribe');
    expect((await citedesk(['index', ...flags, '--explain', 'none.txt'])).code).toBe(1);
  });

  it('takes an empty corpus for an empty index, which answers nothing', async () => {
    const own = ['--corpus', folder(), '--index', join(folder(), 'index')];
    const built = await citedesk(['index', ...own]);
    expect(built).toMatchObject({ code: 0, stdout: expect.stringContaining('0 articles, 0 passages') });
    const asked = await citedesk(['ask', 'Who won?', ...own, '--json']);
    expect(JSON.parse(asked.stdout)).toMatchObject({ status: 'abstained', claims: [], nearest: [] });
  });
});

describe('search', () => {
  it('gives the shapes that are promised, spans that hold, and as many as asked', async () => {
    const { code, stdout } = await citedesk([
      'search',
      'lost map of the marshes',
      ...flags,
      '--json',
      '--limit',
      '2',
    ]);
    expect(code).toBe(0);
    const result = searchResultSchema.parse(JSON.parse(stdout));
    expect(result.passages).toHaveLength(2);
    expect(result.passages[0]).toMatchObject({ path: 'museum.html', rank: 1 });
  });

  it('narrows by path and date', async () => {
    const search = async (...filter: string[]) =>
      searchResultSchema.parse(
        JSON.parse((await citedesk(['search', 'bridge', ...flags, '--json', ...filter])).stdout),
      );
    const inFolder = await search('--path', '2026/**');
    expect(new Set(inFolder.documents.map(({ path }) => path))).toEqual(
      new Set(['2026/harbour bridge.md', '2026/bridge-reopens.md']),
    );
    const later = await search('--since', '2026-07-01');
    expect(later.documents.map(({ path }) => path)).toEqual(['2026/bridge-reopens.md']);
  });

  it('lists for a person', async () => {
    const { stdout } = await citedesk(['search', 'swans', 'at', 'the', 'lake', ...flags]);
    expect(stdout).toMatch(/^ 1 {2}новости 🦢\.md:\d+-\d+ {2}/);
    expect(stdout).not.toContain('\u001b');
  });
});

describe('ask', () => {
  it('gives the shape that is promised', async () => {
    const { code, stdout } = await citedesk([
      'ask',
      'How many swans came back to the lake?',
      ...flags,
      '--json',
    ]);
    expect(code).toBe(0);
    const answer = answerSchema.parse(JSON.parse(stdout));
    expect(answer.status).toBe('answered');
    expect(answer.text).toContain('Forty-three');
    for (const { text, start, end } of answer.claims) expect(answer.text.slice(start, end)).toBe(text);
  });

  it('says that the archive does not hold it, which is an answer', async () => {
    const { code, stdout } = await citedesk([
      'ask',
      'Who won the chess championship in Reykjavik?',
      ...flags,
      '--json',
    ]);
    expect(code).toBe(0);
    expect(answerSchema.parse(JSON.parse(stdout)).status).toBe('abstained');
  });

  it('prints sources with their places for a person', async () => {
    const { stdout } = await citedesk(['ask', 'Who drew the map of the marshes?', ...flags]);
    expect(stdout).toMatch(/\[1\]/);
    expect(stdout).toMatch(/\n\nSources\n\[1\] museum\.html:\d+-\d+ {2}Museum finds/);
  });

  it('answers a batch in order, past bad lines', async () => {
    const stdin = [
      '{"id":"a","question":"How many swans?"}',
      'bad',
      '{"id":"b","question":""}',
      '{"id":3,"question":"Who drew the map?"}',
    ];
    const { code, stdout } = await citedesk(['ask', '--batch', '-', ...flags], { stdin: stdin.join('\n') });
    expect(code).toBe(0);
    const answers = lines(stdout);
    expect(answers.map(({ id }) => id)).toEqual(['a', null, 'b', 3]);
    expect(answers[1]).toEqual({ id: null, error: 'The line is not JSON.' });
    expect(answers[2]).toEqual({ id: 'b', error: 'The question is empty.' });
    for (const answer of [answers[0], answers[3]]) answerSchema.parse(answer);
  });
});

describe('check', () => {
  const draft = [
    'The repairs of the harbour bridge will cost 3.8 million crowns.',
    '"I opened the drawer to look for a stapler," said Milo Brandt.',
    'Councillor Petra Osei said they would "take two worries off the kitchen table".',
  ].join('\n\n');

  it('reads standard input, gives the shape that is promised and the draft unchanged', async () => {
    const { code, stdout } = await citedesk(['check', '-', ...flags, '--json'], { stdin: draft });
    expect(code).toBe(0);
    const report = checkReportSchema.parse(JSON.parse(stdout));
    expect(report.text).toBe(draft);
    for (const { text, start, end } of report.claims) expect(draft.slice(start, end)).toBe(text);
    expect(report.claims.map(({ verdict }) => verdict)).toContain('contradicted');
  });

  it('fails on the verdicts that it is told to', async () => {
    const run = (verdicts: string) =>
      citedesk(['check', '-', ...flags, '--fail-on', verdicts], { stdin: draft });
    expect((await run('contradicted,unsupported')).code).toBe(1);
    expect((await run('not-checked')).code).toBe(0);
  });

  it('writes reports', async () => {
    const dir = folder();
    writeFileSync(join(dir, 'draft <1>.md'), `# Title\n\n${draft}\n`);
    const args = ['check', 'draft <1>.md', ...flags, '--html', 'r.html', '--markdown', 'r.md'];
    const { code, stdout } = await citedesk(args, { cwd: dir });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\d+ claims: /);
    expect(readFileSync(join(dir, 'r.html'), 'utf8')).toContain('<h1>Check of draft &lt;1&gt;.md</h1>');
    expect(readFileSync(join(dir, 'r.md'), 'utf8')).toMatch(/^# Check of draft \\<1\\>\.md\n/);
  });

  it.each([
    [['check'], 2, 'There is no draft.'],
    [['check', 'none.txt'], 3, 'The draft none.txt cannot be read: there is none.'],
    [['check', '/'], 3, 'it is a folder'],
    [['check', '-'], 2, 'The draft is empty.'],
  ])('refuses %j', async (args, code, words) => {
    const result = await citedesk([...args, ...flags]);
    expect(result).toMatchObject({ code, stdout: '', stderr: expect.stringContaining(words) });
  });

  it('refuses bytes that are no text', async () => {
    const dir = folder();
    writeFileSync(join(dir, 'image.txt'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]));
    expect((await citedesk(['check', 'image.txt', ...flags], { cwd: dir })).code).toBe(3);
  });
});

describe('wrong use', () => {
  it('ends with 2, one sentence and a suggestion', async () => {
    expect(await citedesk(['serach', 'x'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'citedesk: There is no command serach. Did you mean search?\n',
    });
  });
});

describe('interruptions', () => {
  it('end a build with 130, and the old index stays', async () => {
    const child = startCitedesk(['index', ...flags, '--rebuild']);
    const end = finished(child);
    await new Promise((resolve) => child.stderr?.once('data', resolve));
    child.kill('SIGINT');
    expect(await end).toMatchObject({ code: 130, stdout: '' });
    expect((await citedesk(['search', 'swans', ...flags])).code).toBe(0);
  });

  it('by a reader that has enough are no failure', async () => {
    const questions = Array.from({ length: 200 }, (_, id) =>
      JSON.stringify({ id, question: 'Who drew the map?' }),
    );
    const child = startCitedesk(['search', '--batch', '-', ...flags]);
    child.stdin?.on('error', () => {}).end(questions.join('\n'));
    child.stdout?.once('data', () => child.stdout?.destroy());
    const stderr: string[] = [];
    child.stderr?.on('data', (text) => stderr.push(String(text)));
    const code = await new Promise((resolve) => child.on('exit', resolve));
    expect({ code, stderr }).toEqual({ code: 0, stderr: [] });
  });
});
