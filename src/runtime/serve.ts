import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { systemClock } from '../adapters/system/system-clock.ts';
import { CitedeskError } from '../domain/errors.ts';
import { createApp } from '../http/app.ts';
import { isLoopbackHost } from '../http/guard.ts';
import type { Desk } from '../use-cases/desk.ts';
import type { Config } from './config.ts';
import { createLog } from './log.ts';
import { PAGES_DIR, servePages } from './pages.ts';

export interface ServeOptions {
  readonly desk: Desk;
  readonly config: Pick<
    Config,
    'host' | 'port' | 'allowedOrigins' | 'allowedHosts' | 'maxQuestions' | 'maxChecks'
  >;
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
  /** Such as `http://127.0.0.1:4747`. */
  readonly url: string;
  /** Takes no new requests, lets running ones finish up to `drainMs`, then ends them. */
  close(): Promise<void>;
}

/**
 * Serves the desk over HTTP. Throws `port-in-use`, and `config-invalid` for a host that cannot be
 * bound or one that others can reach without a token.
 */
export async function serveDesk(options: ServeOptions): Promise<RunningServer> {
  const { host, port } = options.config;
  requireToken(options);
  const app = createServerApp(options);
  // Its replacements of the global Request and Response are faster, and a surprise to all other code.
  const server = createAdaptorServer({
    fetch: app.fetch,
    overrideGlobalObjects: false,
    // Programs that name no host, as HTTP/1.0 lets them, are no browsers.
    hostname: 'localhost',
    serverOptions: { maxHeaderSize: MAX_HEADER_BYTES },
  });
  server.on('clientError', answerUnreadable);
  await listen(server, { host, port });
  return {
    url: urlOf(server, host),
    close: () => drain(server, options.drainMs ?? 10_000),
  };
}

// Room for a question that is far too long to be told so by its length; beyond it `answerUnreadable` tells.
const MAX_HEADER_BYTES = 256 * 1024;

// What the HTTP parser itself refuses never reaches the app; the client gets a problem document all the same.
function answerUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy();
  const isTooLong = error.code === 'HPE_HEADER_OVERFLOW';
  const [status, title] = isTooLong ? [431, 'Request Header Fields Too Large'] : [400, 'Bad Request'];
  const code = isTooLong ? 'content-too-large' : 'invalid-input';
  const detail = isTooLong
    ? `Address and headers have at most ${MAX_HEADER_BYTES.toLocaleString('en-GB')} bytes; these have more.`
    : 'This is not a request in HTTP.';
  const type = `urn:citedesk:problem:${code}`;
  const body = JSON.stringify({ type, title, status, detail, code, instance: crypto.randomUUID() });
  socket.end(
    `HTTP/1.1 ${status} ${title}\r\ncontent-type: application/problem+json\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}

function createServerApp({ desk, config, token, logLevel, pagesDir = PAGES_DIR }: ServeOptions) {
  const log = createLog(logLevel);
  const { allowedOrigins = [], allowedHosts = [], maxQuestions, maxChecks } = config;
  return createApp({
    desk,
    access: { isLoopback: isLoopback(config.host), token, allowedOrigins, allowedHosts },
    ...(maxQuestions !== undefined && { maxQuestions }),
    ...(maxChecks !== undefined && { maxChecks }),
    monotonicMs: systemClock.monotonicMs,
    now: systemClock.now,
    onRequest: (entry) => log.info(entry, 'request'),
    onError: (error, requestId) => log.error({ requestId, err: error }, 'failed'),
    extend: (app) => servePages(app, pagesDir),
  });
}

const isLoopback = (host: string) => isLoopbackHost(host.includes(':') ? `[${host}]` : host);

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

function listen(server: ServerType, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenFailure(error, host, port)));
    server.listen(port, host, () => resolve());
  });
}

function listenFailure(cause: NodeJS.ErrnoException, host: string, port: number): Error {
  if (cause.code === 'EADDRINUSE') {
    return new CitedeskError('port-in-use', `Port ${port} of ${host} is in use by another program.`, {
      fix: 'Stop that, or choose another port with --port.',
      cause,
    });
  }
  const why =
    cause.code === 'EACCES' ? 'this user may not' : `the system says ${cause.code ?? cause.message}`;
  return new CitedeskError('config-invalid', `Cannot listen at port ${port} of ${host}: ${why}.`, {
    fix: 'Choose another --host or --port.',
    cause,
  });
}

function urlOf(server: ServerType, host: string): string {
  // A server that listens at a host and port has an AddressInfo; strings are for pipes.
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

// How soon a connection that its client keeps open is noticed to have nothing more to send.
const IDLE_CHECK_MS = 25;

async function drain(server: ServerType, drainMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  if (!('closeIdleConnections' in server)) return closed;
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS);
  const end = setTimeout(() => server.closeAllConnections(), drainMs);
  await closed;
  clearInterval(idle);
  clearTimeout(end);
}
