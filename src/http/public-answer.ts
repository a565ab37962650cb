import type { Answer, AnswerEvent, NoticeCode, WritingReport } from '../domain/answer.ts';
import type { PublicDesk } from '../use-cases/desk.ts';

/**
 * A desk whose answers tell readers of other sites nothing of how the newsroom writes them: not which
 * provider and model, nor what went wrong there. What a reader should know is said plainly.
 */
export function plainlyAnswering(ask: PublicDesk['ask']): PublicDesk['ask'] {
  return async function* (request) {
    for await (const event of ask(request)) yield publicEvent(event);
  };
}

function publicEvent(event: AnswerEvent): AnswerEvent {
  return event.type === 'answer-finished' ? { ...event, answer: publicAnswer(event.answer) } : event;
}

const PLAIN_NOTICES: Readonly<Record<NoticeCode, string>> = {
  'own-sentences': 'These are the sources’ own sentences.',
  'own-sentences-follow': 'What follows is in the sources’ own sentences.',
  'end-missing': 'The end of this answer is missing.',
};

// A notice of no known kind is left out whole: it may name anything.
function publicAnswer({ notice: _, noticeCode, writing, ...answer }: Answer): Answer {
  return {
    ...answer,
    ...(noticeCode && { notice: PLAIN_NOTICES[noticeCode], noticeCode }),
    ...(writing && { writing: publicReport(writing) }),
  };
}

function publicReport({ model: _, ...report }: WritingReport): WritingReport {
  return report;
}
