import type { ServiceCounts } from '../../domain/service-counts.ts';
import {
  APP_NAMES,
  type AppName,
  CHECK_OUTCOMES,
  type CheckOutcome,
  QUESTION_OUTCOMES,
  type QuestionOutcome,
  type Refusals,
  type SlowRequest,
} from '../../domain/service-status.ts';
import { VERDICTS, type Verdict } from '../../domain/verdict.ts';
import { DurationCounts } from './durations.ts';
import { MinuteCounts, SlowestRecent } from './recent.ts';

type Counts<K extends string> = Record<K, number>;

export interface RequestMeasure extends Omit<SlowRequest, 'at'> {
  /** Of the problem document that was sent instead of an answer; null: none was. */
  readonly problem: string | null;
}

/** `verdicts` are of the sentences of a finished answer; none where there is none. */
export interface QuestionMeasure {
  readonly app: AppName;
  readonly outcome: QuestionOutcome;
  readonly ms: number;
  readonly verdicts: readonly Verdict[];
}

export interface CheckMeasure {
  readonly outcome: CheckOutcome;
  readonly ms: number;
  readonly verdicts: Readonly<Partial<Counts<Verdict>>>;
}

/** The requests of one route. */
export interface RouteMeasures {
  readonly app: AppName;
  readonly method: string;
  readonly route: string;
  readonly durations: DurationCounts;
  refused: number;
  failed: number;
}

/** All that was counted, by this server and by those before it whose counts it was given. */
export interface Measured {
  readonly startedAt: string;
  readonly countedSince: string;
  readonly uptimeMs: number;
  readonly questions: Readonly<Record<AppName, Readonly<Counts<QuestionOutcome>>>>;
  readonly questionsPerMinute: Readonly<Record<AppName, readonly number[]>>;
  readonly checks: Readonly<Counts<CheckOutcome>>;
  readonly verdicts: Readonly<Record<'answers' | 'checks', Readonly<Counts<Verdict>>>>;
  readonly answerTimes: DurationCounts;
  readonly checkTimes: DurationCounts;
  readonly routes: readonly RouteMeasures[];
  readonly slowest: readonly SlowRequest[];
  readonly refusals: readonly Refusals[];
}

/**
 * Counts what a server does. What it keeps does not grow with the requests, and holds nothing of what was
 * asked, by whom, or at which address.
 */
export interface Meter {
  requestBegan(request: RequestMeasure): void;
  questionEnded(question: QuestionMeasure): void;
  checkEnded(check: CheckMeasure): void;
  measured(): Measured;
}

export interface MeterOptions {
  /** Milliseconds of a clock that never goes back. */
  readonly monotonicMs: () => number;
  /** ISO 8601, UTC. */
  readonly now: () => string;
  /** What an earlier server counted, to count on from. */
  readonly before?: ServiceCounts;
}

// The program has some forty pairs of method and route; more would be a fault, and must not fill the memory.
const MAX_ROUTES = 200;
const MAX_CODES = 100;
const OTHERS = 'others';
const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

export function createMeter({ monotonicMs, now, before }: MeterOptions): Meter {
  const startedAt = now();
  const startedMs = monotonicMs();
  const state = newState(before?.countedSince ?? startedAt);
  if (before !== undefined) takeOver(state, before, { startedAt, startedMs });
  const { questions, minutes, checks, verdicts, answerTimes, checkTimes, routes, refusals, slowest } = state;

  return {
    requestBegan({ problem, ...request }) {
      const measures = routeMeasures(routes, request);
      measures.durations.add(request.ms);
      if (isRefusal(request.status, problem)) measures.refused++;
      else if (request.status >= 500) measures.failed++;
      const { app, method, route } = measures;
      const { status, ms } = request;
      slowest.add(monotonicMs(), { at: now(), app, method, route, status, ms });
      if (isRefusal(status, problem)) countRefusal(refusals, app, problem ?? `http-${status}`);
    },
    questionEnded({ app, outcome, ms, verdicts: given }) {
      questions[app][outcome]++;
      minutes[app].add(monotonicMs());
      if (outcome === 'answered' || outcome === 'abstained') answerTimes.add(ms);
      for (const verdict of given) verdicts.answers[verdict]++;
    },
    checkEnded({ outcome, ms, verdicts: given }) {
      checks[outcome]++;
      if (outcome === 'finished') checkTimes.add(ms);
      for (const verdict of VERDICTS) verdicts.checks[verdict] += given[verdict] ?? 0;
    },
    measured() {
      const nowMs = monotonicMs();
      const { countedSince } = state;
      return {
        ...{ startedAt, countedSince, uptimeMs: nowMs - startedMs },
        ...{ questions, checks, verdicts, answerTimes, checkTimes },
        questionsPerMinute: { desk: minutes.desk.at(nowMs), public: minutes.public.at(nowMs) },
        routes: [...routes.values()].toSorted((a, b) => b.durations.count - a.durations.count),
        slowest: slowest.at(nowMs),
        refusals: [...refusals.values()].toSorted((a, b) => b.count - a.count),
      };
    },
  };
}

interface State {
  readonly countedSince: string;
  readonly questions: Record<AppName, Counts<QuestionOutcome>>;
  readonly minutes: Record<AppName, MinuteCounts>;
  readonly checks: Counts<CheckOutcome>;
  readonly verdicts: Readonly<Record<'answers' | 'checks', Counts<Verdict>>>;
  readonly answerTimes: DurationCounts;
  readonly checkTimes: DurationCounts;
  readonly routes: Map<string, RouteMeasures>;
  readonly refusals: RefusalCounts;
  readonly slowest: SlowestRecent<SlowRequest>;
}

function newState(countedSince: string): State {
  return {
    countedSince,
    questions: perApp(() => zeros(QUESTION_OUTCOMES)),
    minutes: perApp(() => new MinuteCounts()),
    checks: zeros(CHECK_OUTCOMES),
    verdicts: { answers: zeros(VERDICTS), checks: zeros(VERDICTS) },
    answerTimes: new DurationCounts(),
    checkTimes: new DurationCounts(),
    routes: new Map(),
    refusals: new Map(),
    slowest: new SlowestRecent(),
  };
}

interface Start {
  readonly startedAt: string;
  readonly startedMs: number;
}

function takeOver(state: State, before: ServiceCounts, { startedAt, startedMs }: Start): void {
  // A wall clock that was set back must not put what was counted into the future.
  const msAt = (time: string) => startedMs - Math.max(0, Date.parse(startedAt) - Date.parse(time));
  for (const name of APP_NAMES) {
    Object.assign(state.questions[name], before.questions[name]);
    state.minutes[name].addKept(before.questionsPerMinute[name], msAt(before.takenAt));
  }
  Object.assign(state.checks, before.checks);
  Object.assign(state.verdicts.answers, before.verdicts.answers);
  Object.assign(state.verdicts.checks, before.verdicts.checks);
  state.answerTimes.addKept(before.answerTimes);
  state.checkTimes.addKept(before.checkTimes);
  for (const { durations, refused, failed, ...route } of before.routes) {
    const measures = routeMeasures(state.routes, route);
    measures.durations.addKept(durations);
    measures.refused += refused;
    measures.failed += failed;
  }
  for (const { app, code, count } of before.refusals) countRefusal(state.refusals, app, code, count);
  for (const request of before.slowest) state.slowest.add(msAt(request.at), request);
}

/** What was counted, for the next server; `takenAt` is now. */
export function keptCounts(measured: Measured, takenAt: string): ServiceCounts {
  const { countedSince, questions, questionsPerMinute, checks, verdicts, refusals, slowest } = measured;
  return {
    ...{ countedSince, takenAt, questions, questionsPerMinute, checks, verdicts, refusals, slowest },
    answerTimes: measured.answerTimes.kept(),
    checkTimes: measured.checkTimes.kept(),
    routes: measured.routes.map(({ durations, ...route }) => ({ ...route, durations: durations.kept() })),
  };
}

function perApp<T>(make: () => T): Record<AppName, T> {
  const [desk, readers] = APP_NAMES;
  return { [desk]: make(), [readers]: make() };
}

function zeros<K extends string>(keys: readonly K[]): Counts<K> {
  // `fromEntries` forgets which keys it was given; these are all of them.
  return Object.fromEntries(keys.map((key) => [key, 0])) as Counts<K>;
}

/** A server that is full turns a request away in good health; any other 5xx is a fault of its own. */
function isRefusal(status: number, problem: string | null): boolean {
  return (status >= 400 && status < 500) || problem === 'overloaded';
}

function routeMeasures(
  routes: Map<string, RouteMeasures>,
  { app, ...request }: Pick<RequestMeasure, 'app' | 'method' | 'route'>,
): RouteMeasures {
  const method = METHODS.has(request.method) ? request.method : OTHERS;
  const route = plainPattern(request.route);
  const key = `${app} ${method} ${route}`;
  const known = routes.get(key);
  if (known !== undefined) return known;
  const isFull = routes.size >= MAX_ROUTES;
  if (isFull && route !== OTHERS) return routeMeasures(routes, { app, method: OTHERS, route: OTHERS });
  const made = { app, method, route, durations: new DurationCounts(), refused: 0, failed: 0 };
  routes.set(key, made);
  return made;
}

/** `/:page{[a-z]+}` as `/:page`: which characters a parameter may have is of no use to a reader. */
function plainPattern(route: string): string {
  return route.replaceAll(/\{[^}]*\}/g, '');
}

type RefusalCounts = Map<string, { app: AppName; code: string; count: number }>;

function countRefusal(refusals: RefusalCounts, app: AppName, code: string, count = 1): void {
  const name = refusals.size < MAX_CODES ? code : OTHERS;
  const key = `${app} ${name}`;
  const known = refusals.get(key) ?? { app, code: name, count: 0 };
  known.count += count;
  refusals.set(key, known);
}
