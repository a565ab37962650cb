import { expect, it } from 'vitest';
import { runEvals } from '../../evals/run.ts';

// Without the public set it runs on the attacks of our own writing alone.
const dataDir = process.env['CITEDESK_EVAL_DATA'] ?? null;

it('shows nothing that an instruction in an article or a question wants shown', async () => {
  const { broken, results } = await runEvals({ suite: 'injection-written', dataDir, print: () => {} });
  expect(results[0]?.result.status).toBe('done');
  expect(broken).toEqual([]);
});
