import type { Answer } from '../domain/answer.ts';
import type { AskRequest, Desk } from '../use-cases/desk.ts';
import { runBatch } from './batch.ts';
import { BATCH_FLAG, type Call, type Command, type ExitCode, FILTER_FLAGS, JSON_FLAG } from './command.ts';
import { filterOf } from './filter.ts';
import { answerLines } from './render-answer.ts';
import { questionOf, withPreset } from './with-preset.ts';

export const askCommand: Command = {
  name: 'ask',
  operands: 'QUESTION',
  summary: 'Answer a question in cited sentences',
  flags: [...FILTER_FLAGS, JSON_FLAG, BATCH_FLAG],
  run,
};

async function run(call: Call): Promise<ExitCode> {
  const { config, terminal } = call;
  const { batch } = config;
  const options = { ...filterOf(config), signal: terminal.signal };
  const question = batch === undefined ? questionOf(call) : '';
  return withPreset(call, async ({ desk }) => {
    if (batch !== undefined) {
      await desk.manifest();
      const answer = (each: string) => wholeAnswer(desk, { question: each, ...options });
      await runBatch({ file: batch, terminal, answer });
      return 0;
    }
    const answer = await wholeAnswer(desk, { question, ...options });
    await terminal.out(config.json === true ? `${JSON.stringify(answer)}\n` : answerLines(answer, terminal));
    return 0;
  });
}

async function wholeAnswer(desk: Desk, request: AskRequest): Promise<Answer> {
  for await (const event of desk.ask(request)) {
    if (event.type === 'answer-finished') return event.answer;
  }
  throw new Error('The desk ended without an answer.');
}
