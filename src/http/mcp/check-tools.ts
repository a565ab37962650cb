import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import type { CheckEvent, CheckedClaim, CheckReport } from '../../domain/check.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { LIMITS } from '../../use-cases/desk.ts';
import { checkRequestOf } from '../check-input.ts';
import { verdictWords } from '../cited-text.ts';
import { checkedClaimSchema, checkReportSchema, checkSchema, verdictSchema } from '../schemas.ts';
import { wholeReport } from '../whole.ts';
import { type Extra, READS_ARCHIVE, runTool, type ToolParts } from './tool.ts';
import { groundsLines, reportWords } from './words.ts';

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

const claimVerdict = {
  verdict: verdictSchema.describe('The gravest of its claims'),
  score: z.number().min(0).max(1).describe('Support probability: at least 0.5 exactly when supported'),
  claims: z.array(checkedClaimSchema),
};

/** `verify_claim`: one claim, against the archive. */
export function addVerifyClaimTool(server: McpServer, parts: ToolParts): void {
  const claim = z.string().describe(`One sentence, 1 to ${LIMITS.questionChars} characters`);
  server.registerTool(
    'verify_claim',
    {
      title: 'Verify a claim',
      description:
        'Holds one claim against the archive: supported, partially supported, contradicted or unsupported, with reasons and evidence.',
      inputSchema: { claim: claim.max(LIMITS.questionChars) },
      outputSchema: claimVerdict,
      annotations: READS_ARCHIVE,
    },
    (request, extra) =>
      runTool({ parts, extra, gate: parts.questions }, async (signal) => {
        const { claims } = await wholeReport(parts.desk, { draft: request.claim, signal });
        const { verdict, score } = gravest(claims);
        const lines = claims.flatMap(groundsLines);
        return {
          words: [`${verdictWords(verdict)}.`, ...lines].join('\n'),
          data: { verdict, score, claims },
        };
      }),
  );
}

// What an editor must look at first comes first.
const GRAVITY: readonly Verdict[] = [
  'contradicted',
  'unsupported',
  'partially-supported',
  'supported',
  'not-checked',
];

function gravest(claims: CheckReport['claims']): Pick<CheckedClaim, 'verdict' | 'score'> {
  const ranked = [...claims].sort((a, b) => GRAVITY.indexOf(a.verdict) - GRAVITY.indexOf(b.verdict));
  return ranked[0] ?? { verdict: 'not-checked', score: 0 };
}
