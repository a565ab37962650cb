import type { Context } from 'hono';
import { type Problem, problemHeaders, problemOf } from './problem.ts';

/** The error as the clients of an address read it: OpenAI's shape, JSON-RPC's, else a problem document. */
export function errorResponse(
  c: Context,
  error: unknown,
  problem: Problem = problemOf(error, c.get('requestId')),
): Response {
  c.set('problemCode', problem.code);
  const [mediaType, body] = shapeOf(c.req.path, problem);
  if (problem.code === 'unauthorized') c.header('www-authenticate', 'Bearer realm="citedesk"');
  return c.body(JSON.stringify(body), problem.status, {
    'content-type': `${mediaType}; charset=utf-8`,
    'cache-control': 'no-store',
    ...problemHeaders(error),
  });
}

function shapeOf(path: string, problem: Problem): readonly [string, object] {
  if (path.startsWith('/v1/')) return ['application/json', openAiError(problem)];
  if (path === '/mcp') return ['application/json', rpcError(problem)];
  return ['application/problem+json', problem];
}

/** The problem as OpenAI's clients read errors, whole or inside a stream. */
export function openAiError(problem: Problem): object {
  const { status, code, instance } = problem;
  return { error: { message: problemWords(problem), type: openAiType(status), param: null, code, instance } };
}

function openAiType(status: number): string {
  if (status === 401) return 'authentication_error';
  if (status === 403) return 'permission_error';
  return status < 500 ? 'invalid_request_error' : 'server_error';
}

// JSON-RPC 2.0, section 5.1: codes of a request that is refused and of a failure inside.
const INVALID_REQUEST = -32600;
const INTERNAL_ERROR = -32603;

function rpcError(problem: Problem): object {
  const code = problem.status < 500 ? INVALID_REQUEST : INTERNAL_ERROR;
  return {
    jsonrpc: '2.0',
    error: { code, message: problemWords(problem), data: { code: problem.code, instance: problem.instance } },
    id: null,
  };
}

/** What went wrong and what to do about it, for a client that takes no problem document. */
export function problemWords({ detail, fix }: Problem): string {
  return fix === undefined ? detail : `${detail} ${fix}`;
}
