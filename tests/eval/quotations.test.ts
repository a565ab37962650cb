import { describe, expect, it } from 'vitest';
import { runEvals } from '../../evals/run.ts';

const dataDir = process.env['CITEDESK_EVAL_DATA'] ?? null;

describe.skipIf(dataDir === null)('quotations (skipped where CITEDESK_EVAL_DATA names no folder)', () => {
  it('are found among 5,000 texts and judged as promised', async () => {
    const { broken, results } = await runEvals({
      suite: 'quotations',
      dataDir,
      quick: true,
      print: () => {},
    });
    expect(results[0]?.result.status).toBe('done');
    expect(broken).toEqual([]);
  });
});
