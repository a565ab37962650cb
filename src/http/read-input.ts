import type { Context } from 'hono';
import type { z } from 'zod';
import { CitedeskError } from '../domain/errors.ts';
import { HttpError } from './problem.ts';

/** The JSON body, checked. Throws `unsupported-media-type`, `malformed-json` or `invalid-input`. */
export async function readJson<T>(c: Context, schema: z.ZodType<T>): Promise<T> {
  const mediaType = mediaTypeOf(c);
  if (mediaType !== 'application/json') {
    const came = mediaType === '' ? 'none' : mediaType.slice(0, 80);
    throw new HttpError('unsupported-media-type', `The body must be application/json; it came as ${came}.`);
  }
  return checked(parseJson(await c.req.text()), schema);
}

/** The body's media type without its parameters, in lower case; empty where none is told. */
export function mediaTypeOf(c: Context): string {
  return (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

/** The query string, checked: the last of repeated names counts. Throws `invalid-input`. */
export function readQuery<T>(c: Context, schema: z.ZodType<T>): T {
  const query = c.req.query();
  const { q, ...rest } = query;
  return checked(rest['question'] === undefined && q !== undefined ? { ...rest, question: q } : rest, schema);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpError('malformed-json', 'The body is not well-formed JSON.');
  }
}

function checked<T>(value: unknown, schema: z.ZodType<T>): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const words = result.error.issues.slice(0, 3).map(issueWords).join('; ');
  throw new CitedeskError('invalid-input', `${words}.`);
}

function issueWords({ path, message }: z.core.$ZodIssue): string {
  const where = path.length === 0 ? 'body' : path.map(String).join('.');
  return `${where}: ${message}`;
}
