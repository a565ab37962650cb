import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openContext, type Size } from './browser.ts';

/** A page as its reader has it, and what the browser complained of. */
export interface OpenPage {
  readonly page: Page;
  /** Errors, refused resources and broken policies, except answers with an error status. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

export interface OpenPageOptions extends BrowserContextOptions {
  /** Where it goes; `about:blank` for a test that prepares the page first. */
  readonly url: string;
  /** A desktop unless told. */
  readonly size?: Size;
  /** How long a step may take, 30,000 unless told: the first question to a server waits for its models. */
  readonly timeoutMs?: number;
  /** Runs in the page before anything of its own. */
  readonly before?: string;
}

/** Opens a page in surroundings of its own. */
export async function openPage(browser: Browser, options: OpenPageOptions): Promise<OpenPage> {
  const { url, size = 'desktop', timeoutMs = 30_000, before, ...rest } = options;
  const context = await openContext(browser, size, rest);
  const page = await context.newPage();
  page.setDefaultTimeout(timeoutMs);
  const complaints = complaintsOf(page);
  if (before !== undefined) await page.addInitScript(before);
  await page.goto(url);
  return { page, complaints, close: () => context.close() };
}

function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    const isExpected = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isExpected) complaints.push(message.text());
  });
  return complaints;
}
