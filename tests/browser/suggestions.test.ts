import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Size } from './browser.ts';
import { describeInBrowser } from './describe-in-browser.ts';
import { openPage } from './open-page.ts';
import { type Stub, startStub } from './stub-server.ts';

describeInBrowser('suggested questions on the chat page', (browser) => {
  let stub: Stub;
  beforeAll(async () => {
    stub = await startStub();
  });
  afterAll(() => stub?.close());

  it.each<Size>(['desktop', 'phone'])('grow while the server seeks more, on a %s', async (size) => {
    const there = await openPage(browser(), { url: 'about:blank', size });
    const { page } = there;
    const answers = [
      { suggestions: [], isComplete: false },
      { suggestions: ['Who paid?'], isComplete: false },
      { suggestions: ['Who paid?', 'When did it open?'], isComplete: true },
    ];
    let requests = 0;
    await page.route('**/api/suggestions', (route) => route.fulfill({ json: answers[requests++] ?? {} }));
    await page.goto(stub.url);
    await expect
      .poll(() => page.locator('.suggestion').allTextContents())
      .toEqual(['Who paid?', 'When did it open?']);
    expect(requests).toBe(3);
    expect(there.complaints).toEqual([]);
    await there.close();
  });

  it('are asked for no more where the server fails', async () => {
    const there = await openPage(browser(), { url: 'about:blank' });
    const { page } = there;
    let requests = 0;
    await page.route('**/api/suggestions', (route) => {
      requests++;
      return route.fulfill({ status: 503, json: { code: 'index-missing' } });
    });
    await page.goto(stub.url);
    await page.locator('.empty').waitFor();
    await page.waitForLoadState('networkidle');
    expect(requests).toBe(1);
    await there.close();
  });
});
