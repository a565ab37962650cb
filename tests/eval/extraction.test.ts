import { describe, expect, it } from 'vitest';
import { runEvals } from '../../evals/run.ts';

const dataDir = process.env['CITEDESK_EVAL_DATA'] ?? null;

describe.skipIf(dataDir === null)('extraction (skipped where CITEDESK_EVAL_DATA names no folder)', () => {
  it('keeps its floor on labelled news pages', async () => {
    const { broken, results } = await runEvals({ suite: 'extraction', dataDir, print: () => {} });
    expect(results[0]?.result.status).toBe('done');
    expect(broken).toEqual([]);
  });
});
