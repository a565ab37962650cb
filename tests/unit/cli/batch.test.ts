import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { runBatch } from '../../../src/cli/batch.ts';
import { CitedeskError } from '../../../src/domain/errors.ts';
import { memoryTerminal } from './support/memory-terminal.ts';

async function batch(
  input: string | Readable,
  answer = async (question: string): Promise<object> => ({ question }),
) {
  const stdin = typeof input === 'string' ? Readable.from([Buffer.from(input)]) : input;
  const terminal = memoryTerminal({ stdin });
  await runBatch({ file: '-', terminal, answer });
  return terminal
    .data()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

describe('runBatch', () => {
  it('answers each line with its id, in order', async () => {
    const input = '{"id":"a","question":"x","extra":1}\n{"id":7,"question":"y"}\n';
    expect(await batch(input)).toEqual([
      { id: 'a', question: 'x' },
      { id: 7, question: 'y' },
    ]);
  });

  it('keeps the order when later lines are answered first', async () => {
    const release: (() => void)[] = [];
    const answer = (question: string) =>
      new Promise<object>((resolve) => {
        release.push(() => resolve({ question }));
        if (release.length === 4) for (const each of [...release].reverse()) each();
        if (release.length > 4) resolve({ question });
      });
    const lines = Array.from({ length: 9 }, (_, n) => JSON.stringify({ id: n, question: `q${n}` }));
    expect((await batch(lines.join('\n'), answer)).map(({ id }) => id)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('makes a bad line an error with its id and goes on', async () => {
    const input = ['{"id":"a"}', 'nonsense', '[]', '{"question":"x"}', '{"id":"b","question":"y"}'].join(
      '\n',
    );
    const words = 'The line is not an object with an id (text or number) and a question (text).';
    expect(await batch(input)).toEqual([
      { id: 'a', error: words },
      { id: null, error: 'The line is not JSON.' },
      { id: null, error: words },
      { id: null, error: words },
      { id: 'b', question: 'y' },
    ]);
  });

  it('makes a failing question an error and goes on', async () => {
    const answer = async (question: string) => {
      if (question === 'bad') throw new CitedeskError('limit-exceeded', 'Too long.');
      return { ok: true };
    };
    expect(await batch('{"id":1,"question":"bad"}\n{"id":2,"question":"good"}', answer)).toEqual([
      { id: 1, error: 'Too long.' },
      { id: 2, ok: true },
    ]);
  });

  it('passes over blank lines, and takes a byte order mark and Windows line ends', async () => {
    expect(await batch('\uFEFF{"id":1,"question":"x"}\r\n\r\n{"id":2,"question":"y"}\r\n')).toHaveLength(2);
  });

  it('puts a character together that was cut between pieces', async () => {
    const bytes = Buffer.from('{"id":1,"question":"Größe 🦢"}\n');
    const pieces = Array.from(bytes, (byte) => Buffer.from([byte]));
    expect(await batch(Readable.from(pieces))).toEqual([{ id: 1, question: 'Größe 🦢' }]);
  });

  it('answers a line before the next one comes', async () => {
    const stdin = new PassThrough();
    const terminal = memoryTerminal({ stdin });
    const done = runBatch({ file: '-', terminal, answer: async () => ({ ok: true }) });
    stdin.write('{"id":1,"question":"x"}\n');
    await expect.poll(() => terminal.data()).toBe('{"id":1,"ok":true}\n');
    stdin.end();
    await done;
  });

  it('reads a file, and names one that it cannot read', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'batch-'));
    writeFileSync(join(dir, 'q.jsonl'), '{"id":1,"question":"x"}');
    const terminal = memoryTerminal({ cwd: dir });
    await runBatch({ file: 'q.jsonl', terminal, answer: async () => ({}) });
    expect(terminal.data()).toBe('{"id":1}\n');
    const missing = runBatch({ file: 'none.jsonl', terminal, answer: async () => ({}) });
    await expect(missing).rejects.toMatchObject({ code: 'file-unreadable', message: /none\.jsonl/ });
  });

  it('stops when told to', async () => {
    const stdin = new PassThrough();
    const terminal = memoryTerminal({ stdin });
    const done = runBatch({ file: '-', terminal, answer: async () => ({ ok: true }) });
    terminal.stop('interrupted');
    await expect(done).rejects.toBe('interrupted');
  });
});
