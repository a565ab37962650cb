import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import type { CheckedClaim, CheckReport } from '../../domain/check.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { type Desk, LIMITS, type PairVerdict } from '../../use-cases/desk.ts';
import { verdictWords } from '../cited-text.ts';
import { checkedClaimSchema, reasonSchema, verdictSchema } from '../schemas.ts';
import { wholeReport } from '../whole.ts';
import { READS_ARCHIVE, runTool, type ToolOutput, type ToolParts } from './tool.ts';
import { groundsLines, quoted } from './words.ts';

const inputShape = {
  claim: z
    .string()
    .max(LIMITS.questionChars)
    .describe(`One sentence, 1 to ${LIMITS.questionChars} characters`),
  source: z
    .string()
    .max(LIMITS.draftChars)
    .exactOptional()
    .describe('A text to hold it against instead of the archive'),
};

const outputShape = {
  against: z.enum(['archive', 'source']),
  verdict: verdictSchema.describe('Against the archive: the gravest of its claims'),
  score: z.number().min(0).max(1).describe('Support probability: at least 0.5 exactly when supported'),
  reasons: z.array(reasonSchema),
  quote: z
    .object({ start: z.int().min(0), end: z.int().min(0), text: z.string() })
    .nullable()
    .describe('The sentence of the given source that it rests on most'),
  claims: z
    .array(checkedClaimSchema)
    .describe('Against the archive: each claim in the sentence, with its evidence'),
};

/** `verify_claim`: one claim, against the archive or against a text that comes with it. */
export function addVerifyClaimTool(server: McpServer, parts: ToolParts): void {
  server.registerTool(
    'verify_claim',
    {
      title: 'Verify a claim',
      description:
        'Holds one claim against the archive, or against a source given with it: supported, partially supported, contradicted or unsupported, with reasons and evidence.',
      inputSchema: inputShape,
      outputSchema: outputShape,
      annotations: READS_ARCHIVE,
    },
    ({ claim, source }, extra) =>
      // A source may be as long as a draft.
      runTool({ parts, extra, gate: source === undefined ? parts.questions : parts.checks }, (signal) =>
        source === undefined
          ? againstArchive(parts.desk, { draft: claim, signal })
          : againstSource(parts.desk, { claim, source, signal }),
      ),
  );
}

async function againstArchive(desk: Desk, request: Parameters<Desk['check']>[0]): Promise<ToolOutput> {
  const { claims } = await wholeReport(desk, request);
  const { verdict, score } = gravest(claims);
  const reasons = claims.flatMap((one) => one.reasons);
  const words = [`${verdictWords(verdict)}.`, ...claims.flatMap(groundsLines)].join('\n');
  return { words, data: { against: 'archive', verdict, score, reasons, quote: null, claims } };
}

async function againstSource(desk: Desk, request: Parameters<Desk['verify']>[0]): Promise<ToolOutput> {
  const judged = await desk.verify(request);
  return { words: pairWords(judged), data: { against: 'source', ...judged, claims: [] } };
}

function pairWords({ verdict, reasons, quote }: PairVerdict): string {
  const evidence =
    quote === null ? [] : [`   - evidence, characters ${quote.start} to ${quote.end}: ${quoted(quote.text)}`];
  return [`${verdictWords(verdict)}.`, ...groundsLines({ reasons, evidence: [] }), ...evidence].join('\n');
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
