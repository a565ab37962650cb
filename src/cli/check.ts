import { writeFile } from 'node:fs/promises';
import type { CheckReport } from '../domain/check.ts';
import type { Verdict } from '../domain/verdict.ts';
import { draftSource } from '../runtime/parsers.ts';
import type { CheckRequest, Desk } from '../use-cases/desk.ts';
import { htmlReport } from '../use-cases/reporting/report-html.ts';
import { markdownReport } from '../use-cases/reporting/report-markdown.ts';
import { createCheckProgress } from './check-progress.ts';
import { type Call, type Command, type ExitCode, JSON_FLAG } from './command.ts';
import { readDraft } from './read-draft.ts';
import { checkLines } from './render-check.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';
import { withPreset } from './with-preset.ts';

export const checkCommand: Command = {
  name: 'check',
  operands: 'FILE|-',
  summary: 'Check what a draft says and quotes against the articles',
  flags: [
    JSON_FLAG,
    { name: 'html', value: 'FILE', help: 'write the report as a page (-: standard output)' },
    { name: 'markdown', value: 'FILE', help: 'write the report as Markdown (-: standard output)' },
    {
      name: 'fail-on',
      value: 'LIST',
      help: 'exit with 1 when a claim has one of these verdicts, as in contradicted,unsupported',
    },
  ],
  run,
};

async function run(call: Call): Promise<ExitCode> {
  const { config, terminal } = call;
  const file = draftFile(call);
  const draft = await draftSource(file, await readDraft(file, terminal), terminal.signal);
  return withPreset(call, async ({ desk }) => {
    const report = await wholeReport(desk, { ...draft, signal: terminal.signal }, terminal);
    await writeReports(report, file, call);
    return hasVerdict(report, config.failOn ?? []) ? 1 : 0;
  });
}

function draftFile({ operands }: Call): string {
  const [file, ...rest] = operands;
  if (file === undefined)
    throw new UsageError('There is no draft.', 'Name its file, or - for standard input.');
  if (rest.length > 0) throw new UsageError('One draft at a time.', 'Leave the others out.');
  return file;
}

async function wholeReport(desk: Desk, request: CheckRequest, terminal: Terminal): Promise<CheckReport> {
  const progress = createCheckProgress(terminal);
  try {
    for await (const event of desk.check(request)) {
      progress.show(event);
      if (event.type === 'check-finished') return event.report;
    }
  } finally {
    progress.stop();
  }
  throw new Error('The desk ended without a report.');
}

async function writeReports(report: CheckReport, file: string, { config, terminal }: Call): Promise<void> {
  const write = (to: string, text: string) => (to === '-' ? terminal.out(text) : writeFile(to, text));
  const { html, markdown, json } = config;
  if (html !== undefined) await write(html, htmlReport(report, file));
  if (markdown !== undefined) await write(markdown, markdownReport(report, file));
  if (json === true) await terminal.out(`${JSON.stringify(report)}\n`);
  else if (html !== '-' && markdown !== '-') await terminal.out(checkLines(report, terminal));
}

function hasVerdict({ summary }: CheckReport, verdicts: readonly Verdict[]): boolean {
  return verdicts.some((verdict) => summary[verdict] > 0);
}
