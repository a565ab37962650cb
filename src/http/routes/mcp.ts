import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { CancelledNotificationSchema, isInitializeRequest } from '@modelcontextprotocol/sdk/types.js';
import { describeRoute } from 'hono-openapi';
import { BODY_BYTES, bodyAtMost } from '../body-limit.ts';
import type { App, AppContext, RouteParts } from '../context.ts';
import { createRunningCalls, type RunningCalls } from '../mcp/running-calls.ts';
import { createMcpServer } from '../mcp/server.ts';

const SESSION = 'mcp-session-id';

/**
 * `POST /mcp`: the Model Context Protocol over Streamable HTTP. Every request is served by itself, so
 * that no session can be lost or has to be kept; a session's id only says whose calls a cancellation
 * may stop. There is no stream of the server's own, so GET is not allowed.
 */
export function addMcpRoute(app: App, parts: RouteParts): void {
  const calls = createRunningCalls();
  app.post(
    '/mcp',
    describeRoute({
      summary: 'Model Context Protocol: search, ask, check_draft, verify_claim, get_document',
      requestBody: {
        required: true,
        description: 'A JSON-RPC message (Streamable HTTP)',
        content: { 'application/json': { schema: { type: 'object' } } },
      },
      responses: {
        200: {
          description: 'Server-sent events: progress, then the response',
          content: { 'text/event-stream': { schema: { type: 'string' } } },
        },
        202: { description: 'A notification was taken' },
        default: {
          description: 'A JSON-RPC error',
          content: { 'application/json': { schema: { type: 'object' } } },
        },
      },
    }),
    bodyAtMost(BODY_BYTES.draft),
    (c) => handle(c, parts, calls),
  );
}

async function handle(c: AppContext, parts: RouteParts, calls: RunningCalls): Promise<Response> {
  const session = c.req.header(SESSION)?.slice(0, 100) ?? null;
  const transport = new WebStandardStreamableHTTPServerTransport({
    keepAliveMs: parts.heartbeatMs,
    maxRequestBodySize: BODY_BYTES.draft,
  });
  const server = createMcpServer({
    ...parts,
    requestId: c.get('requestId'),
    signal: c.req.raw.signal,
    // A call that is cancelled gets no response (MCP, utilities/cancellation): its stream just ends.
    begin: (callId) => calls.begin(session, callId, () => void server.close()),
  });
  server.server.setNotificationHandler(CancelledNotificationSchema, ({ params }) => {
    if (params.requestId !== undefined) calls.cancel(session, params.requestId);
  });
  await server.connect(transport);
  const isFirst = noticeInitialize(transport);
  const response = await transport.handleRequest(c.req.raw);
  if (isFirst()) response.headers.set(SESSION, crypto.randomUUID());
  return response;
}

function noticeInitialize(transport: WebStandardStreamableHTTPServerTransport): () => boolean {
  const receive = transport.onmessage;
  let isFirst = false;
  transport.onmessage = (message, extra) => {
    isFirst ||= isInitializeRequest(message);
    receive?.(message, extra);
  };
  return () => isFirst;
}
