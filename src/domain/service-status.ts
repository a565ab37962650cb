import type { ArchiveStatus } from './archive-status.ts';
import type { Verdict } from './verdict.ts';

/** The newsroom's app and the readers'. */
export const APP_NAMES = ['desk', 'public'] as const;
export type AppName = (typeof APP_NAMES)[number];

/** What became of questions. One that is too long or otherwise refused is none. */
export const QUESTION_OUTCOMES = ['answered', 'abstained', 'failed', 'stopped'] as const;
export type QuestionOutcome = (typeof QUESTION_OUTCOMES)[number];

/** What became of checks of a draft. */
export const CHECK_OUTCOMES = ['finished', 'failed', 'stopped'] as const;
export type CheckOutcome = (typeof CHECK_OUTCOMES)[number];

/** How long something took. Quantiles are read off a histogram: right to a quarter of themselves; null: of nothing. */
export interface Durations {
  readonly count: number;
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
  readonly maxMs: number | null;
}

/** How many took up to each bound and longer than the one before; the last count is of those beyond all. */
export interface Histogram {
  readonly boundsMs: readonly number[];
  readonly counts: readonly number[];
}

/** The requests of one route, until their response began. */
export interface RouteStatus extends Durations {
  readonly app: AppName;
  readonly method: string;
  /** The pattern, never the address: an address may hold a question. */
  readonly route: string;
  /** Answered with a status of 400 to 499, or with 503 by a gate that was full. */
  readonly refused: number;
  /** Answered with another status of 500 or more. */
  readonly failed: number;
}

export interface SlowRequest {
  /** When the response began; ISO 8601, UTC. */
  readonly at: string;
  readonly app: AppName;
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly ms: number;
}

/** Requests that were refused for one reason, by the code of their problem document. */
export interface Refusals {
  readonly app: AppName;
  readonly code: string;
  readonly count: number;
}

/** What a server has done, before its restarts too; nothing of any question, draft, address or reader. */
export interface ServiceMeasures {
  readonly questions: Readonly<Record<AppName, Readonly<Record<QuestionOutcome, number>>>>;
  /** Of those that were answered or abstained from, 0 to 1; null before the first. */
  readonly abstainedShare: number | null;
  /** Questions that ended in each of the last 60 minutes, the running one last. */
  readonly questionsPerMinute: Readonly<Record<AppName, readonly number[]>>;
  readonly checks: Readonly<Record<CheckOutcome, number>>;
  /** Sentences of answers, and claims of drafts. */
  readonly verdicts: Readonly<Record<'answers' | 'checks', Readonly<Record<Verdict, number>>>>;
  /** From a question to the end of its answer. */
  readonly answerTimes: Durations & Histogram;
  /** From a draft to its whole report. */
  readonly checkTimes: Durations & Histogram;
  /** The busiest first. */
  readonly routes: readonly RouteStatus[];
  /** Of the past hour, the slowest first. */
  readonly slowest: readonly SlowRequest[];
  /** The most frequent first. */
  readonly refusals: readonly Refusals[];
}

/** `GET /api/status`. */
export interface ServiceStatus extends ServiceMeasures {
  /** ISO 8601, UTC. */
  readonly now: string;
  readonly startedAt: string;
  readonly uptimeSeconds: number;
  /** When the first of what follows was counted: restarts do not begin anew. ISO 8601, UTC. */
  readonly countedSince: string;
  /** Null where the index cannot be opened; `problem` then says why. */
  readonly archive: ArchiveStatus | null;
  readonly problem: { readonly code: string; readonly detail: string; readonly fix: string | null } | null;
}
