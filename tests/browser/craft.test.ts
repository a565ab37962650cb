import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from './describe-in-browser.ts';
import { openPage } from './open-page.ts';
import { ALBUMS } from './scenes/albums.ts';
import { LOOKS, type Look, looksAt, play } from './scenes/scene.ts';
import { type Servers, startServers } from './scenes/surroundings.ts';

/** The scenes that are looked at on a small screen, at 200 % or on paper, each with those looks. */
const CASES = ALBUMS.flatMap(({ name, scenes }) =>
  scenes.flatMap((scene) => {
    const [first, ...others] = looksAt(scene).slice(LOOKS.length);
    return first === undefined ? [] : [[`${name}/${scene.name}`, scene, first, others] as const];
  }),
);

/** Has a page that was entered in one look shown in another: its window grows, or it goes to paper. */
async function turnTo(page: Page, { context, isPrint, colorScheme }: Look): Promise<void> {
  if (context?.viewport) await page.setViewportSize(context.viewport);
  await page.emulateMedia({ media: isPrint ? 'print' : 'screen', colorScheme });
}

/** Every element, those in shadow trees too, as `all`; a word for each, as `named`. */
const EVERYTHING = `
  const all = [];
  const collect = (root) => {
    for (const element of root.querySelectorAll('*')) {
      all.push(element);
      if (element.shadowRoot) collect(element.shadowRoot);
    }
  };
  collect(document);
  const named = (element) => element.tagName.toLowerCase() + '.' + element.className;
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.unseen');`;

/** What stands beyond the right or left edge of the window, except in a row that scrolls by itself. */
const beyondTheEdge = (page: Page) =>
  page.evaluate<readonly string[]>(`(() => {${EVERYTHING}
    const scrolls = (element) => element.closest('.filters, .table-frame') !== null;
    const isBeyond = ({ left, right, width }) => width > 0 && (left < -1 || right > innerWidth + 1);
    const page = document.documentElement;
    return [
      ...(page.scrollWidth > page.clientWidth ? ['the page: ' + page.scrollWidth] : []),
      ...all.filter((one) => isSeen(one) && !scrolls(one) && isBeyond(one.getBoundingClientRect())).map(named),
    ];
  })()`);

/** What is there to be written into or scrolled, and words too light for paper. */
const unprintable = (page: Page) =>
  page.evaluate<readonly string[]>(`(() => {${EVERYTHING}
    const isField = (element) => element.matches('textarea, input, select, dialog[open]');
    const isCut = (element) => /auto|scroll/.test(getComputedStyle(element).overflowY) && element.scrollHeight > element.clientHeight + 1;
    const isLight = (element) => getComputedStyle(element).color.match(/\\d+/g).slice(0, 3).every((part) => part > 180);
    return all.filter((one) => isSeen(one) && (isField(one) || isCut(one) || isLight(one))).map(named);
  })()`);

/** How many animations and transitions run, in shadow trees too. */
const moving = (page: Page) =>
  page.evaluate<number>(`(() => {${EVERYTHING}
    return all.flatMap((element) => element.getAnimations()).filter((one) => one.playState === 'running').length;
  })()`);

describeInBrowser('every page', (browser) => {
  let servers: Servers;
  beforeAll(async () => {
    servers = await startServers();
  });
  afterAll(() => servers?.close());

  it.each(CASES)('fits small windows and paper: %s', async (_, scene, first, others) => {
    const page = await play(scene, first, { browser: browser(), ...servers });
    const wrong: Record<string, readonly string[]> = {};
    for (const look of [first, ...others]) {
      if (look !== first) await turnTo(page, look);
      wrong[look.name] = await (look.isPrint ? unprintable(page) : beyondTheEdge(page));
    }
    expect(Object.entries(wrong).filter(([, found]) => found.length > 0)).toEqual([]);
    await page.context().close();
  });

  it('moves for those alone who do not ask for less motion', async () => {
    const counts: Record<string, number> = {};
    for (const reducedMotion of ['no-preference', 'reduce'] as const) {
      const { page, close } = await openPage(browser(), { url: servers.desk.url, reducedMotion });
      await page.route('**/api/chat', () => undefined);
      await page.locator('#question').fill('How many salmon died at Ketter Voe?');
      await page.keyboard.press('Enter');
      await page.locator('.progress').waitFor();
      counts[reducedMotion] = await moving(page);
      await close();
    }
    expect(counts).toEqual({ 'no-preference': 3, reduce: 0 });
  });
});
