import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Size } from './browser.ts';
import { openCheck } from './check-desk.ts';
import { claimsOf, eventsOf } from './check-events.ts';
import { describeInBrowser } from './describe-in-browser.ts';
import { citeWords, documentOf } from './stream-script.ts';
import { type Stub, startStub } from './stub-server.ts';

const SOURCE = documentOf('d0000000000000001', 'A long report on the harbour bridge', [
  'The harbour bridge reopened to traffic on Monday morning, eleven months after engineers closed it.',
  'The repair cost 18.4 million crowns, a third more than the council had set aside for it in the spring.',
]);
const EVIDENCE = SOURCE.text.split('\n\n').map((words) => citeWords(SOURCE, words));

// 20,000 words: 250 paragraphs of five sentences of sixteen.
const sentence = (n: number) =>
  `On day ${n} the council of the town said that the bridge cost ${n} crowns more.`;
const paragraph = (n: number) => Array.from({ length: 5 }, (_, at) => sentence(n * 5 + at)).join(' ');
const DRAFT = Array.from({ length: 250 }, (_, n) => paragraph(n)).join('\n\n');

// From so long on, people feel that a page stands still (W3C Long Tasks API).
const LONG_TASK_MS = 50;

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly args: { readonly name?: string };
  /** Microseconds that the thread itself worked: what else the machine does meanwhile is not in it. */
  readonly tdur?: number;
}

/** Tasks of the page's thread that took it too long while something was done, in ms. */
async function longTasks(page: Page, act: () => Promise<void>): Promise<readonly number[]> {
  const browser = page.context().browser();
  await browser?.startTracing(page, { categories: ['toplevel', '__metadata'] });
  await act();
  const trace = JSON.parse((await browser?.stopTracing())?.toString('utf8') ?? '');
  const events: readonly TraceEvent[] = trace.traceEvents;
  const threads = events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const mine = new Set(threads.map(({ pid, tid }) => `${pid} ${tid}`));
  const tasks = events.filter(({ name, pid, tid }) => name.endsWith('RunTask') && mine.has(`${pid} ${tid}`));
  // A trace without the thread's own time would find nothing.
  expect(tasks.reduce((sum, { tdur = 0 }) => sum + tdur, 0)).toBeGreaterThan(100_000);
  return tasks.map(({ tdur = 0 }) => Math.round(tdur / 1_000)).filter((ms) => ms > LONG_TASK_MS);
}

describeInBrowser('a draft of 20,000 words', (browser) => {
  let stub: Stub;

  beforeAll(async () => {
    const events = eventsOf(DRAFT, claimsOf(DRAFT, EVIDENCE));
    stub = await startStub({ check: { events } });
  });
  afterAll(async () => {
    await stub?.close();
  });

  it('has the words and claims that it says', () => {
    expect(DRAFT.split(/\s+/)).toHaveLength(20_000);
    expect(claimsOf(DRAFT, EVIDENCE)).toHaveLength(1_250);
  });

  it.each<Size>(['desktop', 'phone'])('never blocks a %s while it is checked and read', async (size) => {
    const desk = await openCheck(browser(), { url: stub.url, size });
    const { page, head } = desk;
    await page.locator('#draft').fill(DRAFT);
    const checking = await longTasks(page, async () => {
      await page.getByRole('button', { name: 'Check the draft' }).click();
      await desk.ended();
    });
    expect(await page.locator('.finding').count()).toBe(1_250);
    const reading = await longTasks(page, async () => {
      await head(600).click();
      await page.locator('.finding[data-index="600"] .finding-detail').waitFor();
      for (const key of ['j', 'j', 'a', 'End', 'k']) await page.keyboard.press(key);
      await page.locator('.filter[data-filter="contradicted"]').click();
      await page.locator('.filter[data-filter="all"]').click();
    });
    expect(desk.complaints).toEqual([]);
    await desk.close();
    expect({ checking, reading }).toEqual({ checking: [], reading: [] });
  });
});
