import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Document } from '../../src/domain/document.ts';
import { serveLocally } from '../fakes/local-server.ts';
import { DIST } from './browser.ts';
import { STRICT_CSP, sendFile, sendJson } from './built-pages.ts';
import { type Part, sse } from './stream-script.ts';

/** How the stub treats one question; it plays what a real server and a real network can do. */
export type Script =
  | { readonly kind: 'answer'; readonly parts: readonly Part[] }
  /** Sends the parts and leaves the response open until the client goes or the test cuts it. */
  | { readonly kind: 'hang'; readonly parts: readonly Part[] }
  | { readonly kind: 'refuse'; readonly status: number; readonly body: string };

/** What a check meets: events in order, a problem document where `status` is one of an error; a test may change it. */
export interface CheckScript {
  events: readonly object[];
  status?: number;
  /** Leaves the response open behind the events. */
  hangs?: boolean;
}

export interface StubOptions {
  /** By the question's words; `*` for every other. Read at each request: a test may change it. */
  readonly scripts?: Map<string, Script>;
  /** What every check meets, cut into pieces of 16 kB. Read at each request. */
  readonly check?: CheckScript;
  /** Read at each request; none unless told. */
  readonly documents?: ReadonlyMap<string, Document>;
  /** Asked of every request to the API; none unless told. */
  readonly token?: string;
  /** What `POST /api/feedback` answers; 404 unless told. */
  readonly feedbackStatus?: number;
  /** Questions to begin with; none unless told. */
  readonly suggestions?: readonly string[];
  /** Content-Security-Policy of the page; `STRICT_CSP` unless told, null: none. */
  readonly csp?: string | null;
}

export interface Stub {
  /** Its origin, with `/` at its end. */
  readonly url: string;
  /** Questions that were asked, in order. */
  readonly asked: readonly string[];
  /** Bodies of all chat requests, in order. */
  readonly requests: readonly Readonly<Record<string, unknown>>[];
  /** Bodies that came as feedback. */
  readonly feedback: readonly unknown[];
  /** Resolves when a response that was left open has lost its client. */
  readonly abandoned: Promise<void>;
  /** Breaks the connections that were left open, as a network does. */
  cut(): void;
  close(): Promise<void>;
}

type Route = (request: IncomingMessage, response: ServerResponse, rest: string) => Promise<void> | void;

/** Serves the built pages under a strict policy, and answers from scripts instead of an index. */
export async function startStub(options: StubOptions = {}): Promise<Stub> {
  const { scripts, documents, check, csp = STRICT_CSP, suggestions = [], feedbackStatus = 404 } = options;
  const feedback: unknown[] = [];
  const asked: string[] = [];
  const requests: Readonly<Record<string, unknown>>[] = [];
  const open = new Set<ServerResponse>();
  const { promise: abandoned, resolve: abandon } = Promise.withResolvers<void>();
  // The first whose beginning fits.
  const routes: Readonly<Record<string, Route>> = {
    '/api/chat': async (request, response) => {
      const body = await jsonOf(request);
      const question: string = body.messages.at(-1).parts[0].text;
      requests.push(body);
      asked.push(question);
      play(scripts?.get(question) ?? scripts?.get('*'), response);
      if (!response.writableEnded) open.add(response.on('close', abandon));
    },
    '/api/check': (request, response) => {
      request.resume();
      playCheck(check, response);
      if (!response.writableEnded) open.add(response.on('close', abandon));
    },
    '/api/feedback': async (request, response) => {
      feedback.push(await jsonOf(request));
      response.writeHead(feedbackStatus).end();
    },
    '/api/folders': (_, response) => sendJson(response, { folders: [{ name: '2026', articles: 4 }] }),
    '/api/suggestions': (_, response) => sendJson(response, { suggestions }),
    '/api/documents/': (_, response, rest) =>
      sendDocument(documents?.get(decodeURIComponent(rest)), response),
    '/': (_, response, rest) => sendFile(response, { file: `${DIST}/${fileAt(rest)}`, csp }),
  };
  const server = await serveLocally(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://stub').pathname;
    if (path.startsWith('/api/') && !isLetIn(request, options.token)) {
      sendJson(response, { title: 'Unauthorized', detail: 'This route needs the token.' }, 401);
      return;
    }
    const [begin, route] = Object.entries(routes).find(([at]) => path.startsWith(at)) ?? [];
    await route?.(request, response, path.slice(begin?.length));
  });
  const cut = () => {
    for (const response of open) response.destroy();
  };
  return { url: `${server.origin}/`, asked, requests, feedback, abandoned, cut, close: server.close };
}

async function jsonOf(request: IncomingMessage) {
  return JSON.parse(Buffer.concat(await request.toArray()).toString('utf8'));
}

const isLetIn = (request: IncomingMessage, token: string | undefined) =>
  token === undefined || request.headers.authorization === `Bearer ${token}`;

const fileAt = (path: string) =>
  path === 'check' ? 'check.html' : path === '' || path.endsWith('/') ? `${path}index.html` : path;

function play(script: Script | undefined, response: ServerResponse): void {
  if (script === undefined) throw new Error('no script for this question');
  if (script.kind === 'refuse') {
    response.writeHead(script.status, { 'content-type': 'application/problem+json' }).end(script.body);
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream', 'x-vercel-ai-ui-message-stream': 'v1' });
  const stream = sse(script.parts);
  if (script.kind === 'answer') response.end(stream);
  else response.write(stream.replace('data: [DONE]\n\n', ''));
}

const PIECE_BYTES = 16_384;

function playCheck(script: CheckScript | undefined, response: ServerResponse): void {
  if (script === undefined) throw new Error('no script for a check');
  const { events, status = 200, hangs = false } = script;
  if (status !== 200) {
    sendJson(response, events[0], status);
    return;
  }
  response.writeHead(200, { 'content-type': 'application/x-ndjson' });
  const bytes = Buffer.from(events.map((event) => `${JSON.stringify(event)}\n`).join(''));
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) response.write(bytes.subarray(at, at + PIECE_BYTES));
  if (!hangs) response.end();
}

function sendDocument(document: Document | undefined, response: ServerResponse): void {
  const missing = { title: 'Not found', detail: 'The index holds no such document.', status: 404 };
  if (document === undefined) sendJson(response, missing, 404);
  else sendJson(response, { document, passages: [], sentences: [] });
}
