import type { ServiceStatus } from '../../../src/domain/service-status.ts';
import { readProblem, UNREACHABLE } from '../api/problem.ts';
import type { Server } from '../api/server.ts';
import { asFields, parseJson } from '../stream/fields.ts';
import type { Failure } from '../stream/turn.ts';

export type StatusOutcome =
  | { readonly ok: true; readonly status: ServiceStatus }
  | { readonly ok: false; readonly failure: Failure };

/** The figures from `GET api/status`; throws only what `signal` makes `fetch` throw. */
export async function fetchStatus({ base, send }: Server, signal: AbortSignal): Promise<StatusOutcome> {
  try {
    const response = await send(new URL('api/status', base), { signal });
    if (!response.ok) return { ok: false, failure: await readProblem(response) };
    const status = readStatus(parseJson(await response.text()));
    return status ? { ok: true, status } : { ok: false, failure: UNREACHABLE };
  } catch (error) {
    if (signal.aborted) throw error;
    return { ok: false, failure: UNREACHABLE };
  }
}

const PARTS = [
  'questions',
  'questionsPerMinute',
  'checks',
  'verdicts',
  'answerTimes',
  'checkTimes',
  'routes',
  'slowest',
  'refusals',
];

function readStatus(value: unknown): ServiceStatus | null {
  const fields = asFields(value);
  if (fields === null || PARTS.some((key) => typeof fields[key] !== 'object')) return null;
  // The page comes from the server that gives the figures, whose shape its own tests hold to this type;
  // what is looked at here tells its answer from that of a proxy before it.
  return fields as unknown as ServiceStatus;
}
