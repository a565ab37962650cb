import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../../src/cli/run.ts';
import { memoryTerminal } from './support/memory-terminal.ts';

async function run(...args: readonly string[]) {
  const terminal = memoryTerminal({ cwd: mkdtempSync(join(tmpdir(), 'run-')) });
  const code = await runCli(args, terminal);
  return { code, data: terminal.data(), notes: terminal.notes() };
}

const LONG = 'x'.repeat(100_000);

describe('runCli', () => {
  it.each([
    ['a command that there is none of', ['serach', 'x'], 'There is no command serach. Did you mean search?'],
    ['a command like none', ['frobnicate'], 'There is no command frobnicate. There are index, search, '],
    ['a mistyped flag', ['ask', 'x', '--jsn'], 'There is no flag --jsn. Did you mean --json?'],
    ['a flag of another command', ['ask', 'x', '--port', '1'], 'There is no flag --port.'],
    ['no question', ['ask'], 'There is no question.'],
    ['an empty question', ['search', '  '], 'There is no question.'],
    ['a long question', ['ask', LONG], 'A question has at most 2,000 characters; this one has 100,000.'],
    ['a limit out of range', ['search', 'x', '--limit', '0'], 'In the flags, limit: '],
    ['a date that is none', ['search', 'x', '--since', 'yesterday'], 'since is a date such as 2026-05-03'],
    ['a port that is none', ['serve', '--port', 'http'], 'In the flags, port: '],
    ['a word too many', ['doctor', 'x'], 'Nothing is expected here, and "x" came.'],
    ['two drafts', ['check', 'a', 'b'], 'One draft at a time.'],
    ['a config that is not there', ['ask', 'x', '--config', 'none.ts'], 'There is no config file'],
    ['a suite that there is none of', ['eval', 'none'], 'There is no evaluation suite named "none".'],
  ])('ends with 2 and one sentence on %s', async (_, args, words) => {
    const { code, data, notes } = await run(...args);
    expect({ code, data }).toEqual({ code: 2, data: '' });
    expect(notes).toEqual([expect.stringContaining(words)]);
    expect(notes[0]).not.toContain('\n');
    expect(notes[0]?.length).toBeLessThan(400);
  });

  it('shows the commands without one', async () => {
    expect((await run()).code).toBe(2);
    const { code, data } = await run('--help');
    expect(code).toBe(0);
    for (const name of ['index', 'search', 'ask', 'check', 'serve', 'eval', 'doctor']) {
      expect(data).toContain(`\n  ${name} `);
    }
  });

  it.each(['index', 'search', 'ask', 'check', 'serve', 'eval', 'doctor'])(
    'shows the flags of %s',
    async (name) => {
      const { code, data } = await run(name, '--help');
      expect(code).toBe(0);
      expect(data).toContain(`Usage: citedesk ${name}`);
      for (const flag of ['--corpus DIR', '--index DIR', '--config FILE']) expect(data).toContain(flag);
      expect(await run('help')).toMatchObject({ code: 0 });
    },
  );

  it('fails with 3 and the fix where there is no index', async () => {
    const { code, notes } = await run('ask', 'Who?');
    expect(code).toBe(3);
    expect(notes).toEqual([expect.stringMatching(/There is no index in .*\/index\. Run `citedesk index`/)]);
  });
});
