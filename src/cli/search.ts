import { runBatch } from './batch.ts';
import { BATCH_FLAG, type Call, type Command, type ExitCode, FILTER_FLAGS, JSON_FLAG } from './command.ts';
import { filterOf } from './filter.ts';
import { searchLines } from './render-search.ts';
import { questionOf, withPreset } from './with-preset.ts';

export const searchCommand: Command = {
  name: 'search',
  operands: 'QUESTION',
  summary: 'Find the passages nearest to a question',
  flags: [
    { name: 'limit', value: 'N', help: 'passages at most, 1 to 100 (default: 10)' },
    ...FILTER_FLAGS,
    JSON_FLAG,
    BATCH_FLAG,
  ],
  run,
};

async function run(call: Call): Promise<ExitCode> {
  const { config, terminal } = call;
  const { batch, limit } = config;
  const options = { ...filterOf(config), ...(limit !== undefined && { limit }), signal: terminal.signal };
  const question = batch === undefined ? questionOf(call) : '';
  return withPreset(call, async ({ desk }) => {
    if (batch !== undefined) {
      await desk.manifest();
      await runBatch({
        file: batch,
        terminal,
        answer: (each) => desk.search({ question: each, ...options }),
      });
      return 0;
    }
    const result = await desk.search({ question, ...options });
    await terminal.out(config.json === true ? `${JSON.stringify(result)}\n` : searchLines(result, terminal));
    return 0;
  });
}
