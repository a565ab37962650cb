import type { Call, Command, ExitCode } from './command.ts';
import { UsageError } from './usage-error.ts';

export const evalCommand: Command = {
  name: 'eval',
  operands: '[SUITE]',
  summary: 'Measure search and answers on labelled questions',
  flags: [
    { name: 'data', value: 'DIR', help: 'folder of the public collections (default: CITEDESK_EVAL_DATA)' },
  ],
  run,
};

async function run({ operands, config, terminal }: Call): Promise<ExitCode> {
  const [suite, ...rest] = operands;
  if (rest.length > 0) throw new UsageError('One suite at a time.', 'Leave the others out.');
  // A measurement has nothing to clean up but its processes, which end with this one.
  terminal.signal.addEventListener('abort', () => process.exit(130));
  // Loaded when asked for: a production install has no collections and need not read their code.
  const { runEvals } = await import('../../evals/run.ts');
  const { passed } = await runEvals({
    dataDir: config.data ?? null,
    modelDir: config.modelDir,
    print: (line) => void terminal.out(`${line}\n`),
    ...(suite !== undefined && { suite }),
  });
  return passed ? 0 : 1;
}
