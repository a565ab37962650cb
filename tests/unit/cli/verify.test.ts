import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../../src/cli/run.ts';
import { memoryTerminal } from './support/memory-terminal.ts';

describe('citedesk verify', () => {
  it('judges each line by its own source, with the model, and needs no index', async () => {
    const source = 'The mill at Lund burned on Friday. Nobody was hurt, the mayor said.';
    const lines = [
      { id: 'a', claim: 'The mill at Lund burned on Friday.', source, other: 1 },
      { id: 'b', claim: 'The mill at Lund burned on Sunday.', source },
      'no json',
      { id: 3, claim: '', source },
      { id: 'd', claim: 'Herring prices doubled.', source: '' },
      { id: 'e', claim: 'No one was injured when the mill burned, according to the mayor.', source },
    ];
    const input = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
    const terminal = memoryTerminal({ stdin: Readable.from([Buffer.from(input)]) });
    expect(await runCli(['verify', '--batch', '-', '--index', '/nowhere/at/all'], terminal)).toBe(0);
    const out = terminal
      .data()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(out.map(({ id }) => id)).toEqual(['a', 'b', null, 3, 'd', 'e']);
    expect(out[0]).toEqual({
      id: 'a',
      verdict: 'supported',
      score: 0.99,
      reasons: [],
      quote: { start: 0, end: 34, text: 'The mill at Lund burned on Friday.' },
    });
    expect(out[1]).toMatchObject({ verdict: 'contradicted', reasons: [{ code: 'date-mismatch' }] });
    expect(out.slice(2, 4)).toEqual([
      { id: null, error: 'The line is not JSON.' },
      { id: 3, error: 'The claim is empty.' },
    ]);
    expect(out[4]).toMatchObject({ verdict: 'unsupported', quote: null });
    expect(out[5]).toMatchObject({ verdict: 'supported' });
  });

  it('is wrong use without a file', async () => {
    const terminal = memoryTerminal({});
    expect(await runCli(['verify'], terminal)).toBe(2);
  });
});
