import { z } from 'zod';
import { FEEDBACK_LIMITS } from '../use-cases/feedback.ts';

const { questionChars, answerChars, reasonChars, cites } = FEEDBACK_LIMITS;
const offset = z.int().min(0).describe('UTF-16 code units');

const citedPlace = z
  .object({ documentId: z.string().regex(/^d[0-9a-f]{16}$/), start: offset, end: offset })
  .refine(({ start, end }) => start <= end, 'end is at start or after it');

export const feedbackSchema = z
  .object({
    question: z.string().trim().min(1).max(questionChars),
    answerText: z.string().max(answerChars).describe('The answer as it was shown'),
    helpful: z.boolean(),
    reason: z.string().trim().max(reasonChars).exactOptional().describe('In the reader’s own words'),
    cites: z.array(citedPlace).max(cites).exactOptional().describe('What the answer rested on'),
  })
  .meta({ id: 'Feedback' });
