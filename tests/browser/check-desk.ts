import type { Browser, Locator, Page } from 'playwright-core';
import { type OpenPage, type OpenPageOptions, openPage } from './open-page.ts';

/** The check page. */
export interface CheckPage extends OpenPage {
  /** Puts a draft into the field, as pasting does, and has it checked to the end. */
  check(draft: string): Promise<void>;
  /** Waits until the check has ended. */
  ended(): Promise<void>;
  finding(index: number): Locator;
  /** The line of a finding that opens it. */
  head(index: number): Locator;
  /** All that is marked for a claim in the draft, from its beginning on. */
  mark(index: number): Locator;
  /** The draft as it is shown, paragraphs apart. */
  shownDraft(): Promise<string>;
  drop(file: { readonly name: string; readonly type: string; readonly base64: string }): Promise<void>;
}

/** The check page of the desk at `url`; a step may take long: a check is among them, and other work may go on beside it. */
export async function openCheck(browser: Browser, options: OpenPageOptions): Promise<CheckPage> {
  const url = new URL('check', options.url).href;
  const opened = await openPage(browser, { timeoutMs: 60_000, acceptDownloads: true, ...options, url });
  const { page } = opened;
  const ended = () => page.locator('[data-act="again"]').waitFor();
  const finding = (index: number) => page.locator(`.finding[data-index="${index}"]`);
  return {
    ...{ ...opened, ended, finding },
    check: async (draft) => {
      await page.locator('#draft').fill(draft);
      await page.getByRole('button', { name: 'Check the draft' }).click();
      await ended();
    },
    head: (index) => finding(index).locator('.finding-head'),
    mark: (index) => page.locator(`.draft-mark[data-index="${index}"]`).first(),
    shownDraft: () =>
      page.evaluate<string>(`(() => {
        const copy = document.querySelector('citedesk-check').shadowRoot.querySelector('.draft-text').cloneNode(true);
        for (const sign of copy.querySelectorAll('.draft-sign')) sign.remove();
        return [...copy.querySelectorAll('.draft-section')].map((section) => section.textContent).join('\\n\\n');
      })()`),
    drop: async (file) => {
      await page.evaluate(`(() => {
        const { name, type, base64 } = ${JSON.stringify(file)};
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([bytes], name, { type }));
        const send = (kind) => document.body.dispatchEvent(
          new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
        send('dragover');
        send('drop');
      })()`);
    },
  };
}

/** Parts of the page that are wider than their place: none on a good page. */
export function overflowingCheck(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const root = document.querySelector('citedesk-check').shadowRoot;
    const boxes = [document.documentElement, ...root.querySelectorAll('.desk, .review, .draft, .findings, .finding-detail, .panel-scroll')];
    const wide = boxes.filter((box) => box.scrollWidth > box.clientWidth);
    return wide.map((box) => box.tagName + '.' + box.className + ' ' + box.scrollWidth + '>' + box.clientWidth);
  })()`);
}
