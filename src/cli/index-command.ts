import { isAbsolute, relative, resolve } from 'node:path';
import type { IndexReport } from '../domain/index-manifest.ts';
import type { NodePreset } from '../runtime/node.ts';
import { printable } from '../use-cases/reporting/one-line.ts';
import { type Call, type Command, type ExitCode, JSON_FLAG } from './command.ts';
import { createProgress } from './progress.ts';
import { explanationLines } from './render-explanation.ts';
import { reportLines } from './render-index.ts';
import { watchFolder } from './watch.ts';
import { refuseOperands, withPreset } from './with-preset.ts';

export const indexCommand: Command = {
  name: 'index',
  operands: '',
  summary: 'Read the articles and make them searchable; what has not changed is kept',
  flags: [
    { name: 'watch', help: 'go on, and index again whenever an article changes' },
    { name: 'rebuild', help: 'embed everything afresh' },
    { name: 'explain', value: 'FILE', help: 'show what one file becomes, and index nothing' },
    JSON_FLAG,
  ],
  run: (call) => withPreset(call, (preset) => run(call, preset)),
};

async function run(call: Call, preset: NodePreset): Promise<ExitCode> {
  refuseOperands(call);
  const { config, terminal } = call;
  if (config.explain !== undefined) {
    return explain(config.explain, call, preset);
  }
  // Watched from before the first build, so that no change falls between the two.
  const changes = config.watch === true ? await watchFolder(config.corpus, terminal.signal) : null;
  await buildOnce(call, preset);
  if (changes === null) return 0;
  terminal.note(`Watching ${config.corpus}; Ctrl+C ends it.`);
  for await (const _ of changes) {
    await buildAgain(call, preset);
  }
  return terminal.signal.reason === 'interrupted' ? 130 : 0;
}

async function explain(file: string, { config, terminal }: Call, preset: NodePreset): Promise<ExitCode> {
  const explanation = await preset.explain(corpusPath(file, config.corpus, terminal.cwd));
  const text =
    config.json === true ? `${JSON.stringify(explanation)}\n` : explanationLines(explanation, terminal);
  await terminal.out(text);
  return explanation.type === 'read' ? 0 : 1;
}

// A file is named as the person sees it, or relative to the corpus as reports name it.
function corpusPath(file: string, corpus: string, cwd: string): string {
  const inside = relative(corpus, resolve(cwd, file));
  return inside.startsWith('..') || isAbsolute(inside) ? file : inside.replaceAll('\\', '/');
}

async function buildOnce({ config, terminal }: Call, preset: NodePreset): Promise<void> {
  const report = await build({ rebuild: config.rebuild === true, preset, terminal });
  if (config.json === true) await terminal.out(`${JSON.stringify(report)}\n`);
  else await terminal.out(reportLines(report, terminal));
}

// What goes wrong in one round, such as a full disk, may be right in the next.
async function buildAgain(call: Call, preset: NodePreset): Promise<void> {
  const { terminal, config } = call;
  try {
    await buildOnce({ ...call, config: { ...config, rebuild: false } }, preset);
  } catch (error) {
    if (terminal.signal.aborted) return;
    terminal.note(`citedesk: ${printable(error instanceof Error ? error.message : String(error))}`);
  }
}

interface Build {
  readonly rebuild: boolean;
  readonly preset: NodePreset;
  readonly terminal: Call['terminal'];
}

async function build({ rebuild, preset, terminal }: Build): Promise<IndexReport> {
  const progress = createProgress(terminal);
  let report: IndexReport | null = null;
  try {
    for await (const event of preset.build({ rebuild, signal: terminal.signal })) {
      progress.show(event);
      if (event.type === 'index-finished') report = event.report;
    }
  } finally {
    progress.stop();
  }
  if (report === null) throw new Error('The build ended without a report.');
  return report;
}
