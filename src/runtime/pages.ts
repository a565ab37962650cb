import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { App, AppContext } from '../http/context.ts';
import { PACKAGE_ROOT } from './config.ts';

/** What `npm run build` makes. */
export const PAGES_DIR = join(PACKAGE_ROOT, 'web/dist');

const DEMO_DIR = join(PACKAGE_ROOT, 'web/demo');

export function hasPages(dir = PAGES_DIR): boolean {
  return existsSync(join(dir, 'index.html'));
}

// Everything that the page is made of comes from its own server; constructed style sheets, which the
// elements use, are not under style-src.
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** Serves the built pages and the embeddable module; they hold no document. */
export function servePages(app: App, dir = PAGES_DIR): void {
  if (!hasPages(dir)) return;
  serveWidget(app, dir);
  const files = serveStatic({ root: dir, precompressed: true });
  app.get('/', pageHeaders, files);
  app.get('/:page{[a-z0-9-]+\\.(?:html|svg|png|ico|webmanifest)}', pageHeaders, files);
  serveDemo(app);
  // `/check` is what people read and write, `check.html` what is built.
  const pages = serveStatic({
    root: dir,
    precompressed: true,
    rewriteRequestPath: (path) => `${path}.html`,
  });
  app.get('/:page{[a-z0-9-]+}', pageHeaders, pages);
}

/** Serves a page of another site as it embeds the module, at `/demo/`; as it stands in the sources. */
function serveDemo(app: App): void {
  const files = serveStatic({ root: DEMO_DIR, rewriteRequestPath: (path) => path.replace(/^\/demo/, '') });
  app.get('/demo', (c) => c.redirect('demo/'));
  app.get('/demo/*', pageHeaders, files);
}

/** Serves the embeddable module and the files that it loads. */
export function serveWidget(app: App, dir = PAGES_DIR): void {
  if (!hasPages(dir)) return;
  const files = serveStatic({ root: dir, precompressed: true });
  app.get('/assets/*', embeddable('public, max-age=31536000, immutable'), files);
  app.get('/citedesk-chat.js', embeddable('public, max-age=300, must-revalidate'), files);
}

// A page of any site may load the module; what it may then ask is judged by the API's own rules.
function embeddable(cacheControl: string) {
  return async (c: AppContext, next: () => Promise<void>): Promise<void> => {
    await next();
    if (c.res.status !== 200) return;
    c.header('access-control-allow-origin', '*');
    c.header('cross-origin-resource-policy', 'cross-origin');
    c.header('cache-control', cacheControl);
  };
}

async function pageHeaders(c: AppContext, next: () => Promise<void>): Promise<void> {
  await next();
  c.header('content-security-policy', PAGE_POLICY);
  if (c.res.status === 200) c.header('cache-control', 'no-cache');
}
