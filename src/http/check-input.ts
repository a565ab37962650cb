import type { z } from 'zod';
import { draftFormatOf } from '../domain/draft.ts';
import type { CheckRequest } from '../use-cases/desk.ts';
import type { checkSchema } from './schemas.ts';

/** What a client sends as a request of the desk: the format is what it says, else what the name tells. */
export function checkRequestOf({ name, ...rest }: z.infer<typeof checkSchema>): CheckRequest {
  return { ...rest, format: rest.format ?? (name === undefined ? 'text' : draftFormatOf(name)) };
}
