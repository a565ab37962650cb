import { readProblem } from '../api/problem.ts';
import type { Server } from '../api/server.ts';
import { plainLine } from '../text/bidi.ts';
import type { CheckState } from './check-state.ts';
import { type DecidedReport, decidedReport, reportJson } from './report.ts';
import type { Decisions } from './review.ts';
import type { ReportFormat } from './review-head.ts';

/** A file to be saved. */
interface MadeReport {
  readonly made: true;
  readonly name: string;
  readonly text: string;
  readonly mediaType: string;
}

export type ReportOutcome =
  | MadeReport
  /** Why not, in the server's words; empty where it could not be reached. */
  | { readonly made: false; readonly why: string };

export interface ReportParts {
  readonly state: CheckState;
  readonly decisions: Decisions;
  /** Of the draft's file; empty for one that was typed. */
  readonly name: string;
}

const FILE_KINDS: Readonly<Record<ReportFormat, readonly [ending: string, mediaType: string]>> = {
  html: ['html', 'text/html'],
  markdown: ['md', 'text/markdown'],
  json: ['json', 'application/json'],
};

// What the desk takes for the name of a draft.
const MAX_NAME_CHARS = 200;

/**
 * The report of a check as a file: JSON is made here, a page that stands alone and Markdown by the desk, as
 * `citedesk check` writes them. Never throws.
 */
export async function makeReport(
  { state, decisions, name }: ReportParts,
  format: ReportFormat,
  server: Server,
): Promise<ReportOutcome> {
  const [ending, mediaType] = FILE_KINDS[format];
  const stem = plainLine(name).replace(/\.[^.]*$/, '') || 'draft';
  const file = { made: true, name: `${stem}-check.${ending}`, mediaType } as const;
  if (format === 'json') return { ...file, text: reportJson(state, decisions) };
  const title = plainLine(name).trim().slice(0, MAX_NAME_CHARS);
  const decided = { ...decidedReport(state, decisions), ...(title !== '' && { name: title }) };
  const outcome = await fetchReport(decided, `?format=${format}`, server);
  return 'text' in outcome ? { ...file, ...outcome } : { made: false, ...outcome };
}

async function fetchReport(
  decided: DecidedReport & { readonly name?: string },
  query: string,
  { base, send }: Server,
): Promise<{ readonly text: string } | { readonly why: string }> {
  try {
    const response = await send(new URL(`api/check/report${query}`, base), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(decided),
    });
    if (response.ok) return { text: await response.text() };
    const { title, detail } = await readProblem(response);
    return { why: [title, detail].filter((part) => part !== '').join('. ') };
  } catch {
    return { why: '' };
  }
}

/** Hands a file to the browser to save. */
export function saveFile({ name, text, mediaType }: MadeReport): void {
  const url = URL.createObjectURL(new Blob([text], { type: mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun to read it by the end of this turn; kept longer, it would hold the memory.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
