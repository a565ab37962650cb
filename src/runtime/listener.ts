import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { CitedeskError } from '../domain/errors.ts';
import type { Serve } from '../http/with-public.ts';

export interface Address {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
}

/** What listens at one address. */
export interface Listener {
  /** Such as `http://127.0.0.1:4747`. */
  readonly url: string;
  /** Takes no new requests, lets running ones finish up to `drainMs`, then ends them. */
  close(drainMs: number): Promise<void>;
}

/** Serves at an address. Throws `port-in-use`, and `config-invalid` for a host that cannot be bound. */
export async function listenAt({ host, port }: Address, fetch: Serve): Promise<Listener> {
  // Its replacements of the global Request and Response are faster, and a surprise to all other code.
  const server = createAdaptorServer({
    fetch,
    overrideGlobalObjects: false,
    // Programs that name no host, as HTTP/1.0 lets them, are no browsers.
    hostname: 'localhost',
    serverOptions: { maxHeaderSize: MAX_HEADER_BYTES },
  });
  server.on('clientError', answerUnreadable);
  await listen(server, { host, port });
  return { url: urlOf(server, host), close: (drainMs) => drain(server, drainMs) };
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

function listen(server: ServerType, { host, port }: Address): Promise<void> {
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
