import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeInBothThemes, axeViolations } from './axe.ts';
import type { Size } from './browser.ts';
import { describeInBrowser } from './describe-in-browser.ts';
import { type DeskPage, openDesk } from './desk-page.ts';
import { documents, GONE, QUESTION, scripts, UNKNOWN } from './stories.ts';
import { type Stub, startStub } from './stub-server.ts';

const STATES: readonly (readonly [string, (desk: DeskPage) => Promise<unknown>])[] = [
  ['before the first question', ({ page }) => page.locator('.suggestion').first().waitFor()],
  ['while it searches', ({ ask, page }) => ask('silent').then(() => page.locator('.progress').waitFor())],
  ['while it writes', ({ ask, cite }) => ask('slow').then(() => cite(1).waitFor())],
  ['with an answer', ({ ask, cite }) => ask(QUESTION).then(() => cite(4).waitFor())],
  [
    'with a disagreement',
    ({ ask, turn }) => ask('Is the cost disputed?').then(() => turn.locator('.conflict').waitFor()),
  ],
  ['with no answer', ({ ask, turn }) => ask(UNKNOWN).then(() => turn.locator('.card').first().waitFor())],
  ['with a refusal', ({ ask, turn }) => ask('refused').then(() => turn.locator('.notice').waitFor())],
  [
    'with the card of a citation',
    async ({ ask, cite, page }) => {
      await ask(QUESTION);
      await cite(4).hover();
      // On a phone nothing hovers: there, this is the answer once more.
      if ((page.viewportSize()?.width ?? 0) > 800) await page.locator('#note:popover-open').waitFor();
    },
  ],
  [
    'while it is asked what is wrong',
    async ({ ask, turn }) => {
      await ask(QUESTION);
      await turn.locator('.unhelpful').click();
      await turn.locator('.reasons').waitFor();
    },
  ],
  [
    'with filters',
    async ({ page }) => {
      await page.locator('.filters-toggle').click();
      await page.getByLabel('Published').selectOption('between');
      await page.locator('select[name=source]').selectOption('own');
      await page.getByRole('textbox', { name: 'File or folder' }).waitFor();
    },
  ],
  [
    'with kept conversations',
    async ({ ask, cite, page }) => {
      await ask(QUESTION);
      await cite(4).waitFor();
      const drawer = page.locator('.history-open');
      if (await drawer.isVisible()) await drawer.click();
      await page.locator('.history-tools').first().waitFor();
    },
  ],
  [
    'with a source that has gone',
    async ({ ask, cite, page }) => {
      await ask(GONE);
      await cite(1).click();
      await page.locator('.caution').waitFor();
    },
  ],
  [
    'with a source',
    async ({ ask, cite, passage }) => {
      await ask(QUESTION);
      await cite(1).click();
      await passage.waitFor();
    },
  ],
];

describeInBrowser('axe on the chat page', (browser) => {
  let stub: Stub;

  beforeAll(async () => {
    stub = await startStub({
      scripts: scripts(),
      documents: documents(),
      suggestions: [QUESTION, UNKNOWN],
    });
  });
  afterAll(async () => {
    await stub?.close();
  });

  it('would find a fault inside the element', async () => {
    const desk = await openDesk(browser(), { url: stub.url });
    await desk.page.evaluate(`document.querySelector('citedesk-page').shadowRoot.querySelector('desk-chat').shadowRoot
      .querySelector('.column').append(document.createElement('button'))`);
    expect(await axeViolations(desk.page)).toEqual([
      expect.stringContaining('button-name: <button></button>'),
    ]);
    await desk.close();
  });

  it.each<Size>(['desktop', 'phone'])(
    'finds nothing on a %s, light or dark',
    async (size) => {
      const desk = await openDesk(browser(), { url: stub.url, size });
      const found: Record<string, readonly string[]> = {};
      for (const [name, enter] of STATES) {
        // Each state by itself: what was asked before is not kept.
        await desk.page.evaluate("localStorage.clear(); location.hash = ''");
        await desk.page.reload();
        await enter(desk);
        found[name] = await axeInBothThemes(desk.page);
      }
      await desk.close();
      expect(found).toEqual(Object.fromEntries(STATES.map(([name]) => [name, []])));
    },
    // A look at each state takes seconds where other work goes on beside it.
    240_000,
  );
});
