import { nodeProbes } from '../runtime/probes.ts';
import { diagnose, type Finding } from '../use-cases/diagnose.ts';
import { type Call, type Command, type ExitCode, JSON_FLAG } from './command.ts';
import { oneLine, type Terminal } from './terminal.ts';
import { refuseOperands } from './with-preset.ts';

export const doctorCommand: Command = {
  name: 'doctor',
  operands: '',
  summary: 'Check the runtime, the model, the articles, the index, the page and the port',
  flags: [{ name: 'port', value: 'N', help: 'port to look at (default: 4747)' }, JSON_FLAG],
  run,
};

async function run(call: Call): Promise<ExitCode> {
  refuseOperands(call);
  const { config, terminal } = call;
  const findings = await diagnose(await nodeProbes(config));
  if (config.json === true) await terminal.out(`${JSON.stringify({ findings })}\n`);
  else await terminal.out(`${findings.map((finding) => line(finding, terminal)).join('\n')}\n`);
  return findings.every(({ isGood }) => isGood) ? 0 : 1;
}

function line({ check, isGood, words, fix }: Finding, { style }: Terminal): string {
  const mark = isGood ? style('green', '✓') : style('red', '✗');
  const repair = fix === null ? '' : ` ${style('bold', oneLine(fix))}`;
  return `${mark} ${check.padEnd(9)}${oneLine(words)}${repair}`;
}
