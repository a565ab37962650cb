import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { CHROMIUM, openBrowser } from './browser.ts';

/** Tests that share one browser; skipped, with the reason in their title, where the machine has none. */
export function describeInBrowser(title: string, tests: (browser: () => Browser) => void): void {
  describe.skipIf(CHROMIUM === '')(`${title} (without a browser: CHROMIUM_PATH names none)`, () => {
    let opened: Browser | undefined;
    beforeAll(async () => {
      opened = await openBrowser();
    });
    tests(() => {
      if (opened === undefined) throw new Error('the browser is open only while tests and their hooks run');
      return opened;
    });
    // Behind the hooks of the tests, so it runs before them: servers end when no page asks them any more.
    afterAll(() => opened?.close());
  });
}
