/** Everything that can go wrong by contract. Closed: a new case is a new code. */
export type ErrorCode =
  | 'invalid-input'
  | 'limit-exceeded'
  | 'unauthorized'
  | 'not-found'
  | 'aborted'
  | 'corpus-unreadable'
  | 'file-unreadable'
  | 'file-unsupported'
  | 'index-missing'
  | 'index-damaged'
  | 'index-too-new'
  | 'index-outdated'
  | 'index-busy'
  | 'model-missing'
  | 'model-damaged'
  | 'embedder-failed'
  | 'verifier-failed'
  | 'storage-full'
  | 'feedback-full'
  | 'storage-failed'
  | 'port-in-use'
  | 'config-invalid';

export interface ErrorDetails {
  /** What the reader can do about it, as one imperative sentence. */
  readonly fix?: string;
  readonly cause?: unknown;
}

/**
 * The one error that crosses a layer border. `message` is a plain sentence that names the limit and
 * what came; `fix` says what to do. It never holds document text or a secret.
 */
export class CitedeskError extends Error {
  readonly code: ErrorCode;
  readonly fix: string | null;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'CitedeskError';
    this.code = code;
    this.fix = details.fix ?? null;
  }
}

/** True for a CitedeskError, of the given code if one is named. */
export function isCitedeskError(value: unknown, code?: ErrorCode): value is CitedeskError {
  return value instanceof CitedeskError && (code === undefined || value.code === code);
}

/** Throws `aborted` once the signal has fired. `message` says in a sentence what was stopped. */
export function throwIfAborted(signal: AbortSignal | undefined, message: string): void {
  if (signal?.aborted) throw new CitedeskError('aborted', message, { cause: signal.reason });
}
