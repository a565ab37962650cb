import type { Frame, Locator, Page } from 'playwright-core';
import { type LocalServer, serveLocally } from '../fakes/local-server.ts';

/** A page of another site. */
export interface SitePage {
  readonly html: string;
  /** Content-Security-Policy; none unless told. */
  readonly csp?: string;
}

/** Serves pages by their path, read at each request. */
export function startPages(pages: ReadonlyMap<string, SitePage>): Promise<LocalServer> {
  return serveLocally((request, response) => {
    const page = pages.get(new URL(request.url ?? '/', 'http://site').pathname);
    const headers = { 'content-type': 'text/html; charset=utf-8' };
    if (page === undefined) response.writeHead(404).end();
    else
      response
        .writeHead(200, { ...headers, ...(page.csp && { 'content-security-policy': page.csp }) })
        .end(page.html);
  });
}

/** A page with nothing but what is given, in a language. */
export const pageOf = (body: string, { lang = 'en', head = '' } = {}): string =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Another site</title>${head}</head><body>${body}</body></html>`;

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
