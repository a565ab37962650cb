import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { CheckEvent } from '../../domain/check.ts';
import { checkRequestOf } from '../check-input.ts';
import { verdictWords } from '../cited-text.ts';
import { checkReportSchema, checkSchema } from '../schemas.ts';
import { wholeReport } from '../whole.ts';
import { type Extra, READS_ARCHIVE, runTool, type ToolParts } from './tool.ts';
import { reportWords } from './words.ts';

/** `check_draft`: every claim of a draft, with progress where the client asks for it. */
export function addCheckDraftTool(server: McpServer, parts: ToolParts): void {
  server.registerTool(
    'check_draft',
    {
      title: 'Check a draft',
      description:
        'Holds every statement and quotation of a draft against the archive: a verdict for each, with reasons and evidence.',
      inputSchema: checkSchema.shape,
      outputSchema: checkReportSchema.shape,
      annotations: READS_ARCHIVE,
    },
    (input, extra) =>
      runTool({ parts, extra, gate: parts.checks }, async (signal) => {
        const request = { ...checkRequestOf(input), signal };
        const data = await wholeReport(parts.desk, request, progressTo(extra));
        return { words: reportWords(data), data: { ...data } };
      }),
  );
}

function progressTo({ _meta, sendNotification }: Extra): (event: CheckEvent) => Promise<void> {
  const progressToken = _meta?.progressToken;
  let total = 0;
  return async (event) => {
    if (event.type === 'check-started') total = event.claimCount;
    if (event.type !== 'claim-checked' || progressToken === undefined) return;
    const progress = event.index + 1;
    const message = `${progress} of ${total} claims: ${verdictWords(event.claim.verdict)}`;
    const params = { progressToken, progress, total, message };
    await sendNotification({ method: 'notifications/progress', params });
  };
}
