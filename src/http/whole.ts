import type { Answer } from '../domain/answer.ts';
import type { CheckEvent, CheckReport } from '../domain/check.ts';
import type { AskRequest, CheckRequest, Desk } from '../use-cases/desk.ts';

/** The answer when it is finished. */
export async function wholeAnswer(desk: Desk, request: AskRequest): Promise<Answer> {
  for await (const event of desk.ask(request)) {
    if (event.type === 'answer-finished') return event.answer;
  }
  throw new Error('The desk ended without an answer.');
}

/** The report when it is finished; every event on the way goes to `onEvent`, which is waited for. */
export async function wholeReport(
  desk: Desk,
  request: CheckRequest,
  onEvent: (event: CheckEvent) => Promise<void> = async () => {},
): Promise<CheckReport> {
  for await (const event of desk.check(request)) {
    await onEvent(event);
    if (event.type === 'check-finished') return event.report;
  }
  throw new Error('The desk ended without a report.');
}
