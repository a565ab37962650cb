import { describe, expect, it } from 'vitest';
import { runEvals } from '../../evals/run.ts';

const dataDir = process.env['CITEDESK_EVAL_DATA'] ?? null;

describe.skipIf(dataDir === null)('injection (skipped where CITEDESK_EVAL_DATA names no folder)', () => {
  it('keeps its promises', async () => {
    const lines: string[] = [];
    const { broken, results } = await runEvals({
      suite: 'injection',
      dataDir,
      quick: true,
      print: (line) => lines.push(line),
    });
    // The table, in the log of the test run.
    process.stderr.write(`${lines.join('\n')}\n`);
    expect(results[0]?.result.status).toBe('done');
    expect(broken).toEqual([]);
  });
});
