import { createNodePreset, type NodePreset } from '../runtime/node.ts';
import { printable } from '../use-cases/reporting/one-line.ts';
import type { Call, ExitCode } from './command.ts';
import { UsageError } from './usage-error.ts';

/** Runs with the program wired up, and ends the model's processes whatever happens. */
export async function withPreset(
  { config, terminal }: Call,
  work: (preset: NodePreset) => Promise<ExitCode>,
): Promise<ExitCode> {
  const note = (words: string) => terminal.note(printable(words));
  const preset = await createNodePreset(config, { onVerifierFailure: note });
  try {
    return await work(preset);
  } finally {
    const judged = preset.judged();
    if (judged !== null) note(judged);
    await preset.close();
  }
}

/** The operands as one question. Throws `UsageError` without any. */
export function questionOf({ operands }: Call): string {
  const question = operands.join(' ');
  if (question.trim() === '')
    throw new UsageError('There is no question.', 'Put it in quotes behind the command.');
  return question;
}

/** Throws `UsageError` where a command that takes no operands is given some. */
export function refuseOperands({ operands }: Call): void {
  if (operands.length > 0)
    throw new UsageError(`Nothing is expected here, and "${operands.join(' ')}" came.`);
}
