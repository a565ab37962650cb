import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from './describe-in-browser.ts';
import { openPage } from './open-page.ts';
import { ALBUMS } from './scenes/albums.ts';
import { looksAt, play } from './scenes/scene.ts';
import { type Servers, startServers } from './scenes/surroundings.ts';

const CASES = ALBUMS.flatMap(({ name, scenes }) =>
  scenes.flatMap((scene) =>
    looksAt(scene).map((look) => [`${name}/${scene.name}`, look.name, scene, look] as const),
  ),
);
const casesOf = (...looks: readonly string[]) => CASES.filter(([, look]) => looks.includes(look));

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

  it.each(casesOf('320', 'zoom'))('fits the window: %s at %s', async (_, __, scene, look) => {
    const page = await play(scene, look, { browser: browser(), ...servers });
    expect(await beyondTheEdge(page)).toEqual([]);
    await page.context().close();
  });

  it.each(casesOf('print'))('prints in full, dark on light: %s in %s', async (_, __, scene, look) => {
    const page = await play(scene, look, { browser: browser(), ...servers });
    expect(await unprintable(page)).toEqual([]);
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
