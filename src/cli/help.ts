import { COMMON_FLAGS, type Command, type Flag } from './command.ts';

/** What `citedesk --help` shows. */
export function overview(commands: readonly Command[]): string {
  const rows = commands.map(
    ({ name, operands, summary }) => [`${name} ${operands}`.trim(), summary] as const,
  );
  return [
    'Citedesk answers questions over a folder of articles, every sentence with its source.',
    '',
    'Usage: citedesk COMMAND [flags]',
    '',
    ...table(rows),
    '',
    'citedesk COMMAND --help shows its flags. Exit codes: 0 done, 1 findings, 2 wrong use, 3 failure.',
    '',
  ].join('\n');
}

/** What `citedesk COMMAND --help` shows. */
export function commandHelp({ name, operands, summary, flags }: Command): string {
  const usage = `Usage: citedesk ${name}${operands === '' ? '' : ` ${operands}`} [flags]`;
  const rows = [...flags, ...COMMON_FLAGS].map((flag) => [flagWords(flag), flag.help] as const);
  return [`${summary}.`, '', usage, '', ...table(rows), ''].join('\n');
}

const flagWords = ({ name, value }: Flag) => `--${name}${value === undefined ? '' : ` ${value}`}`;

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
