import { describe, expect, it } from 'vitest';
import { runEvals } from '../../evals/run.ts';

const dataDir = process.env['CITEDESK_EVAL_DATA'] ?? null;
const cacheDir = process.env['CITEDESK_EVAL_CACHE'];

async function run(suite: string) {
  const lines: string[] = [];
  const cache = cacheDir === undefined ? {} : { cacheDir };
  const outcome = await runEvals({
    suite,
    dataDir,
    ...cache,
    quick: true,
    print: (line) => lines.push(line),
  });
  // The table, in the log of the test run.
  process.stderr.write(`${lines.join('\n')}\n`);
  return outcome;
}

describe('retrieval', () => {
  it('keeps its floors on the sample corpus', async () => {
    const { broken, results } = await run('corpus');
    expect(results[0]?.result.status).toBe('done');
    expect(broken).toEqual([]);
  });

  describe.skipIf(dataDir === null)('judged sets (skipped where CITEDESK_EVAL_DATA names no folder)', () => {
    // Of SciFact all 300 questions, among a quarter of its texts: the whole takes four minutes of a core.
    it.each(['time', 'clapnq', 'scifact'])('keeps its floor on %s', async (suite) => {
      const { broken, results } = await run(suite);
      expect(results[0]?.result.status).toBe('done');
      expect(broken).toEqual([]);
    });
  });
});
