import { throwIfAborted } from '../../domain/errors.ts';

/** What a cancelled check says. */
export const CANCELLED = 'The check was cancelled.';

/** Lets the event loop turn, so that streams flow and a cancel arrives; throws `aborted` after it. */
export async function breathe(signal: AbortSignal | undefined): Promise<void> {
  await new Promise<void>((resolve) => setTimeout(resolve, 0));
  throwIfAborted(signal, CANCELLED);
}
