import { feedbackBeside } from '../runtime/feedback.ts';
import { type Call, type Command, type ExitCode, JSON_FLAG } from './command.ts';
import { feedbackLines } from './render-feedback.ts';
import { refuseOperands } from './with-preset.ts';

export const feedbackCommand: Command = {
  name: 'feedback',
  operands: '',
  summary: 'List what readers say of the answers, newest first',
  flags: [JSON_FLAG],
  run,
};

async function run(call: Call): Promise<ExitCode> {
  refuseOperands(call);
  const { config, terminal } = call;
  const list = await feedbackBeside(config).list();
  await terminal.out(config.json === true ? `${JSON.stringify(list)}\n` : feedbackLines(list, terminal));
  return 0;
}
