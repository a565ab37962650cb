import { cors } from 'hono/cors';
import type { PublicDesk } from '../use-cases/desk.ts';
import type { FeedbackBox } from '../use-cases/feedback.ts';
import type { Suggestions } from '../use-cases/suggesting/suggestions.ts';
import { PUBLIC_PATH } from './base-path.ts';
import type { App, PublicParts } from './context.ts';
import { createGate } from './gate.ts';
import { checkHost } from './guard.ts';
import { checkSite, type SiteRules } from './guard-site.ts';
import { meteredAsk } from './meter/metered-desk.ts';
import { plainlyAnswering } from './public-answer.ts';
import { addChatRoute } from './routes/chat.ts';
import { addDocumentRoute } from './routes/document.ts';
import { addFeedbackRoute } from './routes/feedback.ts';
import { addHealthRoute } from './routes/health.ts';
import { addSuggestionsRoute } from './routes/suggestions.ts';
import { apiHeaders, createShell, type ShellOptions } from './shell.ts';

export interface PublicAppOptions extends ShellOptions, SiteRules {
  readonly desk: PublicDesk;
  /** Where feedback goes; absent: there is no route for it. */
  readonly feedback?: FeedbackBox;
  /** Questions to begin with; absent: there is no route for them. */
  readonly suggestions?: Suggestions;
  /** True when only this machine can reach the server. */
  readonly isLoopback: boolean;
  /** Host names that a proxy before a loopback server may pass on. */
  readonly allowedHosts: readonly string[];
  /** Questions in flight at most; 16 unless told. */
  readonly maxQuestions?: number;
}

const ROUTES = [addChatRoute, addDocumentRoute, addHealthRoute];

/**
 * What readers of other sites reach: questions to the public documents and those documents, for pages
 * that send the key of a site that lists their origin, within that site's limits. It knows no other desk
 * than the public one, and no route of the newsroom's.
 */
export function createPublicApp(options: PublicAppOptions): App {
  const { feedback, suggestions, basePath = '' } = options;
  const app = createShell(options, { bases: [basePath, PUBLIC_PATH], isPublic: true });
  const { desk, meter, monotonicMs } = options;
  const ask = meter ? meteredAsk(desk, { meter, app: 'public', monotonicMs }) : desk.ask;
  const parts: PublicParts = {
    desk: { ...desk, ask: plainlyAnswering(ask) },
    isPublic: true,
    questions: createGate('questions', options.maxQuestions ?? 16),
    heartbeatMs: options.heartbeatMs ?? 15_000,
    now: options.now,
    onError: options.onError ?? (() => {}),
  };
  app.use(checkHost(options));
  app.use('/api/*', anyOrigin(), apiHeaders, checkSite(options));
  app.use('/healthz', apiHeaders);
  for (const add of ROUTES) add(app, parts);
  if (suggestions !== undefined) addSuggestionsRoute(app, suggestions);
  if (feedback !== undefined) addFeedbackRoute(app, feedback, 'public');
  options.extend?.(app);
  return app;
}

// A page of any origin may read what it is answered, so that one that is refused can say why; which may
// ask is for `checkSite` to say. No cookie or other credential ever comes along.
function anyOrigin() {
  return cors({
    origin: '*',
    allowMethods: ['GET', 'POST'],
    exposeHeaders: ['x-request-id', 'x-vercel-ai-ui-message-stream', 'retry-after'],
    maxAge: 600,
  });
}
