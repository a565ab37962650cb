import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import type { Benchmark, Figure } from '../benchmark.ts';
import { runIndexCommand } from '../measure/index-command.ts';
import { median, percentile } from '../measure/statistics.ts';
import { withTempFolder } from '../measure/temp-folder.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DEFAULT_RUNS = 20;

// Each answered from the sample corpus, by articles of different length and form.
const QUESTIONS = [
  'How many salmon died at Ketter Voe?',
  'How much did repairing the harbour bridge cost?',
  'How long do patients wait at the eye clinic?',
  'How many people watched the Lantern Parade?',
  'What did the council decide on school meals?',
];

/** From Enter to the first sentence of an answer on screen, beside what the server alone takes for it. */
export const screenBenchmark: Benchmark = {
  name: 'screen',
  about: 'first sentence on screen after Enter, sample corpus, with the server’s share (runs: questions)',
  run: (options, print) =>
    withTempFolder(async (dir) => {
      const executablePath = process.env['CHROMIUM_PATH'];
      if (executablePath === undefined) throw new Error('CHROMIUM_PATH names no browser.');
      const paths = { corpus: join(ROOT, 'corpus'), index: join(dir, 'index') };
      await runIndexCommand(paths);
      const { url, server } = await serve(paths);
      const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
      try {
        const page = await browser.newPage();
        await page.goto(url, { waitUntil: 'networkidle' });
        print(`page at ${url}`);
        return await measure(page, url, options.runs ?? DEFAULT_RUNS);
      } finally {
        await browser.close();
        server.kill('SIGTERM');
      }
    }),
};

async function measure(page: Page, url: string, runs: number): Promise<readonly Figure[]> {
  const onScreen: number[] = [];
  const fromServer: number[] = [];
  // The first question of a page loads what all later ones use.
  for (let run = -1; run < runs; run += 1) {
    const question = QUESTIONS[(run + 1) % QUESTIONS.length] ?? '';
    const screenMs = await firstOnScreenMs(page, question);
    const serverMs = await firstFromServerMs(url, question);
    if (run >= 0) onScreen.push(screenMs);
    if (run >= 0) fromServer.push(serverMs);
  }
  return [
    { what: 'first sentence on screen, median', value: median(onScreen), unit: 'ms', atMost: 300 },
    { what: 'first sentence on screen, p95', value: percentile(onScreen, 0.95), unit: 'ms' },
    { what: 'first sentence from the server, median', value: median(fromServer), unit: 'ms' },
    { what: 'server’s share of the whole', value: median(fromServer) / median(onScreen), unit: '' },
  ];
}

/** Measured by the page's own clock, from the key to the frame after the sentence was drawn. */
async function firstOnScreenMs(page: Page, question: string): Promise<number> {
  await page.locator('.history-start').first().click();
  await page.locator('.empty').waitFor();
  await page.locator('#question').fill(question);
  const measured = page.evaluate<number>(`new Promise((resolve) => {
    const chat = document.querySelector('citedesk-page').shadowRoot.querySelector('desk-chat').shadowRoot;
    let pressedMs = 0;
    addEventListener('keydown', () => { pressedMs = performance.now(); }, { capture: true, once: true });
    const look = () => {
      if (chat.querySelector('.claim') === null) return requestAnimationFrame(look);
      requestAnimationFrame(() => resolve(performance.now() - pressedMs));
    };
    look();
  })`);
  await page.locator('#question').press('Enter');
  return measured;
}

async function firstFromServerMs(url: string, question: string): Promise<number> {
  const startedMs = performance.now();
  const message = { id: 'q', role: 'user', parts: [{ type: 'text', text: question }] };
  const response = await fetch(`${url}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ messages: [message] }),
  });
  let text = '';
  for await (const piece of response.body ?? []) {
    text += new TextDecoder().decode(piece);
    if (text.includes('"data-verdict"')) return performance.now() - startedMs;
  }
  throw new Error(`No sentence came for "${question}": ${text.slice(0, 300)}`);
}

async function serve({ corpus, index }: { readonly corpus: string; readonly index: string }) {
  const words = ['src/cli/citedesk.js', 'serve', '--port', '0', '--corpus', corpus, '--index', index];
  const server: ChildProcess = spawn(process.execPath, words, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let output = '';
    server.stdout?.on('data', (piece: Buffer) => {
      output += piece.toString('utf8');
      const found = /ready at (\S+)/.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    });
    server.once('exit', () => reject(new Error(`The server ended: ${output}`)));
  });
  return { url, server };
}
