import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';
import { createBuilder } from 'vite';

/** Where a Chromium stands; browser tests need one and skip without it. */
export const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '';

const WEB = fileURLToPath(new URL('../../web', import.meta.url));
export const DIST = `${WEB}/dist`;

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Starts the browser; the page is built first where it is not. */
export async function openBrowser(): Promise<Browser> {
  if (!existsSync(`${DIST}/citedesk-chat.js`)) {
    const builder = await createBuilder({ configFile: `${WEB}/vite.config.ts`, root: WEB, logLevel: 'warn' });
    await builder.buildApp();
  }
  return chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
}

const SIZES = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
  narrow: { viewport: { width: 320, height: 568 }, hasTouch: true, isMobile: true },
} as const satisfies Readonly<Record<string, BrowserContextOptions>>;

export type Size = keyof typeof SIZES;

/** A page's own surroundings: its size, its theme; motion is off, so that nothing waits for it. */
export function openContext(
  browser: Browser,
  size: Size,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  return browser.newContext({ ...SIZES[size], reducedMotion: 'reduce', locale: 'en-GB', ...options });
}
