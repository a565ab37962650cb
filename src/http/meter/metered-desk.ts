import { isCitedeskError } from '../../domain/errors.ts';
import type { AppName } from '../../domain/service-status.ts';
import type { Verdict } from '../../domain/verdict.ts';
import type { Desk, PublicDesk } from '../../use-cases/desk.ts';
import type { CheckMeasure, Meter, QuestionMeasure } from './meter.ts';

export interface MeteringParts {
  readonly meter: Pick<Meter, 'questionEnded' | 'checkEnded'>;
  readonly app: AppName;
  readonly monotonicMs: () => number;
}

/** A desk that counts what becomes of its questions, over whatever route they come. */
export function meteredAsk(desk: Pick<Desk, 'ask'>, parts: MeteringParts): PublicDesk['ask'] {
  const { meter, app } = parts;
  return (request) => {
    let verdicts: readonly Verdict[] = [];
    return watched(desk.ask(request), {
      monotonicMs: parts.monotonicMs,
      outcomeOf: (event): QuestionMeasure['outcome'] | null => {
        if (event.type !== 'answer-finished') return null;
        verdicts = event.answer.claims.map(({ verdict }) => verdict);
        return event.answer.status;
      },
      onEnd: (outcome, ms) => meter.questionEnded({ app, outcome, ms, verdicts }),
    });
  };
}

/** Likewise of drafts. */
export function meteredCheck(desk: Pick<Desk, 'check'>, parts: MeteringParts): Desk['check'] {
  const { meter } = parts;
  return (request) => {
    let verdicts: CheckMeasure['verdicts'] = {};
    return watched(desk.check(request), {
      monotonicMs: parts.monotonicMs,
      outcomeOf: (event): CheckMeasure['outcome'] | null => {
        if (event.type !== 'check-finished') return null;
        verdicts = event.report.summary;
        return 'finished';
      },
      onEnd: (outcome, ms) => meter.checkEnded({ outcome, ms, verdicts }),
    });
  };
}

interface Watch<T, Outcome> {
  readonly monotonicMs: () => number;
  /** What the event settles; null: nothing yet. */
  readonly outcomeOf: (event: T) => Outcome | null;
  readonly onEnd: (outcome: Outcome | 'failed' | 'stopped', ms: number) => void;
}

/** The events as they are; `onEnd` is told once how it went and when that was settled. Refused work is none. */
async function* watched<T, Outcome extends string>(
  events: AsyncIterable<T>,
  { monotonicMs, outcomeOf, onEnd }: Watch<T, Outcome>,
): AsyncGenerator<T> {
  const startedMs = monotonicMs();
  let settled: { readonly outcome: Outcome | 'failed'; readonly ms: number } | null = null;
  let isRefused = false;
  const settle = (outcome: Outcome | 'failed') => {
    settled ??= { outcome, ms: monotonicMs() - startedMs };
  };
  try {
    for await (const event of events) {
      const outcome = outcomeOf(event);
      if (outcome !== null) settle(outcome);
      yield event;
    }
  } catch (error) {
    isRefused = isCitedeskError(error) && REFUSED.has(error.code);
    if (!isCitedeskError(error) || error.code !== 'aborted') settle('failed');
    throw error;
  } finally {
    const { outcome, ms } = settled ?? { outcome: 'stopped' as const, ms: monotonicMs() - startedMs };
    if (!isRefused) onEnd(outcome, ms);
  }
}

const REFUSED: ReadonlySet<string> = new Set(['invalid-input', 'limit-exceeded']);
