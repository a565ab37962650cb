import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { requestId } from 'hono/request-id';
import { secureHeaders } from 'hono/secure-headers';
import { CitedeskError } from '../domain/errors.ts';
import type { Desk } from '../use-cases/desk.ts';
import type { App, AppContext, AppEnv, RouteParts } from './context.ts';
import { errorResponse } from './error-response.ts';
import { createGate } from './gate.ts';
import { type Access, checkHost, checkOrigin, checkToken, isAllowedOrigin } from './guard.ts';
import { openApiHandler } from './openapi.ts';
import { HttpError, loggedProblem } from './problem.ts';
import { addAskRoute } from './routes/ask.ts';
import { addChatRoute } from './routes/chat.ts';
import { addCheckRoute } from './routes/check.ts';
import { addCompletionsRoute } from './routes/completions.ts';
import { addDocumentRoute } from './routes/document.ts';
import { addHealthRoute } from './routes/health.ts';
import { addMcpRoute } from './routes/mcp.ts';
import { addModelRoutes } from './routes/models.ts';
import { addSearchRoute } from './routes/search.ts';

interface RequestLog {
  readonly requestId: string;
  readonly method: string;
  /** The route's pattern, never the address: an address may hold a question. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
}

export interface AppOptions {
  readonly desk: Desk;
  readonly access: Access;
  /** Questions (search, ask, chat) in flight at most; 16 unless told. */
  readonly maxQuestions?: number;
  /** Checks of a draft in flight at most; 2 unless told: one reads a draft of up to a million characters. */
  readonly maxChecks?: number;
  /** Silence after which a stream sends a comment line; 15,000 unless told. */
  readonly heartbeatMs?: number;
  /** Milliseconds of a clock that never goes back. */
  readonly monotonicMs: () => number;
  /** ISO 8601, UTC. */
  readonly now: () => string;
  /** Called when a response begins. */
  readonly onRequest?: (entry: RequestLog) => void;
  readonly onError?: (error: unknown, requestId: string) => void;
  /** Adds what the runtime serves besides, such as the pages; these routes are public. */
  readonly extend?: (app: App) => void;
}

const API = ['/api/*', '/v1/*', '/mcp', '/healthz', '/openapi.json'];
const ROUTES = [
  addAskRoute,
  addChatRoute,
  addSearchRoute,
  addCheckRoute,
  addDocumentRoute,
  addCompletionsRoute,
  addModelRoutes,
  addMcpRoute,
  addHealthRoute,
];
// What a reader's browser needs to ask through the widget on a public site.
const PUBLIC_API = /^\/(?:api\/chat|api\/documents\/[^/]+|healthz)$/;
const GUARDED = /^\/(?:api\/|v1\/|mcp$|openapi\.json$)/;

// Pages, which need more, bring their own policy; TLS, where there is any, ends before this server.
const HEADERS = {
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  strictTransportSecurity: false,
  xFrameOptions: false,
  overwrite: false,
};

/** The HTTP interface over a desk: the same object runs on Node and on workerd. */
export function createApp(options: AppOptions): App {
  const app = new Hono<AppEnv>();
  const onError = options.onError ?? (() => {});
  const parts: RouteParts = {
    desk: options.desk,
    questions: createGate('questions', options.maxQuestions ?? 16),
    checks: createGate('checks', options.maxChecks ?? 2),
    heartbeatMs: options.heartbeatMs ?? 15_000,
    now: options.now,
    onError,
  };
  app.use(requestId());
  app.use(timed(options));
  addBorder(app, options.access);
  for (const add of ROUTES) add(app, parts);
  app.get('/openapi.json', openApiHandler(app));
  options.extend?.(app);
  app.notFound((c) => errorResponse(c, new CitedeskError('not-found', 'There is nothing at this address.')));
  app.onError((error, c: AppContext) => {
    loggedProblem(error, c.get('requestId'), { onError });
    return errorResponse(c, error);
  });
  return app;
}

function addBorder(app: App, access: Access): void {
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => {
        const allow = methods.join(', ');
        const message = `${c.req.method.slice(0, 20)} is not allowed here; ${allow} is.`;
        return errorResponse(c, new HttpError('method-not-allowed', message, { allow }));
      },
    }),
  );
  app.use(secureHeaders(HEADERS));
  app.use(checkHost(access));
  for (const path of API) app.use(path, crossOrigin(access), checkOrigin(access), apiHeaders);
  app.use(checkToken(access, (c) => PUBLIC_API.test(c.req.path) || !GUARDED.test(c.req.path)));
}

function crossOrigin(access: Access) {
  return cors({
    origin: (origin, c) => (isAllowedOrigin(origin, c.req.url, access) ? origin : null),
    allowMethods: ['GET', 'POST'],
    exposeHeaders: ['x-request-id', 'x-vercel-ai-ui-message-stream', 'retry-after', 'mcp-session-id'],
    maxAge: 600,
  });
}

async function apiHeaders(c: AppContext, next: () => Promise<void>): Promise<void> {
  await next();
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
}

function timed({ monotonicMs, onRequest }: AppOptions) {
  return async (c: AppContext, next: () => Promise<void>): Promise<void> => {
    const start = monotonicMs();
    await next();
    const { method, routePath: route } = c.req;
    const ms = Math.round(monotonicMs() - start);
    onRequest?.({ requestId: c.get('requestId'), method, route, status: c.res.status, ms });
  };
}
