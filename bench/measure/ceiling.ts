import { type ChildProcess, fork } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withTempFolder } from './temp-folder.ts';

const ENTRY = fileURLToPath(new URL('./ceiling-process.ts', import.meta.url));
export const MODEL_DIR = fileURLToPath(new URL('../../models/all-MiniLM-L6-v2', import.meta.url));

type Message = { readonly type: 'loaded' } | { readonly type: 'finished'; readonly seconds: number };

function messageOf(child: ChildProcess): Promise<Message> {
  return new Promise((resolve, reject) => {
    // Only ceiling-process.ts writes to this channel.
    child.once('message', (message) => resolve(message as Message));
    child.once('exit', (code) => reject(new Error(`A process of the ceiling ended with ${code}.`)));
  });
}

async function secondsOf(child: ChildProcess): Promise<number> {
  const message = await messageOf(child);
  if (message.type !== 'finished') throw new Error('A process of the ceiling loaded twice.');
  return message.seconds;
}

/**
 * Passages per second of the runtime alone: one process per core, each with its share of the texts,
 * loaded and warm before the clock starts. The rates of the processes are added, so that one which
 * is done sooner does not lower the ceiling.
 */
export function measureCeiling(texts: readonly string[]): Promise<number> {
  return withTempFolder(async (dir) => {
    const shares = Array.from({ length: availableParallelism() }, (_, core) =>
      texts.filter((_text, at) => at % availableParallelism() === core),
    );
    const children = await Promise.all(
      shares.map(async (share, core) => {
        const file = join(dir, `${core}.json`);
        await writeFile(file, JSON.stringify(share));
        return fork(ENTRY, [MODEL_DIR, file], { execArgv: [] });
      }),
    );
    await Promise.all(children.map(messageOf));
    const running = children.map(secondsOf);
    const exits = children.map((child) => new Promise((resolve) => child.once('exit', resolve)));
    for (const child of children) child.send('go');
    const seconds = await Promise.all(running);
    await Promise.all(exits);
    return shares.reduce((rate, share, core) => rate + share.length / (seconds[core] ?? Number.NaN), 0);
  });
}
