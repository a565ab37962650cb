import { Hono } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { requestId } from 'hono/request-id';
import { secureHeaders } from 'hono/secure-headers';
import { CitedeskError } from '../domain/errors.ts';
import type { AppName } from '../domain/service-status.ts';
import { pathInside } from './base-path.ts';
import type { App, AppContext, AppEnv } from './context.ts';
import { errorResponse } from './error-response.ts';
import type { Meter } from './meter/meter.ts';
import { HttpError, loggedProblem } from './problem.ts';

export interface RequestLog {
  readonly requestId: string;
  readonly method: string;
  /** The route's pattern, never the address: an address may hold a question. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
}

/** What every app needs of the place where it runs. */
export interface ShellOptions {
  /** The path under which a proxy serves the desk, such as `/desk`; none unless told. */
  readonly basePath?: string;
  /** Silence after which a stream sends a comment line; 15,000 unless told. */
  readonly heartbeatMs?: number;
  /** Milliseconds of a clock that never goes back. */
  readonly monotonicMs: () => number;
  /** ISO 8601, UTC. */
  readonly now: () => string;
  /** Called when a response begins. */
  readonly onRequest?: (entry: RequestLog) => void;
  readonly onError?: (error: unknown, requestId: string) => void;
  /** Counts the requests and what becomes of them; one for all apps of a server. */
  readonly meter?: Meter;
  /** Adds what the runtime serves besides, such as the pages; these routes ask for nothing. */
  readonly extend?: (app: App) => void;
}

// Pages, which need more, bring their own policy; TLS, where there is any, ends before this server.
const HEADERS = {
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  strictTransportSecurity: false,
  xFrameOptions: false,
  overwrite: false,
};

export interface ShellPlace {
  /** Paths that lie before those of the app's routes, the outermost first. */
  readonly bases: readonly string[];
  /** Readers are told less of what goes wrong inside. */
  readonly isPublic: boolean;
}

/** An app without routes: request ids, the log, security headers, and problem documents for all that fails. */
export function createShell(options: ShellOptions, { bases, isPublic }: ShellPlace): App {
  const app = new Hono<AppEnv>({ getPath: (request) => pathInside(request, bases) });
  const report = { onError: options.onError ?? (() => {}), isPublic };
  app.use(requestId());
  app.use(timed(options, isPublic ? 'public' : 'desk'));
  app.use(methodNotAllowed({ app, onMethodNotAllowed: wrongMethod }));
  app.use(secureHeaders(HEADERS));
  app.notFound((c) => errorResponse(c, new CitedeskError('not-found', 'There is nothing at this address.')));
  app.onError((error, c: AppContext) =>
    errorResponse(c, error, loggedProblem(error, c.get('requestId'), report)),
  );
  return app;
}

function wrongMethod(c: AppContext, methods: readonly string[]): Response {
  const allow = methods.join(', ');
  const message = `${c.req.method.slice(0, 20)} is not allowed here; ${allow} is.`;
  return errorResponse(c, new HttpError('method-not-allowed', message, { allow }));
}

function timed({ monotonicMs, onRequest, meter }: ShellOptions, app: AppName) {
  return async (c: AppContext, next: () => Promise<void>): Promise<void> => {
    const start = monotonicMs();
    await next();
    const { method, routePath: route } = c.req;
    const { status } = c.res;
    const ms = monotonicMs() - start;
    meter?.requestBegan({ app, method, route, status, ms, problem: c.get('problemCode') ?? null });
    onRequest?.({ requestId: c.get('requestId'), method, route, status, ms: Math.round(ms) });
  };
}

/** Answers of the API are for whoever asked alone. */
export async function apiHeaders(c: AppContext, next: () => Promise<void>): Promise<void> {
  await next();
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
}
