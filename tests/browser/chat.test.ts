import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Size } from './browser.ts';
import { describeInBrowser } from './describe-in-browser.ts';
import { type DeskPage, isInside, openDesk, overflowing } from './desk-page.ts';
import type { OpenPageOptions } from './open-page.ts';
import {
  ABSTENTION,
  ANSWER,
  ARABIC_ANSWER,
  ARABIC_QUESTION,
  BRIDGE,
  documents,
  QUESTION,
  scripts,
  UNKNOWN,
  WIRE,
} from './stories.ts';
import { type Stub, startStub } from './stub-server.ts';

const quoteOf = (claim: number, n = 0) => ANSWER.claims[claim]?.citations[n]?.quote;

describeInBrowser('the chat page', (browser) => {
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

  const withDesk = async (options: Partial<OpenPageOptions>, use: (desk: DeskPage) => Promise<void>) => {
    const desk = await openDesk(browser(), { url: stub.url, ...options });
    try {
      await use(desk);
      expect(desk.complaints).toEqual([]);
    } finally {
      await desk.close();
    }
  };

  it('answers in sentences, each with its verdict and its numbered citations', async () => {
    await withDesk({}, async ({ page, ask, cite, turn }) => {
      await ask(QUESTION);
      await cite(4).waitFor();
      expect(await page.locator('.claim').count()).toBe(ANSWER.claims.length);
      expect(await page.locator('.cite').allTextContents()).toEqual(['1', '2', '3', '4']);
      expect(await page.locator('.verdict').allTextContents()).toEqual([
        ...['Supported by its source', 'Supported by its source', 'Partly supported'],
      ]);
      expect(await turn.locator('.sources .ref-title').allTextContents()).toEqual([
        ...[BRIDGE.title, WIRE.title, 'Ferry timetable to change in June'],
      ]);
      expect(await page.locator('#question').inputValue()).toBe('');
    });
  });

  it.each<Size>(['desktop', 'phone'])('opens a source at the cited words on a %s', async (size) => {
    await withDesk({ size }, async ({ page, ask, cite, panel, passage }) => {
      await ask(QUESTION);
      await cite(1).click();
      await passage.waitFor();
      expect(await passage.textContent()).toBe(quoteOf(0));
      await expect.poll(() => isInside(passage, page.locator('.panel-scroll'))).toBe(true);
      expect(await panel.locator('h2').textContent()).toBe(BRIDGE.title);
      const original = panel.getByRole('link', { name: 'Open the original at this place' });
      const words = encodeURIComponent(quoteOf(0) ?? '');
      expect(await original.getAttribute('href')).toBe(`${BRIDGE.url}#:~:text=${words}`);
      // A sheet over everything on a phone, beside the answer on a desktop.
      expect(await page.locator('dialog:modal').count()).toBe(size === 'phone' ? 1 : 0);
      expect(await overflowing(page)).toEqual([]);
    });
  });

  it('goes to the next and previous citation, into other articles too', async () => {
    await withDesk({}, async ({ ask, cite, panel, passage }) => {
      await ask(QUESTION);
      await cite(2).click();
      await panel.getByRole('button', { name: 'Next citation' }).click();
      await panel.getByRole('heading', { name: WIRE.title }).waitFor();
      await expect.poll(() => passage.textContent()).toBe(quoteOf(1, 1));
      await panel.getByRole('button', { name: 'Previous citation' }).click();
      await expect.poll(() => passage.textContent()).toBe(quoteOf(1));
      expect(await panel.locator('.panel-place').textContent()).toBe('Citation 2 of 4');
    });
  });

  it('shows quotation, source, date and verdict under the pointer and the focus', async () => {
    await withDesk({}, async ({ page, ask, cite }) => {
      const note = page.locator('#note:popover-open');
      await ask(QUESTION);
      await cite(4).hover();
      await note.waitFor();
      for (const words of [quoteOf(2), BRIDGE.title, '4 Mar 2026', 'Partly supported', 'Also reported by']) {
        expect(await note.textContent()).toContain(words);
      }
      await note.hover();
      await page.mouse.move(5, 5);
      await note.waitFor({ state: 'detached' });
      await page.locator('#question').focus();
      while ((await page.locator('.cite[data-number="1"]:focus').count()) === 0)
        await page.keyboard.press('Shift+Tab');
      await note.waitFor();
      expect(await note.textContent()).toContain(quoteOf(0));
      await page.keyboard.press('Escape');
      await note.waitFor({ state: 'detached' });
    });
  });

  it('is walked with the keyboard alone', async () => {
    await withDesk({}, async ({ page, panel, passage }) => {
      const press = (...keys: string[]) =>
        keys.reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve());
      const focused = (selector: string) => page.locator(`${selector}:focus`).waitFor();
      await press('Tab');
      await focused('.brand');
      await press('Tab');
      await focused('.masthead nav a[aria-current="page"]');
      await press('Tab', 'Tab', 'Tab');
      await focused('.history-start');
      await press('Tab');
      await focused('.scroll');
      await press('Tab');
      await focused('.suggestion');
      while ((await page.locator('#question:focus').count()) === 0) await press('Tab');
      await page.keyboard.type('two');
      await press('Shift+Enter');
      await page.keyboard.type('lines');
      expect(await page.locator('#question').inputValue()).toBe('two\nlines');
      await press('Control+A');
      await page.keyboard.type(QUESTION);
      await press('Enter');
      await page.locator('.sources').waitFor();
      while ((await page.locator('.cite[data-number="1"]:focus').count()) === 0) await press('Shift+Tab');
      await press('Enter');
      await passage.waitFor();
      await focused('dialog.panel');
      await press('Tab', 'Tab');
      await focused('.icon-button[aria-label="Next citation"]');
      await press('Enter');
      await expect.poll(() => passage.textContent()).toBe(quoteOf(1));
      await focused('.icon-button[aria-label="Next citation"]');
      await press('Tab');
      await focused('.panel-close');
      await press('Tab');
      await focused('.panel-scroll');
      await press('Tab');
      await focused('.panel-facts a');
      await press('Escape');
      await panel.waitFor({ state: 'hidden' });
      await focused('.cite[data-number="2"]');
    });
  });

  it('closes the sheet on a phone with Escape, and gives the focus back', async () => {
    await withDesk({ size: 'phone' }, async ({ page, ask, cite, panel, passage }) => {
      await ask(QUESTION);
      await cite(3).click();
      await passage.waitFor();
      await page.keyboard.press('Escape');
      await panel.waitFor({ state: 'hidden' });
      await page.locator('.cite[data-number="3"]:focus').waitFor();
    });
  });

  it('keeps the source open when the window becomes narrow', async () => {
    await withDesk({}, async ({ page, ask, cite, passage }) => {
      await ask(QUESTION);
      await cite(1).click();
      await passage.waitFor();
      await page.setViewportSize({ width: 600, height: 700 });
      await page.locator('dialog:modal').waitFor();
      expect(await passage.textContent()).toBe(quoteOf(0));
    });
  });

  it('says where the archive holds no answer, and opens the nearest passages', async () => {
    await withDesk({}, async ({ page, ask, panel, passage, turn }) => {
      await ask(UNKNOWN);
      await turn.getByText(ABSTENTION.text).waitFor();
      expect(await page.locator('.cite').count()).toBe(0);
      const cards = turn.locator('.nearest .card');
      expect(await cards.count()).toBe(2);
      await cards.nth(1).click();
      await passage.waitFor();
      expect(await passage.textContent()).toBe(ABSTENTION.nearest[1]?.quote);
      await page.keyboard.press('Escape');
      await panel.waitFor({ state: 'hidden' });
      await turn.locator('.nearest li:nth-child(2) .card:focus').waitFor();
    });
  });

  it('shows sources that disagree side by side', async () => {
    await withDesk({}, async ({ ask, turn }) => {
      await ask('Is the cost disputed?');
      const conflict = turn.getByRole('group', { name: 'Sources disagree on the figure' });
      await conflict.waitFor();
      expect(await conflict.locator('.card-quote').allTextContents()).toEqual([
        ...[
          'The repair cost 18.4 million crowns',
          'A spokesman put the cost of the repair at 19 million crowns.',
        ],
      ]);
    });
  });

  it('keeps a conversation, the newest question at the top', async () => {
    await withDesk({ size: 'phone' }, async ({ page, ask, turn }) => {
      await ask(QUESTION);
      await page.locator('.turn[data-phase="answered"]').waitFor();
      await ask(UNKNOWN);
      await page.locator('.turn[data-phase="abstained"]').waitFor();
      expect(await page.locator('.question').allTextContents()).toEqual([QUESTION, UNKNOWN]);
      await expect.poll(() => isInside(turn.locator('.question'), page.locator('.scroll'))).toBe(true);
    });
  });

  it('asks a suggested question', async () => {
    await withDesk({}, async ({ page, turn }) => {
      const first = page.locator('.suggestion').first();
      const question = (await first.textContent()) ?? '';
      expect(question).not.toBe('');
      await first.click();
      await expect.poll(() => stub.asked.at(-1)).toBe(question);
      await turn.locator('.question:focus').waitFor();
    });
  });

  it('says sentences to a screen reader, never parts of them', async () => {
    await withDesk({}, async ({ page, ask }) => {
      await ask(QUESTION);
      await page.locator('.turn[data-phase="answered"]').waitFor();
      expect(await page.locator('[aria-live="polite"].unseen p').allTextContents()).toEqual([
        'Searching the archive',
        ...ANSWER.claims.map(({ text, verdict }) =>
          verdict === 'supported' ? text : `Partly supported: ${text}`,
        ),
        'End of the answer, 4 citations.',
      ]);
    });
  });

  it.each([
    ['a 320-pixel screen', { width: 320, height: 568 }],
    ['a desktop at 200 %', { width: 640, height: 400 }],
    ['a desktop at 400 %', { width: 320, height: 200 }],
  ])('fits %s without scrolling sideways', async (_, viewport) => {
    await withDesk({ viewport }, async ({ page, ask, cite, passage }) => {
      expect(await overflowing(page)).toEqual([]);
      await ask(QUESTION);
      await cite(4).waitFor();
      expect(await overflowing(page)).toEqual([]);
      await cite(1).click();
      await passage.waitFor();
      expect(await overflowing(page)).toEqual([]);
    });
  });

  it('sets right-to-left writing from the right, the cited words among it', async () => {
    await withDesk({}, async ({ page, ask, cite, passage }) => {
      await ask(ARABIC_QUESTION);
      await cite(2).click();
      await passage.waitFor();
      expect(await passage.textContent()).toBe(ARABIC_ANSWER.claims[1]?.text);
      const directions = await page.evaluate<
        string[]
      >(`['.question', '.answer', '.block:has(mark.active)', '.label']
        .map((selector) => getComputedStyle(document.querySelector('citedesk-page').shadowRoot.querySelector('desk-chat').shadowRoot.querySelector(selector)).direction)`);
      expect(directions).toEqual(['rtl', 'rtl', 'rtl', 'ltr']);
    });
  });

  it('follows the theme attribute against the reader’s own setting', async () => {
    await withDesk({ colorScheme: 'light' }, async ({ page }) => {
      const paper = () =>
        page.evaluate<string>(
          "getComputedStyle(document.querySelector('citedesk-page').shadowRoot.querySelector('desk-chat')).backgroundColor",
        );
      expect(await paper()).toBe('rgb(251, 250, 247)');
      await page.evaluate(
        "document.querySelector('citedesk-page').shadowRoot.querySelector('desk-chat').theme = 'dark'",
      );
      await expect.poll(paper).toBe('rgb(22, 21, 19)');
    });
  });
});
