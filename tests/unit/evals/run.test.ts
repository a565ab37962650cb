import { describe, expect, it } from 'vitest';
import { runEvals } from '../../../evals/run.ts';

describe('runEvals', () => {
  it('names the suites where one is asked for that does not exist', async () => {
    const running = runEvals({ suite: 'tme', dataDir: null, print: () => undefined });
    await expect(running).rejects.toMatchObject({
      code: 'invalid-input',
      message: 'There is no evaluation suite named "tme".',
      fix: expect.stringContaining('time'),
    });
  });

  it('skips a suite without its data, with the reason, and loads no model for it', async () => {
    const lines: string[] = [];
    const print = (line: string) => lines.push(line);
    const outcome = await runEvals({ suite: 'time', dataDir: null, modelDir: '/nowhere', print });
    expect(outcome).toMatchObject({ passed: true, broken: [], results: [{ suite: 'time' }] });
    expect(lines.join('\n')).toContain('skipped: No folder of judged sets was given');
  });
});
