import { cors } from 'hono/cors';
import type { Desk } from '../use-cases/desk.ts';
import type { FeedbackBox } from '../use-cases/feedback.ts';
import type { Suggestions } from '../use-cases/suggesting/suggestions.ts';
import type { App, ReadDocx, RouteParts } from './context.ts';
import { createGate } from './gate.ts';
import { type Access, checkHost, checkOrigin, checkToken, isAllowedOrigin } from './guard.ts';
import { createMeter } from './meter/meter.ts';
import { meteredAsk, meteredCheck } from './meter/metered-desk.ts';
import { openApiHandler } from './openapi.ts';
import { addAskRoute } from './routes/ask.ts';
import { addChatRoute } from './routes/chat.ts';
import { addCheckRoute } from './routes/check.ts';
import { addCompletionsRoute } from './routes/completions.ts';
import { addDocumentRoute } from './routes/document.ts';
import { addFeedbackRoute } from './routes/feedback.ts';
import { addFoldersRoute } from './routes/folders.ts';
import { addHealthRoute } from './routes/health.ts';
import { addMcpRoute } from './routes/mcp.ts';
import { addMetricsRoute, type RenderMetrics } from './routes/metrics.ts';
import { addModelRoutes } from './routes/models.ts';
import { addReportRoute } from './routes/report.ts';
import { addSearchRoute } from './routes/search.ts';
import { addStatusRoute } from './routes/status.ts';
import { addSuggestionsRoute } from './routes/suggestions.ts';
import { apiHeaders, createShell, type ShellOptions } from './shell.ts';

export interface DeskAppOptions extends ShellOptions {
  readonly desk: Desk;
  readonly access: Access;
  /** Where feedback goes; absent: there is no route for it. */
  readonly feedback?: FeedbackBox;
  /** Writes what was counted for Prometheus; absent: there is no `/metrics`. */
  readonly metrics?: RenderMetrics;
  /** Questions to begin with; absent: there is no route for them. */
  readonly suggestions?: Suggestions;
  /** Makes a docx file what the desk takes; absent: such files are refused. */
  readonly readDocx?: ReadDocx;
  /** Questions (search, ask, chat) in flight at most; 16 unless told. */
  readonly maxQuestions?: number;
  /** Checks of a draft in flight at most; 2 unless told: one reads a draft of up to a million characters. */
  readonly maxChecks?: number;
}

const API = ['/api/*', '/v1/*', '/mcp', '/healthz', '/openapi.json', '/metrics'];
const ROUTES = [
  addAskRoute,
  addChatRoute,
  addSearchRoute,
  addCheckRoute,
  addReportRoute,
  addDocumentRoute,
  addFoldersRoute,
  addCompletionsRoute,
  addModelRoutes,
  addMcpRoute,
  addHealthRoute,
];
const GUARDED = /^\/(?:api\/|v1\/|mcp$|openapi\.json$|metrics$)/;

/**
 * The newsroom's HTTP interface: everything there is, over all documents, for whoever has the token. The
 * same object runs on Node and on workerd.
 */
export function createDeskApp(options: DeskAppOptions): App {
  const { access, feedback, suggestions, metrics, basePath = '', meter = createMeter(options) } = options;
  const app = createShell({ ...options, meter }, { bases: [basePath], isPublic: false });
  const metering = { meter, app: 'desk', monotonicMs: options.monotonicMs } as const;
  const parts: RouteParts = {
    desk: {
      ...options.desk,
      ask: meteredAsk(options.desk, metering),
      check: meteredCheck(options.desk, metering),
    },
    isPublic: false,
    questions: createGate('questions', options.maxQuestions ?? 16),
    ...(options.readDocx !== undefined && { readDocx: options.readDocx }),
    checks: createGate('checks', options.maxChecks ?? 2),
    heartbeatMs: options.heartbeatMs ?? 15_000,
    now: options.now,
    onError: options.onError ?? (() => {}),
  };
  app.use(checkHost(access));
  for (const path of API) app.use(path, crossOrigin(access), checkOrigin(access), apiHeaders);
  app.use(checkToken(access, (c) => !GUARDED.test(c.req.path)));
  for (const add of ROUTES) add(app, parts);
  if (suggestions !== undefined) addSuggestionsRoute(app, suggestions);
  if (feedback !== undefined) addFeedbackRoute(app, feedback, 'desk');
  addStatusRoute(app, parts, meter);
  if (metrics !== undefined) addMetricsRoute(app, meter, metrics);
  app.get('/openapi.json', openApiHandler(app, basePath));
  options.extend?.(app);
  return app;
}

function crossOrigin(access: Access) {
  return cors({
    origin: (origin, c) => (isAllowedOrigin(origin, c.req.url, access) ? origin : null),
    allowMethods: ['GET', 'POST'],
    exposeHeaders: ['x-request-id', 'x-vercel-ai-ui-message-stream', 'retry-after', 'mcp-session-id'],
    maxAge: 600,
  });
}
