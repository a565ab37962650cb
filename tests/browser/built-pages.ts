import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname } from 'node:path';

/** No inline script, no inline style, no HTML from strings but through lit's own policy. */
export const STRICT_CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; " +
  "form-action 'none'; require-trusted-types-for 'script'; trusted-types lit-html";

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

interface FileAnswer {
  readonly file: string;
  /** Content-Security-Policy of the page; null: none. */
  readonly csp: string | null;
}

/** Answers with a file of the built pages, 404 where there is none. */
export async function sendFile(response: ServerResponse, { file, csp }: FileAnswer): Promise<void> {
  const bytes = await readFile(file).catch(() => null);
  const policy = csp === null ? {} : { 'content-security-policy': csp };
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  if (bytes === null) response.writeHead(404).end();
  else response.writeHead(200, { 'content-type': type, ...policy }).end(bytes);
}

/** Answers with a value as JSON, a problem document where the status is one of an error. */
export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  response.writeHead(status, { 'content-type': type }).end(JSON.stringify(value));
}
