import type { CheckReport } from '../../../src/domain/check.ts';
import type { CheckState } from './check-state.ts';
import { editedText } from './edits.ts';
import { countsOf } from './filters.ts';
import { type Decisions, editsOf } from './review.ts';

/** What an editor decided, as a report carries it; `claim` is the place in the report's `claims`. */
export interface ReportedDecision {
  readonly claim: number;
  readonly action: 'accepted' | 'dismissed' | 'taken-over';
  /** Why a finding was dismissed, or the words that were taken over; absent where there is nothing to say. */
  readonly note?: string;
}

export interface DecidedReport {
  readonly report: CheckReport;
  readonly decisions: readonly ReportedDecision[];
}

/** What has been found and decided so far, as the desk's own report with the decisions beside it. */
export function decidedReport(state: CheckState, decisions: Decisions): DecidedReport {
  const { text, findings, ownCopies } = state;
  const { all: _all, 'to-look-at': _open, ...summary } = countsOf(findings, new Map());
  const report = { text, summary, claims: findings.map(({ claim }) => claim), ownCopies };
  const decided = findings.flatMap(({ index }, claim) => reported(claim, decisions.get(index)));
  return { report, decisions: decided };
}

function reported(
  claim: number,
  decision: Decisions extends ReadonlyMap<number, infer D> ? D | undefined : never,
): readonly ReportedDecision[] {
  if (decision === undefined) return [];
  const note =
    decision.kind === 'dismissed'
      ? decision.note
      : decision.kind === 'taken-over'
        ? decision.edits.map(({ words }) => words).join('; ')
        : '';
  return [{ claim, action: decision.kind, ...(note !== '' && { note }) }];
}

/** The report as a JSON text, with the draft as it reads now where it was changed. */
export function reportJson(state: CheckState, decisions: Decisions): string {
  const edits = editsOf(decisions);
  const draft = edits.length === 0 ? {} : { editedText: editedText(state.text, edits) };
  return `${JSON.stringify({ ...decidedReport(state, decisions), ...draft }, null, 2)}\n`;
}
