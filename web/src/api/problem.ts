import { asFields, parseJson, textOf } from '../stream/fields.ts';
import type { Failure } from '../stream/turn.ts';

// A proxy's error page may be long and is never of use to a reader.
const MAX_WORDS_CHARS = 400;

/**
 * What a refused response says of itself: its problem document (RFC 9457) with the server's
 * `fix`, else its status alone.
 */
export async function readProblem(response: Response): Promise<Failure> {
  const fields = asFields(parseJson(await response.text().catch(() => '')));
  const words = (key: string) => ((fields && textOf(fields, key)) ?? '').slice(0, MAX_WORDS_CHARS);
  const detail = [words('detail'), words('fix')].filter((part) => part !== '').join(' ');
  return { kind: 'refused', title: words('title') || `HTTP ${response.status}`, detail };
}

/** `fetch` has one error for everything that is not an answer: no network, refused by CORS, no server. */
export const UNREACHABLE: Failure = { kind: 'unreachable', title: '', detail: '' };
