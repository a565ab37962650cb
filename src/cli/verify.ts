import { z } from 'zod';
import { runLines } from './batch.ts';
import type { Call, Command, ExitCode } from './command.ts';
import { UsageError } from './usage-error.ts';
import { refuseOperands, withPreset } from './with-preset.ts';

export const verifyCommand: Command = {
  name: 'verify',
  operands: '',
  summary: 'Hold claims against sources that are given with them; needs no index',
  flags: [
    {
      name: 'batch',
      value: 'FILE',
      help: 'read JSON lines {id, claim, source} (-: standard input), write {id, verdict, score, reasons, quote} for each',
    },
  ],
  run,
};

const fields = z.object({ claim: z.string(), source: z.string() });

async function run(call: Call): Promise<ExitCode> {
  const { config, terminal } = call;
  const { batch } = config;
  refuseOperands(call);
  if (batch === undefined)
    throw new UsageError('There is nothing to verify.', 'Give a file of JSON lines with --batch FILE.');
  return withPreset(call, async ({ desk }) => {
    await runLines({
      file: batch,
      terminal,
      fields,
      expected: 'a claim and a source (text)',
      answer: (pair) => desk.verify({ ...pair, signal: terminal.signal }),
    });
    return 0;
  });
}
