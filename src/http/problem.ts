import { type ErrorCode, isCitedeskError } from '../domain/errors.ts';

/** What can go wrong at the HTTP border alone. */
export type HttpErrorCode =
  | 'malformed-json'
  | 'content-too-large'
  | 'unsupported-media-type'
  | 'method-not-allowed'
  | 'wrong-host'
  | 'origin-not-allowed'
  | 'site-key-missing'
  | 'site-key-unknown'
  | 'rate-limited'
  | 'overloaded'
  | 'internal';

type ProblemCode = ErrorCode | HttpErrorCode;

/** An RFC 9457 problem document. `instance` is the request id, as the log has it. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: ProblemStatus;
  readonly detail: string;
  readonly code: ProblemCode;
  readonly instance: string;
  /** What to do about it, where anything can be done. */
  readonly fix?: string;
}

type ProblemStatus = 400 | 401 | 403 | 404 | 405 | 413 | 415 | 421 | 429 | 500 | 503 | 507;

const KINDS: Readonly<Record<ProblemCode, readonly [ProblemStatus, string]>> = {
  'invalid-input': [400, 'Invalid input'],
  'limit-exceeded': [400, 'Limit exceeded'],
  'malformed-json': [400, 'Malformed JSON'],
  unauthorized: [401, 'Token needed'],
  'origin-not-allowed': [403, 'Origin not allowed'],
  'site-key-missing': [403, 'Site key missing'],
  'site-key-unknown': [403, 'Site key unknown'],
  'not-found': [404, 'Not found'],
  'method-not-allowed': [405, 'Method not allowed'],
  'content-too-large': [413, 'Request too large'],
  'unsupported-media-type': [415, 'Unsupported media type'],
  'wrong-host': [421, 'Wrong host'],
  'rate-limited': [429, 'Too many requests'],
  aborted: [503, 'Stopped'],
  overloaded: [503, 'Too busy'],
  'index-missing': [503, 'No index'],
  'index-damaged': [503, 'Index damaged'],
  'index-too-new': [503, 'Index of a newer version'],
  'index-outdated': [503, 'Index outdated'],
  'index-busy': [503, 'Index busy'],
  'model-missing': [503, 'Model missing'],
  'model-damaged': [503, 'Model damaged'],
  'embedder-failed': [500, 'Model failed'],
  'verifier-failed': [500, 'Model failed'],
  'corpus-unreadable': [500, 'Corpus unreadable'],
  'file-unreadable': [500, 'File unreadable'],
  'file-unsupported': [500, 'File unsupported'],
  'storage-full': [507, 'Disk full'],
  'feedback-full': [507, 'No room for feedback'],
  'storage-failed': [500, 'Storage failed'],
  'port-in-use': [500, 'Port in use'],
  'config-invalid': [500, 'Configuration invalid'],
  internal: [500, 'Internal error'],
};

/** An error that only the HTTP border knows; becomes a problem document. */
export class HttpError extends Error {
  readonly code: HttpErrorCode;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: HttpErrorCode, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.name = 'HttpError';
    this.code = code;
    this.headers = headers;
  }
}

/** The problem document that tells a client of the error, and nothing that is not its business. */
export function problemOf(error: unknown, instance: string): Problem {
  if (isCitedeskError(error)) return problem(error.code, error.message, { instance, fix: error.fix });
  if (error instanceof HttpError) return problem(error.code, error.message, { instance, fix: null });
  return problem('internal', 'Something failed inside the program; its log names this request.', {
    instance,
    fix: null,
  });
}

export interface ProblemReport {
  readonly onError: (error: unknown, requestId: string) => void;
  /** Readers of other sites are not told what the server lacks: its words name folders and models. */
  readonly isPublic?: boolean;
}

/** Likewise; a failure whose words the client must not see goes to `onError`. */
export function loggedProblem(error: unknown, instance: string, report: ProblemReport): Problem {
  const problem = problemOf(error, instance);
  const isHidden = report.isPublic === true && problem.status >= 500 && problem.code !== 'overloaded';
  if (isHidden || problem.code === 'internal') report.onError(error, instance);
  return isHidden ? withoutWords(problem) : problem;
}

function withoutWords({ fix: _, ...problem }: Problem): Problem {
  return { ...problem, detail: 'The question desk cannot answer at the moment.' };
}

interface ProblemRest {
  readonly instance: string;
  readonly fix: string | null;
}

function problem(code: ProblemCode, detail: string, { instance, fix }: ProblemRest): Problem {
  const [status, title] = KINDS[code];
  const type = `urn:citedesk:problem:${code}`;
  return { type, title, status, detail, code, instance, ...(fix === null ? {} : { fix }) };
}

/** What the response to an error carries besides its body, such as `allow`. */
export function problemHeaders(error: unknown): Readonly<Record<string, string>> {
  return error instanceof HttpError ? error.headers : {};
}
