import { fileURLToPath } from 'node:url';
import { citedesk, folder, serveCitedesk } from '../../http/support/cli.ts';
import { type Intermediary, startIntermediary } from './intermediary.ts';
import { TOKEN } from './scene.ts';
import { work } from './status-scenes.ts';

/** The servers that scenes play on, over the sample corpus. */
export interface Servers {
  readonly desk: Intermediary;
  readonly guardedUrl: string;
  close(): Promise<unknown>;
}

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Builds an index, serves it openly and behind a token, and gives the open desk something to count. */
export async function startServers(): Promise<Servers> {
  // The folder stands on the status page: a relative one says nothing of this machine.
  const folders = ['--corpus', 'corpus', '--index', folder()];
  const indexed = await citedesk(['index', ...folders], { cwd: ROOT });
  if (indexed.code !== 0) throw new Error(indexed.stderr);
  const served = await serveCitedesk(folders, { cwd: ROOT });
  const guarded = await serveCitedesk(folders, { cwd: ROOT, env: { CITEDESK_TOKEN: TOKEN } });
  const desk = await startIntermediary(served.url);
  await work(desk.url);
  await suggestionsMade(desk.url);
  const close = () => Promise.all([desk.close(), served.stop(), guarded.stop()]);
  return { desk, guardedUrl: `${guarded.url}/`, close };
}

/** Suggestions are verified one after the other from the first request on: scenes show all of them. */
async function suggestionsMade(url: string): Promise<void> {
  for (let known = -1; ; ) {
    const { suggestions } = await (await fetch(`${url}api/suggestions`)).json();
    if (suggestions.length === known) return;
    known = suggestions.length;
    await new Promise((resolve) => setTimeout(resolve, 2_000));
  }
}
