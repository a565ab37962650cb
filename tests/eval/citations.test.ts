import { expect, it } from 'vitest';
import { runEvals } from '../../evals/run.ts';

// Without the public sets it asks about the sample corpus alone.
const dataDir = process.env['CITEDESK_EVAL_DATA'] ?? null;

it('cites what bears its sentences out, by the whole check and by the model alone', async () => {
  const { broken, results } = await runEvals({ suite: 'citations', dataDir, quick: true, print: () => {} });
  expect(results[0]?.result.status).toBe('done');
  expect(broken).toEqual([]);
});
