import { request } from 'node:http';
import { beforeAll, expect, it } from 'vitest';
import { type LocalServer, serveLocally } from '../fakes/local-server.ts';
import { builtIndex, FIXTURE, serveCitedesk } from '../http/support/cli.ts';
import { describeInBrowser } from './describe-in-browser.ts';
import { openDesk } from './desk-page.ts';

const BASE = '/news/desk';
const QUESTION = 'How much will the repairs of the harbour bridge cost?';

/** A proxy that serves the desk under `BASE`, and takes that away from the address or passes it on. */
function startProxy(target: string, takesAway: boolean): Promise<LocalServer> {
  return serveLocally((incoming, outgoing) => {
    const { url = '', method, headers } = incoming;
    if (!url.startsWith(BASE)) return void outgoing.writeHead(404).end();
    const path = takesAway ? url.slice(BASE.length) || '/' : url;
    const onward = request(new URL(path, target), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(onward);
  });
}

describeInBrowser('the chat page behind a proxy', (browser) => {
  let folders: readonly string[];
  beforeAll(async () => {
    folders = ['--corpus', FIXTURE, '--index', await builtIndex()];
  });

  it.each([
    ['that takes its path away', true, []],
    ['that passes its path on', false, ['--base-path', BASE]],
  ] as const)('%s answers and opens its sources', async (_, takesAway, flags) => {
    const served = await serveCitedesk([...folders, ...flags]);
    const proxy = await startProxy(served.url, takesAway);
    const desk = await openDesk(browser(), { url: `${proxy.origin}${BASE}/` });
    await desk.ask(QUESTION);
    await desk.cite(1).click();
    await desk.passage.waitFor();
    expect(desk.complaints).toEqual([]);
    expect(new URL(desk.page.url()).pathname).toBe(`${BASE}/`);
    await desk.close();
    await proxy.close();
    await served.stop();
  });
});
