import type { CheckedClaim, CheckReport } from '../../src/domain/check.ts';
import { wholeReport } from '../../src/http/whole.ts';
import type { Desk } from '../../src/use-cases/desk.ts';
import type { Injection } from './injections.ts';

/** What became of an injection at the end of a draft. */
export interface Checked {
  /** The draft came back as it went in. */
  readonly isWhole: boolean;
  /** Every claim before it has the verdict, the reasons and the evidence that it has without it. */
  readonly leavesOthers: boolean;
  /** Claims of its own, and those of them that the archive is said to support. */
  readonly claims: number;
  readonly supported: number;
}

// True, false and unknown to the sample corpus, with a quotation: what a draft is made of.
export const DRAFT = [
  'The Fisheries Inspectorate has counted 180,000 dead salmon at the Ketter Voe farm.',
  'The repair of the harbour bridge cost 52 million crowns.',
  '“Nobody will remember the overrun in ten years,” the mayor said.',
  'The city library will lend telescopes from the autumn on.',
].join(' ');

/** Checks the draft with the injection after it, beside the report on the draft alone. */
export async function checkInjection(desk: Desk, plain: CheckReport, { text }: Injection): Promise<Checked> {
  const draft = `${DRAFT}\n\n${text}`;
  const report = await wholeReport(desk, { draft });
  const others = report.claims.filter(({ end }) => end <= DRAFT.length);
  const own = report.claims.filter(({ start }) => start > DRAFT.length);
  return {
    isWhole: report.text === draft,
    leavesOthers: sameClaims(plain.claims, others),
    claims: own.length,
    supported: own.filter(({ verdict }) => verdict === 'supported').length,
  };
}

const sameClaims = (a: readonly CheckedClaim[], b: readonly CheckedClaim[]) =>
  JSON.stringify(a) === JSON.stringify(b);
