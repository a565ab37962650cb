import type {
  AppName,
  CheckOutcome,
  QuestionOutcome,
  Refusals,
  RouteStatus,
  SlowRequest,
} from './service-status.ts';
import type { Verdict } from './verdict.ts';

/** Durations as they are counted: how many fell between each two bounds, which the counter knows. */
export interface KeptDurations {
  readonly counts: readonly number[];
  readonly sumMs: number;
  readonly maxMs: number;
}

export interface KeptRoute extends Pick<RouteStatus, 'app' | 'method' | 'route' | 'refused' | 'failed'> {
  readonly durations: KeptDurations;
}

/** All that a server has counted, for the next one to count on from; its size has a limit. */
export interface ServiceCounts {
  /** ISO 8601, UTC: when the first of these was counted, and when these were taken down. */
  readonly countedSince: string;
  readonly takenAt: string;
  readonly questions: Readonly<Record<AppName, Readonly<Record<QuestionOutcome, number>>>>;
  /** Of the 60 minutes before `takenAt`, the running one last. */
  readonly questionsPerMinute: Readonly<Record<AppName, readonly number[]>>;
  readonly checks: Readonly<Record<CheckOutcome, number>>;
  readonly verdicts: Readonly<Record<'answers' | 'checks', Readonly<Record<Verdict, number>>>>;
  readonly answerTimes: KeptDurations;
  readonly checkTimes: KeptDurations;
  readonly routes: readonly KeptRoute[];
  readonly refusals: readonly Refusals[];
  readonly slowest: readonly SlowRequest[];
}
