import type { RequestHandlerExtra } from '@modelcontextprotocol/sdk/shared/protocol.js';
import type { CallToolResult, ServerNotification, ServerRequest } from '@modelcontextprotocol/sdk/types.js';
import type { RouteParts } from '../context.ts';
import { problemWords } from '../error-response.ts';
import type { Gate } from '../gate.ts';
import { loggedProblem } from '../problem.ts';
import type { RunningCalls } from './running-calls.ts';

export type Extra = RequestHandlerExtra<ServerRequest, ServerNotification>;

/** What the tools of one request work with. */
export interface ToolParts extends Pick<RouteParts, 'desk' | 'questions' | 'checks' | 'onError'> {
  readonly requestId: string;
  /** Fires when the client leaves. */
  readonly signal: AbortSignal;
  /** Says that the call runs, until what it gives is called. */
  readonly begin: (callId: Extra['requestId']) => ReturnType<RunningCalls['begin']>;
}

/** What a tool gives: words for a reader, with citations and verdicts in them, and the same as data. */
export interface ToolOutput {
  readonly words: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** No tool changes anything, and none looks beyond the archive. */
export const READS_ARCHIVE = { readOnlyHint: true, idempotentHint: true, openWorldHint: false };

/**
 * Runs a tool inside its gate, until the client cancels or leaves. What goes wrong is told as a result
 * that is an error, so that a model can read it and ask in another way.
 */
export async function runTool(
  { parts, extra, gate }: { readonly parts: ToolParts; readonly extra: Extra; readonly gate: Gate | null },
  work: (signal: AbortSignal) => Promise<ToolOutput>,
): Promise<CallToolResult> {
  const end = parts.begin(extra.requestId);
  let leave = () => {};
  try {
    leave = gate?.enter() ?? leave;
    const { words, data } = await work(AbortSignal.any([extra.signal, parts.signal]));
    return { content: [{ type: 'text', text: words }], structuredContent: { ...data } };
  } catch (error) {
    const text = problemWords(loggedProblem(error, parts.requestId, parts));
    return { content: [{ type: 'text', text }], isError: true };
  } finally {
    leave();
    end();
  }
}
