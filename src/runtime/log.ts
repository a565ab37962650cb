import { type Logger, pino } from 'pino';

/**
 * JSON lines on standard error. They name a request by its id and its route's pattern; questions,
 * drafts and tokens never reach the log.
 */
export function createLog(level: string): Logger {
  return pino({ level, base: null, redact: ['headers', 'token'] }, pino.destination({ dest: 2, sync: true }));
}
