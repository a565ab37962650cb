import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { openContext, type Size } from './browser.ts';

/** The check page as an editor has it, and what the browser complained of. */
export interface CheckPage {
  readonly page: Page;
  /** Errors, refused resources and broken policies, except answers with an error status. */
  readonly complaints: readonly string[];
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
  close(): Promise<void>;
}

export interface CheckPageOptions extends BrowserContextOptions {
  readonly url: string;
  readonly size?: Size;
}

export async function openCheck(browser: Browser, options: CheckPageOptions): Promise<CheckPage> {
  const { url, size = 'desktop', ...rest } = options;
  const context = await openContext(browser, size, { acceptDownloads: true, ...rest });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    const expected = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !expected) complaints.push(message.text());
  });
  await page.goto(new URL('check', url).href);
  const ended = () => page.locator('[data-act="again"]').waitFor();
  const finding = (index: number) => page.locator(`.finding[data-index="${index}"]`);
  return {
    ...{ page, complaints, ended, finding },
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
    close: () => context.close(),
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
