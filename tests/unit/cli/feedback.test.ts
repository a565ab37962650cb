import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFeedbackFile } from '../../../src/adapters/storage/feedback-file.ts';
import { runCli } from '../../../src/cli/run.ts';
import type { Feedback } from '../../../src/domain/feedback.ts';
import { memoryTerminal } from './support/memory-terminal.ts';

const HELPFUL: Feedback = {
  at: '2026-05-03T10:02:03.000Z',
  from: 'desk',
  question: 'Who drew the map?',
  answerText: 'Agnes Holt drew it in 1781.',
  helpful: true,
  cites: [],
};
const UNHELPFUL: Feedback = {
  ...HELPFUL,
  at: '2026-05-04T09:00:00.000Z',
  from: 'public',
  question: 'When does\n\u001b]0;title\u0007 the ferry sail?',
  answerText: 'x'.repeat(1_000),
  helpful: false,
  reason: 'The times are of last year.',
};

async function listed(said: readonly Feedback[], ...flags: readonly string[]) {
  const cwd = mkdtempSync(join(tmpdir(), 'feedback-'));
  const store = createFeedbackFile({ path: join(cwd, 'feedback.jsonl') });
  for (const entry of said) await store.add(entry);
  const terminal = memoryTerminal({ cwd });
  expect(await runCli(['feedback', '--index', cwd, ...flags], terminal)).toBe(0);
  return terminal.data();
}

describe('citedesk feedback', () => {
  it('says that there is none, also where there is no index', async () => {
    expect(await listed([])).toBe('No feedback yet.\n');
  });

  it('lists it newest first, cut to what can be read, without what moves a terminal', async () => {
    expect(await listed([HELPFUL, UNHELPFUL])).toBe(
      [
        '2 answers judged: 1 helpful, 1 not helpful.',
        '',
        '✗ not helpful 2026-05-04 09:00 UTC, a reader',
        '  When does the ferry sail?',
        `  ${'x'.repeat(239)}…`,
        '  Reason: The times are of last year.',
        '',
        '✓ helpful 2026-05-03 10:02 UTC, the desk',
        '  Who drew the map?',
        '  Agnes Holt drew it in 1781.',
        '',
      ].join('\n'),
    );
  });

  it('gives all of it as JSON', async () => {
    expect(JSON.parse(await listed([HELPFUL, UNHELPFUL], '--json'))).toEqual({
      entries: [UNHELPFUL, HELPFUL],
      unreadable: 0,
      counts: { total: 2, helpful: 1, unhelpful: 1 },
    });
  });

  it('shows a person the newest fifty', async () => {
    const text = await listed(Array(53).fill(HELPFUL));
    expect(text.match(/✓ helpful/g)).toHaveLength(50);
    expect(text).toContain('53 answers judged: 53 helpful.');
    expect(text).toContain('and 3 older; --json lists them all.');
  });
});
