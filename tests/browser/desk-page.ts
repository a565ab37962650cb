import type { Browser, Locator, Page } from 'playwright-core';
import { type OpenPage, type OpenPageOptions, openPage } from './open-page.ts';

/** The chat page. */
export interface DeskPage extends OpenPage {
  ask(question: string): Promise<void>;
  /** The first citation with this number. */
  cite(number: number): Locator;
  readonly panel: Locator;
  /** The cited words in the open source. */
  readonly passage: Locator;
  /** The last question with its answer. */
  readonly turn: Locator;
}

export async function openDesk(browser: Browser, options: OpenPageOptions): Promise<DeskPage> {
  const opened = await openPage(browser, options);
  const { page } = opened;
  return {
    ...opened,
    ask: async (question) => {
      await page.locator('#question').fill(question);
      await page.keyboard.press('Enter');
    },
    cite: (number) => page.locator(`.cite[data-number="${number}"]`).first(),
    panel: page.locator('dialog.panel'),
    passage: page.locator('mark.active'),
    turn: page.locator('.turn').last(),
  };
}

/** True while all of `inner` is to be seen inside `outer`. */
export async function isInside(inner: Locator, outer: Locator): Promise<boolean> {
  const [a, b] = [await inner.boundingBox(), await outer.boundingBox()];
  if (a === null || b === null) return false;
  return a.y >= b.y && a.y + a.height <= b.y + b.height && a.x >= b.x && a.x + a.width <= b.x + b.width;
}

/** Parts of the page that are wider than their place, as `tag.class`: none on a good page. */
export function overflowing(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const root = document.querySelector('citedesk-page').shadowRoot.querySelector('desk-chat').shadowRoot;
    const boxes = [document.documentElement, ...root.querySelectorAll('.scroll, .panel-scroll, .composer, .panel-head')];
    const wide = boxes.filter((box) => box.scrollWidth > box.clientWidth);
    return wide.map((box) => box.tagName + '.' + box.className + ' ' + box.scrollWidth + '>' + box.clientWidth);
  })()`);
}
