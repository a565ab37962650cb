import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from './describe-in-browser.ts';
import { type DeskPage, openDesk } from './desk-page.ts';
import { ANSWER, BRIDGE, documents, QUESTION, scripts, UNKNOWN } from './stories.ts';
import { type Stub, startStub } from './stub-server.ts';

const QUOTE = ANSWER.claims[0]?.citations[0]?.quote ?? '';

describeInBrowser('what can be done with an answer', (browser) => {
  let stub: Stub;
  let desk: DeskPage;
  let page: Page;

  const withDesk = async (
    options: { readonly feedbackStatus?: number; readonly token?: string; readonly permissions?: string[] },
    use: () => Promise<void>,
  ) => {
    const { permissions = [], ...rest } = options;
    const suggestions = [QUESTION, UNKNOWN];
    stub = await startStub({
      scripts: scripts(),
      documents: documents(),
      suggestions,
      ...rest,
    });
    desk = await openDesk(browser(), { url: stub.url, permissions });
    page = desk.page;
    try {
      await use();
      expect(desk.complaints).toEqual([]);
    } finally {
      await desk.close();
      await stub.close();
    }
  };
  const button = (name: string) => desk.turn.getByRole('button', { name, exact: true });
  const askAndWait = async (question = QUESTION) => {
    await desk.ask(question);
    await desk.turn.locator('.tools').waitFor();
  };

  const PERMISSIONS = ['clipboard-read', 'clipboard-write'];
  const clipboard = (type: string) =>
    page.evaluate<string>(
      `navigator.clipboard.read().then(([item]) => item.getType('${type}')).then((blob) => blob.text())`,
    );

  it('copies it with its sources as text, as Markdown and as formatted text', async () => {
    await withDesk({ permissions: PERMISSIONS }, async () => {
      await askAndWait();
      await button('Text').click();
      await desk.turn.getByText('Copied').waitFor();
      const text = await clipboard('text/plain');
      expect(text).toContain(`${QUOTE} [1]`);
      expect(text).toContain(`[1] “${QUOTE}” ${BRIDGE.title}, 4 Mar 2026\n    ${BRIDGE.url}#:~:text=`);
      await button('Markdown').click();
      await expect.poll(() => clipboard('text/plain')).toContain(`[${BRIDGE.title}](<${BRIDGE.url}`);
      await button('Formatted').click();
      await expect.poll(() => clipboard('text/html')).toContain(`<sup>[1]</sup>`);
      expect(await clipboard('text/html')).toContain(`<a href="${BRIDGE.url}#:~:text=`);
    });
  });

  it('copies where the browser has no clipboard for pages, as over plain http', async () => {
    await withDesk({}, async () => {
      await page.addInitScript("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
      await page.reload();
      await askAndWait();
      await button('Text').click();
      await desk.turn.getByText('Copied').waitFor();
      await page.locator('#question').focus();
      await page.keyboard.press('Control+V');
      expect(await page.locator('#question').inputValue()).toContain(`${QUOTE} [1]`);
    });
  });

  it('asks again in place, and gives the question back without losing the answer', async () => {
    await withDesk({}, async () => {
      await askAndWait();
      await button('Edit question').click();
      expect(await page.locator('#question:focus').inputValue()).toBe(QUESTION);
      await button('Ask again').click();
      await expect.poll(() => stub.asked).toEqual([QUESTION, QUESTION]);
      await desk.turn.locator('.tools').waitFor();
      expect(await page.locator('.turn').count()).toBe(1);
    });
  });

  it('sends that it was helpful, and asks no more, after a reload neither', async () => {
    await withDesk({ feedbackStatus: 204 }, async () => {
      await askAndWait();
      await button('Ask again').click();
      await expect.poll(() => stub.asked.length).toBe(2);
      await button('Yes').click();
      await desk.turn.getByText('Noted, thank you.').waitFor();
      expect(stub.feedback).toEqual([
        {
          ...{ question: QUESTION, answerText: ANSWER.text, helpful: true },
          cites: ANSWER.claims
            .flatMap(({ citations }) => citations)
            .map(({ documentId, start, end }) => ({ documentId, start, end })),
        },
      ]);
      await page.reload();
      await desk.turn.getByText('Noted, thank you.').waitFor();
    });
  });

  it('sends why it was not helpful', async () => {
    await withDesk({ feedbackStatus: 204 }, async () => {
      await askAndWait();
      await button('No').click();
      await desk.turn.getByLabel('It is out of date').check();
      await desk.turn.getByLabel('In your own words, if you like').fill('The bridge closed again.');
      await button('Send').click();
      await desk.turn.getByText('Noted, thank you.').waitFor();
      expect(stub.feedback).toMatchObject([
        { helpful: false, reason: 'It is out of date: The bridge closed again.' },
      ]);
    });
  });

  it('is all done with the keyboard alone', async () => {
    await withDesk({ feedbackStatus: 204, permissions: PERMISSIONS }, async () => {
      const press = async (...keys: string[]) => {
        for (const key of keys) await page.keyboard.press(key);
      };
      await askAndWait();
      await page.locator('#question').focus();
      await press('Shift+Tab');
      await page.locator('.unhelpful:focus').waitFor();
      await press('Enter');
      await page.locator('.choice input:focus').waitFor();
      await press('Space', 'ArrowDown', 'Tab');
      await page.keyboard.type('It is about the ferry.');
      await press('Tab', 'Enter');
      await desk.turn.getByText('Noted, thank you.').waitFor();
      // The form has gone: the focus is at the question that it was about.
      await desk.turn.locator('.question:focus').waitFor();
      expect(stub.feedback).toMatchObject([
        { reason: 'It does not answer the question: It is about the ferry.' },
      ]);
      while ((await page.locator('.copy[data-form="markdown"]:focus').count()) === 0) await press('Tab');
      await press('Enter');
      await expect.poll(() => clipboard('text/plain')).toContain(`](<${BRIDGE.url}`);
      await press('Tab', 'Tab', 'Tab');
      await page.locator('.tool.edit:focus').waitFor();
      await press('Enter');
      await page.locator('#question:focus').waitFor();
      await press('Tab', 'Tab');
      await page.locator('.filters-toggle:focus').waitFor();
      await press('Enter', 'Tab');
      await page.locator('select[name=source]:focus').waitFor();
    });
  });

  it('does not offer what the server does not take', async () => {
    await withDesk({ feedbackStatus: 404 }, async () => {
      await askAndWait();
      await button('Yes').click();
      await button('Yes').waitFor({ state: 'detached' });
    });
  });

  it('says so where feedback could not be sent, and lets it be tried again', async () => {
    await withDesk({ feedbackStatus: 503 }, async () => {
      await askAndWait();
      await button('Yes').click();
      await desk.turn.getByText('This could not be sent.').waitFor();
      await button('Yes').waitFor();
    });
  });

  it('narrows questions to days and folders, says so, and asks the whole archive after all', async () => {
    await withDesk({}, async () => {
      await page.getByRole('button', { name: 'Whole archive' }).click();
      await page.getByLabel('Source').selectOption({ label: '2026 (4)' });
      await page.getByLabel('Published').selectOption('between');
      await page.getByLabel('From').fill('2026-03-01');
      await desk.ask(UNKNOWN);
      await desk.turn.locator('.nearest').waitFor();
      expect(stub.requests.at(-1)).toMatchObject({ since: '2026-03-01', path: '2026/**' });
      expect(await page.locator('#filter-fields').isVisible()).toBe(false);
      await desk.turn.getByText('Only 2026/**, from 1 Mar 2026').waitFor();
      await page.reload();
      await button('Ask the whole archive').click();
      await expect.poll(() => stub.requests.length).toBe(2);
      expect(Object.keys(stub.requests.at(-1) ?? {})).toEqual(['messages']);
    });
  });

  it('offers questions that the archive answers where it holds no answer', async () => {
    await withDesk({}, async () => {
      await askAndWait(UNKNOWN);
      await desk.turn.getByRole('group', { name: 'Questions that the archive answers' }).waitFor();
      await desk.turn.getByRole('button', { name: QUESTION }).click();
      await desk.cite(4).waitFor();
    });
  });

  it('asks for the token of a desk that wants one, once, and again for a wrong one', async () => {
    await withDesk({ token: 'a-long-enough-token' }, async () => {
      const dialog = page.getByRole('dialog', { name: 'Sign in' });
      await dialog.getByLabel('Token').fill('wrong');
      await page.keyboard.press('Enter');
      await dialog.getByText('The desk does not know this token.').waitFor();
      await dialog.getByLabel('Token').fill('a-long-enough-token');
      await page.keyboard.press('Enter');
      await page.locator('.suggestion').first().waitFor();
      await askAndWait();
      await page.reload();
      await page.locator('.suggestion, .turn').first().waitFor();
      expect(await dialog.count()).toBe(0);
    });
  });

  it('shows the refusal to a reader who has no token', async () => {
    await withDesk({ token: 'a-long-enough-token' }, async () => {
      const dialog = page.getByRole('dialog', { name: 'Sign in' });
      await dialog.getByRole('button', { name: 'Not now' }).click();
      await dialog.waitFor({ state: 'detached' });
      await desk.ask(QUESTION);
      await dialog.getByRole('button', { name: 'Not now' }).click();
      await desk.turn.getByText('This route needs the token.').waitFor();
    });
  });
});
