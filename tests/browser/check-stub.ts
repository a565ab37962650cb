import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { extname } from 'node:path';
import type { CheckEvent, CheckedClaim, CheckReport } from '../../src/domain/check.ts';
import type { Cite, Document } from '../../src/domain/document.ts';
import { VERDICTS, type Verdict } from '../../src/domain/verdict.ts';

export interface CheckStubOptions {
  /** Folder of the built pages. */
  readonly dist: string;
  /** What a check sends, in order; cut into pieces of `pieceBytes`. Read at each request. */
  readonly script: { events: readonly object[]; status?: number; hangs?: boolean };
  readonly documents?: ReadonlyMap<string, Document>;
  /** 16 kB unless told. */
  readonly pieceBytes?: number;
  /** Content-Security-Policy of the page. */
  readonly csp: string | null;
}

/** No inline script or style, no HTML from strings but through lit's own policy. */
export const STRICT_CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; " +
  "form-action 'none'; require-trusted-types-for 'script'; trusted-types lit-html";

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Serves the built page and plays what a real desk sends: as fast as it can, or never to the end. */
export async function startCheckStub(
  options: CheckStubOptions,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const { dist, script, documents = new Map(), pieceBytes = 16_384, csp } = options;
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://stub').pathname;
    if (path === '/api/check') {
      request.resume();
      play(script, response, pieceBytes);
    } else if (path.startsWith('/api/documents/')) {
      const document = documents.get(decodeURIComponent(path.slice('/api/documents/'.length)));
      response.writeHead(document === undefined ? 404 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ document, passages: [], sentences: [] }));
    } else await sendFile(response, { file: `${dist}${path === '/check' ? '/check.html' : path}`, csp });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the stub listens on no port');
  const close = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { url: `http://127.0.0.1:${address.port}/`, close };
}

function play(
  { events, status = 200, hangs = false }: CheckStubOptions['script'],
  response: ServerResponse,
  pieceBytes: number,
): void {
  const isStream = status === 200;
  response.writeHead(status, {
    'content-type': isStream ? 'application/x-ndjson' : 'application/problem+json',
  });
  const bytes = Buffer.from(
    events.map((event) => `${JSON.stringify(event)}${isStream ? '\n' : ''}`).join(''),
  );
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    response.write(bytes.subarray(at, at + pieceBytes));
  }
  if (!hangs) response.end();
}

async function sendFile(
  response: ServerResponse,
  { file, csp }: { readonly file: string; readonly csp: string | null },
): Promise<void> {
  const bytes = await readFile(file).catch(() => null);
  const policy = csp === null ? {} : { 'content-security-policy': csp };
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  if (bytes === null) response.writeHead(404).end();
  else response.writeHead(200, { 'content-type': type, ...policy }).end(bytes);
}

/** The events of a check that found these claims. */
export function eventsOf(
  text: string,
  claims: readonly CheckedClaim[],
  ownCopies: CheckReport['ownCopies'] = [],
): readonly CheckEvent[] {
  const count = (verdict: Verdict) => claims.filter((claim) => claim.verdict === verdict).length;
  const [a, b, c, d, e] = VERDICTS;
  const summary = { [a]: count(a), [b]: count(b), [c]: count(c), [d]: count(d), [e]: count(e) };
  // Its keys are the five verdicts, each named by the line above.
  const report = { text, summary: summary as CheckReport['summary'], claims, ownCopies };
  return [
    { type: 'check-started', text, claimCount: claims.length },
    ...claims.map((claim, index) => ({ type: 'claim-checked' as const, index, claim })),
    { type: 'check-finished', report },
  ];
}

/** Every sentence of the text (up to a full stop) as a claim, with verdicts in turn and this evidence. */
export function claimsOf(text: string, evidence: readonly Cite[]): readonly CheckedClaim[] {
  return [...text.matchAll(/[^.\s][^.]*\./g)].map((match, n): CheckedClaim => {
    const words = match[0];
    const span = { start: match.index, end: match.index + words.length, text: words };
    const verdict = VERDICTS[n % VERDICTS.length] ?? 'supported';
    const [source = null] = evidence;
    const reason = {
      code: 'missing-detail' as const,
      words: `Not in the source: ${words}`,
      draft: span,
      source,
    };
    const reasons = verdict === 'supported' ? [] : [reason];
    return { ...span, kind: 'statement', verdict, score: 0.5, reasons, evidence, independentSources: 2 };
  });
}
