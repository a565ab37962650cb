import { createServer, type Server } from 'node:http';
import type { Browser, BrowserContextOptions, Frame, Locator, Page } from 'playwright-core';
import { openContext, type Size } from './browser.ts';

/** A page of another site. */
export interface SitePage {
  readonly html: string;
  /** Content-Security-Policy; none unless told. */
  readonly csp?: string;
}

export interface Site {
  /** Its origin, with `/` at its end. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves pages by their path, read at each request. */
export async function startPages(pages: ReadonlyMap<string, SitePage>): Promise<Site> {
  const server = createServer((request, response) => {
    const page = pages.get(new URL(request.url ?? '/', 'http://site').pathname);
    const headers = { 'content-type': 'text/html; charset=utf-8' };
    if (page === undefined) response.writeHead(404).end();
    else
      response
        .writeHead(200, { ...headers, ...(page.csp && { 'content-security-policy': page.csp }) })
        .end(page.html);
  });
  return { url: await listen(server), close: () => closed(server) };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the site listens on no port');
  return `http://127.0.0.1:${address.port}/`;
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

/** A page with nothing but what is given, in a language. */
export const pageOf = (body: string, { lang = 'en', head = '' } = {}): string =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Another site</title>${head}</head><body>${body}</body></html>`;

/** A page of another site as a reader has it, and what the browser complained of. */
export interface Visit {
  readonly page: Page;
  /** Errors and broken policies, except answers with an error status. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

export interface VisitOptions extends BrowserContextOptions {
  readonly url: string;
  readonly size?: Size;
  /** Runs in the page before anything of its own. */
  readonly before?: string;
}

export async function visit(browser: Browser, options: VisitOptions): Promise<Visit> {
  const { url, size = 'desktop', before, ...rest } = options;
  const context = await openContext(browser, size, rest);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    const expected = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !expected) complaints.push(message.text());
  });
  if (before !== undefined) await page.addInitScript(before);
  await page.goto(url);
  return { page, complaints, close: () => context.close() };
}

/** One element on a page. */
export interface Widget {
  readonly turn: Locator;
  readonly launcher: Locator;
  readonly bubble: Locator;
  readonly panel: Locator;
  /** The cited words in the open source. */
  readonly passage: Locator;
  readonly notice: Locator;
  locator(selector: string): Locator;
  cite(number: number): Locator;
  ask(question: string): Promise<void>;
}

export function widgetIn(place: Page | Frame, selector = 'citedesk-chat'): Widget {
  const element = place.locator(selector);
  const find = (inner: string) => element.locator(inner);
  return {
    turn: find('.turn').last(),
    launcher: find('.launcher'),
    bubble: find('.bubble'),
    panel: find('dialog.panel'),
    passage: find('mark.active'),
    notice: find('.turn').last().locator('.notice'),
    locator: find,
    cite: (number) => find(`.cite[data-number="${number}"]`).first(),
    ask: async (question) => {
      await find('#question').fill(question);
      await find('#question').press('Enter');
    },
  };
}
