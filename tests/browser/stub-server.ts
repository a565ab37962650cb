import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname } from 'node:path';
import type { Document } from '../../src/domain/document.ts';
import { type Part, sse } from './stream-script.ts';

/** How the stub treats one question; it plays what a real server and a real network can do. */
export type Script =
  | { readonly kind: 'answer'; readonly parts: readonly Part[] }
  /** Sends the parts and leaves the response open until the client goes or the test cuts it. */
  | { readonly kind: 'hang'; readonly parts: readonly Part[] }
  | { readonly kind: 'refuse'; readonly status: number; readonly body: string };

export interface StubOptions {
  /** By the question's words; `*` for every other. Read at each request: a test may change it. */
  readonly scripts: Map<string, Script>;
  readonly documents: Map<string, Document>;
  /** Folder of the built page. */
  readonly dist: string;
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

/** No inline script, no inline style, no HTML from strings but through lit's own policy. */
const STRICT_CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; " +
  "form-action 'none'; require-trusted-types-for 'script'; trusted-types lit-html";

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Serves the built page under a strict policy, and answers from scripts instead of an index. */
export async function startStub(options: StubOptions): Promise<Stub> {
  const {
    scripts,
    documents,
    dist,
    csp = STRICT_CSP,
    suggestions = [],
    feedbackStatus = 404,
    token,
  } = options;
  const feedback: unknown[] = [];
  const asked: string[] = [];
  const requests: Readonly<Record<string, unknown>>[] = [];
  const open = new Set<ServerResponse>();
  let abandon: () => void = () => undefined;
  const abandoned = new Promise<void>((resolve) => {
    abandon = resolve;
  });
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://stub').pathname;
    if (path.startsWith('/api/') && token !== undefined && !isFrom(request, token)) {
      response.writeHead(401, { 'content-type': 'application/problem+json' });
      response.end(JSON.stringify({ title: 'Unauthorized', detail: 'This route needs the token.' }));
    } else if (path === '/api/chat') {
      const body = JSON.parse(Buffer.concat(await request.toArray()).toString('utf8'));
      const question: string = body.messages.at(-1).parts[0].text;
      requests.push(body);
      asked.push(question);
      play(scripts.get(question) ?? scripts.get('*'), response);
      if (!response.writableEnded) open.add(response.on('close', abandon));
    } else if (path === '/api/feedback') {
      feedback.push(JSON.parse(Buffer.concat(await request.toArray()).toString('utf8')));
      response.writeHead(feedbackStatus).end();
    } else if (path === '/api/folders') {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ folders: [{ name: '2026', articles: 4 }] }));
    } else if (path === '/api/suggestions') {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ suggestions }));
    } else if (path.startsWith('/api/documents/')) {
      sendDocument(documents.get(decodeURIComponent(path.slice('/api/documents/'.length))), response);
    } else {
      await sendFile(response, { folder: dist, path, csp });
    }
  });
  const url = await listen(server);
  const cut = () => {
    for (const response of open) response.destroy();
  };
  return { url, asked, requests, feedback, abandoned, cut, close: () => closeServer(server) };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the stub listens on no port');
  return `http://127.0.0.1:${address.port}/`;
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

const isFrom = (request: IncomingMessage, token: string) =>
  request.headers.authorization === `Bearer ${token}`;

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

function sendDocument(document: Document | undefined, response: ServerResponse): void {
  const missing = { title: 'Not found', detail: 'The index holds no such document.', status: 404 };
  const type = document === undefined ? 'application/problem+json' : 'application/json';
  response.writeHead(document === undefined ? 404 : 200, { 'content-type': type });
  response.end(JSON.stringify(document === undefined ? missing : { document, passages: [], sentences: [] }));
}

interface FileRequest {
  readonly folder: string;
  readonly path: string;
  readonly csp: string | null;
}

async function sendFile(response: ServerResponse, { folder, path, csp }: FileRequest): Promise<void> {
  const file = path.endsWith('/') ? `${path}index.html` : path;
  const bytes = await readFile(`${folder}${file}`).catch(() => null);
  const policy = csp === null ? {} : { 'content-security-policy': csp };
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  if (bytes === null) response.writeHead(404).end();
  else response.writeHead(200, { 'content-type': type, ...policy }).end(bytes);
}
