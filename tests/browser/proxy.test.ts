import { createServer, request } from 'node:http';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { citedesk, FIXTURE, folder, serveCitedesk } from '../http/support/cli.ts';
import { CHROMIUM, openBrowser, SKIP_REASON } from './browser.ts';
import { openDesk } from './desk-page.ts';

const BASE = '/news/desk';
const QUESTION = 'How much will the repairs of the harbour bridge cost?';

interface Proxy {
  readonly url: string;
  close(): void;
}

/** A proxy that serves the desk under `BASE`, and takes that away from the address or passes it on. */
async function startProxy(target: string, takesAway: boolean): Promise<Proxy> {
  const server = createServer((incoming, outgoing) => {
    const { url = '', method, headers } = incoming;
    if (!url.startsWith(BASE)) return void outgoing.writeHead(404).end();
    const path = takesAway ? url.slice(BASE.length) || '/' : url;
    const onward = request(new URL(path, target), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy listens on no port');
  return {
    url: `http://127.0.0.1:${address.port}${BASE}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

describe.skipIf(CHROMIUM === '')(`the chat page behind a proxy (without a browser: ${SKIP_REASON})`, () => {
  const folders = ['--corpus', FIXTURE, '--index', folder()];
  let browser: Browser;
  beforeAll(async () => {
    const indexed = await citedesk(['index', ...folders]);
    expect(indexed.code, indexed.stderr).toBe(0);
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  it.each([
    ['that takes its path away', true, []],
    ['that passes its path on', false, ['--base-path', BASE]],
  ] as const)('%s answers and opens its sources', async (_, takesAway, flags) => {
    const served = await serveCitedesk([...folders, ...flags]);
    const proxy = await startProxy(served.url, takesAway);
    const desk = await openDesk(browser, { url: proxy.url });
    await desk.ask(QUESTION);
    await desk.cite(1).click();
    await desk.passage.waitFor();
    expect(desk.complaints).toEqual([]);
    expect(new URL(desk.page.url()).pathname).toBe(`${BASE}/`);
    await desk.close();
    proxy.close();
    await served.stop();
  });
});
