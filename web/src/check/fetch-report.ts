import { readProblem } from '../api/problem.ts';
import type { Server } from '../api/server.ts';
import type { DecidedReport } from './report.ts';

export type ReportOutcome =
  | { readonly made: true; readonly text: string }
  /** Why not, in the server's words; empty where it could not be reached. */
  | { readonly made: false; readonly why: string };

/** A report as the desk writes it: a page that stands alone, or Markdown. Never throws. */
export async function fetchReport(
  decided: DecidedReport,
  format: 'html' | 'markdown',
  { base, send }: Server,
): Promise<ReportOutcome> {
  try {
    const response = await send(new URL(`api/check/report?format=${format}`, base), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(decided),
    });
    if (response.ok) return { made: true, text: await response.text() };
    const { title, detail } = await readProblem(response);
    return { made: false, why: [title, detail].filter((part) => part !== '').join('. ') };
  } catch {
    return { made: false, why: '' };
  }
}

/** Hands a text to the browser as a file to save. */
export function saveFile(name: string, text: string, mediaType: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun to read it by the end of this turn; kept longer, it would hold the memory.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
