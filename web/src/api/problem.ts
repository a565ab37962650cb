import { asFields, parseJson, textOf } from '../stream/fields.ts';
import type { Failure } from '../stream/turn.ts';

// A proxy's error page may be long and is never of use to a reader.
const MAX_WORDS_CHARS = 400;

// What concerns the page and not the question: the element's own words for it are plainer.
const OWN_WORDS = new Map<string, Failure['kind']>([
  ['site-key-missing', 'not-admitted'],
  ['site-key-unknown', 'not-admitted'],
  ['origin-not-allowed', 'not-admitted'],
  ['rate-limited', 'too-many'],
]);

/**
 * What a refused response says of itself: its problem document (RFC 9457) with the server's
 * `fix`, else its status alone.
 */
export async function readProblem(response: Response): Promise<Failure> {
  const fields = asFields(parseJson(await response.text().catch(() => '')));
  const words = (key: string) => ((fields && textOf(fields, key)) ?? '').slice(0, MAX_WORDS_CHARS);
  const detail = [words('detail'), words('fix')].filter((part) => part !== '').join(' ');
  const kind = OWN_WORDS.get(words('code'));
  if (kind === undefined) {
    const isTooLong = /^(?:limit-exceeded|content-too-large)$/.test(words('code'));
    const title = words('title') || `HTTP ${response.status}`;
    return { kind: 'refused', title, detail, ...(isTooLong && { isTooLong }) };
  }
  const waitSeconds = Number.parseInt(response.headers.get('retry-after') ?? '', 10) || 0;
  return { kind, title: '', detail: '', cause: detail, ...(waitSeconds > 0 && { waitSeconds }) };
}

/** `fetch` has one error for everything that is not an answer: no network, refused by CORS, no server. */
export const UNREACHABLE: Failure = { kind: 'unreachable', title: '', detail: '' };
