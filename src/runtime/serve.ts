import type { Logger } from 'pino';
import { systemClock } from '../adapters/system/system-clock.ts';
import { CitedeskError } from '../domain/errors.ts';
import type { App } from '../http/context.ts';
import { createDeskApp } from '../http/desk-app.ts';
import { isLoopbackHost } from '../http/guard.ts';
import { createMeter, type Meter } from '../http/meter/meter.ts';
import { createPublicApp } from '../http/public-app.ts';
import type { ShellOptions } from '../http/shell.ts';
import { withPublic } from '../http/with-public.ts';
import type { CountsStore } from '../ports/counts-store.ts';
import type { Desks, SuggestingDesks } from '../use-cases/create-desk.ts';
import type { FeedbackBox } from '../use-cases/feedback.ts';
import type { Config } from './config.ts';
import { createKeptMeter, type KeptMeter } from './kept-meter.ts';
import { type Listener, listenAt } from './listener.ts';
import { createLog } from './log.ts';
import { createMetrics } from './metrics.ts';
import { PAGES_DIR, servePages, serveWidget } from './pages.ts';
import { docxReader } from './parsers.ts';
import { sitesOf } from './sites.ts';
import { visitorBehind } from './visitor.ts';

type Suggesting = Omit<SuggestingDesks, keyof Desks>;

export interface ServeOptions extends Desks, Partial<Suggesting> {
  readonly config: Pick<
    Config,
    | 'host'
    | 'port'
    | 'publicHost'
    | 'publicPort'
    | 'basePath'
    | 'sites'
    | 'proxyHops'
    | 'allowedOrigins'
    | 'allowedHosts'
    | 'maxQuestions'
    | 'maxChecks'
  >;
  /** Where readers' feedback goes; absent: nowhere, and there is no route for it. */
  readonly feedback?: FeedbackBox;
  /** Keeps what is counted across restarts; absent: each server counts from nothing. */
  readonly counts?: CountsStore;
  /** `CITEDESK_TOKEN`; null: none. */
  readonly token: string | null;
  /** A pino level; `info` logs every request. */
  readonly logLevel: string;
  /** How long running requests may take to finish once it is to stop; 10,000 unless told. */
  readonly drainMs?: number;
  /** Folder of the built pages. */
  readonly pagesDir?: string;
}

export interface RunningServer {
  /** Where the desk is, such as `http://127.0.0.1:4747`; the public app is at `/public` of it. */
  readonly url: string;
  /** Where the public app is alone; null unless `publicPort` is set. */
  readonly publicUrl: string | null;
  /** Takes no new requests, lets running ones finish up to `drainMs`, then ends them. */
  close(): Promise<void>;
}

/**
 * Serves the desk over HTTP with the public app at `/public`, and the public app alone where a port of its
 * own is set. Throws `port-in-use`, and `config-invalid` for a host that cannot be bound, a desk that others
 * can reach without a token, or a public app that others can reach but no site is configured for.
 */
export async function serveDesk(options: ServeOptions): Promise<RunningServer> {
  const { host, port, publicHost = '127.0.0.1', publicPort, basePath = '' } = options.config;
  requireToken(options);
  requireSites(options);
  const log = createLog(options.logLevel);
  const { meter, close } = await meterOf(options, log);
  const { desk, publicApp } = createApps(options, { log, meter });
  const listeners = [
    await orClose(close, () => listenAt({ host, port }, withPublic({ desk, publicApp, basePath }))),
  ];
  if (publicPort !== undefined) {
    const end = () => Promise.all([closeAll(listeners, 0), close()]);
    const second = () => listenAt({ host: publicHost, port: publicPort }, publicApp.fetch);
    listeners.push(await orClose(end, second));
  }
  // Ready before the first reader comes; a missing index is told to whoever asks.
  options.suggestions?.list().catch(() => {});
  const [first, second] = listeners;
  return {
    url: first?.url ?? '',
    publicUrl: second?.url ?? null,
    async close() {
      await closeAll(listeners, options.drainMs ?? 10_000);
      await close();
    },
  };
}

async function meterOf({ counts: store }: ServeOptions, log: Logger): Promise<KeptMeter> {
  if (store === undefined) return { meter: createMeter(systemClock), close: async () => {} };
  return createKeptMeter({ store, onLoss: (words, err) => log.warn({ err }, words) });
}

// A server of which one half cannot start is no server.
async function orClose(close: () => Promise<unknown>, start: () => Promise<Listener>): Promise<Listener> {
  try {
    return await start();
  } catch (error) {
    await close();
    throw error;
  }
}

async function closeAll(listeners: readonly Listener[], drainMs: number): Promise<void> {
  await Promise.all(listeners.map((listener) => listener.close(drainMs)));
}

interface Watching {
  readonly log: Logger;
  readonly meter: Meter;
}

function createApps(
  options: ServeOptions,
  watching: Watching,
): { readonly desk: App; readonly publicApp: App } {
  const { config, token, pagesDir = PAGES_DIR } = options;
  const feedback = options.feedback === undefined ? {} : { feedback: options.feedback };
  const { allowedOrigins = [], allowedHosts = [], maxQuestions, maxChecks, proxyHops = 0 } = config;
  const shell = shellOf(options.config, watching);
  const questions = maxQuestions === undefined ? {} : { maxQuestions };
  const desk = createDeskApp({
    ...shell,
    ...questions,
    ...feedback,
    ...(options.suggestions !== undefined && { suggestions: options.suggestions }),
    desk: options.desk,
    readDocx: (bytes, signal) => docxReader.read(bytes, signal),
    metrics: createMetrics(),
    access: { isLoopback: isLoopback(config.host), token, allowedOrigins, allowedHosts },
    ...(maxChecks !== undefined && { maxChecks }),
    extend: (app) => servePages(app, pagesDir),
  });
  const publicApp = createPublicApp({
    ...shell,
    ...questions,
    ...feedback,
    ...(options.publicSuggestions !== undefined && { suggestions: options.publicSuggestions }),
    desk: options.publicDesk,
    isLoopback: isAllLoopback(config),
    allowedHosts,
    sites: sitesOf(config.sites, isAllLoopback(config)),
    visitorOf: visitorBehind(proxyHops),
    extend: (app) => serveWidget(app, pagesDir),
  });
  return { desk, publicApp };
}

function shellOf({ basePath = '' }: ServeOptions['config'], { log, meter }: Watching): ShellOptions {
  return {
    basePath,
    monotonicMs: systemClock.monotonicMs,
    now: systemClock.now,
    meter,
    onRequest: (entry) => log.info(entry, 'request'),
    onError: (error, requestId) => log.error({ requestId, err: error }, 'failed'),
  };
}

const isLoopback = (host: string) => isLoopbackHost(host.includes(':') ? `[${host}]` : host);

function isAllLoopback({ host, publicHost, publicPort }: ServeOptions['config']): boolean {
  return isLoopback(host) && (publicPort === undefined || publicHost === undefined || isLoopback(publicHost));
}

function requireToken({ config: { host }, token }: ServeOptions): void {
  if (isLoopback(host) || (token !== null && token.length >= MIN_TOKEN_CHARS)) return;
  const why =
    token === null ? 'there is no token' : `the token is shorter than ${MIN_TOKEN_CHARS} characters`;
  throw new CitedeskError('config-invalid', `Others can reach this server at ${host}, and ${why}.`, {
    fix: 'Set CITEDESK_TOKEN to a long random text, or leave --host out to serve this machine alone.',
  });
}

// Sixteen random letters and digits are out of reach of guessing over a network.
const MIN_TOKEN_CHARS = 16;

function requireSites({ config: { publicHost, publicPort, sites = [] } }: ServeOptions): void {
  if (publicPort === undefined || publicHost === undefined || isLoopback(publicHost) || sites.length > 0)
    return;
  const message = `Others can reach the public app at ${publicHost}, and no site is configured that may ask.`;
  throw new CitedeskError('config-invalid', message, {
    fix: 'Name the sites that may in "sites" of citedesk.config.ts, or leave --public-host out.',
  });
}
