import { z } from 'zod';
import { VERDICTS, type Verdict } from '../domain/verdict.ts';
import { DECISION_ACTIONS } from '../use-cases/reporting/decisions.ts';
import { checkedClaimSchema, checkReportSchema } from './schemas.ts';

// A draft of the highest length has some fifteen thousand sentences.
const MAX_CLAIMS = 20_000;

const decision = z.object({
  claim: z.int().min(0).describe('0-based place in report.claims'),
  action: z.enum(DECISION_ACTIONS),
  note: z.string().max(2_000).exactOptional(),
});

type Report = z.infer<typeof checkReportSchema>;

/** What a rendered report is made of: what `POST /api/check` gave, and the editor's marks on it. */
export const reportSchema = z
  .object({
    report: checkReportSchema
      .extend({ claims: z.array(checkedClaimSchema).max(MAX_CLAIMS) })
      .refine(holdsTogether, 'each claim is the words of its span of the text, in the order of the starts')
      .transform((report) => ({ ...report, summary: summaryOf(report) })),
    name: z.string().trim().min(1).max(200).exactOptional().describe('What the draft is called'),
    decisions: z.array(decision).max(MAX_CLAIMS).exactOptional().describe('The editor’s marks'),
  })
  .refine(({ report, decisions = [] }) => decisions.every(({ claim }) => claim < report.claims.length), {
    path: ['decisions'],
    message: 'each is about a claim of the report',
  })
  .meta({ id: 'ReportRequest' });

function holdsTogether({ text, claims }: Report): boolean {
  return claims.every(
    ({ start, end, text: words }, at) =>
      start >= (claims[at - 1]?.start ?? 0) && text.slice(start, end) === words,
  );
}

// Counted anew, so that a report never contradicts itself.
function summaryOf({ claims }: Report): Record<Verdict, number> {
  const count = (verdict: Verdict) => claims.filter((claim) => claim.verdict === verdict).length;
  // The verdicts are the keys, each once.
  return Object.fromEntries(VERDICTS.map((verdict) => [verdict, count(verdict)])) as Record<Verdict, number>;
}
