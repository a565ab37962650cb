import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import type { Scene, Stage } from './scene.ts';

const EXAMPLE = fileURLToPath(new URL('../../../docs/examples/draft.md', import.meta.url));
const DRAFT = readFileSync(EXAMPLE, 'utf8');
const WRONG_FIGURE = 'The council kept free school meals by 18 votes to 15.';
const RETOLD = 'The repair of the harbour bridge cost 41.6 million crowns.';
const WRONG_YEAR = 'The astrolabe was made in Lisbon in 1751.';
const QUOTATION = 'We will not balance the budget on children';
const MISATTRIBUTED = 'It survived one shipwreck';

const open = ({ page, desk }: Stage) => page.goto(new URL('check', desk.url).href);

async function start({ page }: Stage, draft = DRAFT): Promise<void> {
  await page.locator('#draft').fill(draft);
  await page.keyboard.press('Control+Enter');
}

async function checked(stage: Stage): Promise<Page> {
  await open(stage);
  await start(stage);
  await stage.page.locator('[data-act="again"]').waitFor();
  return stage.page;
}

const findingOf = (page: Page, words: string): Locator =>
  page.locator('.finding').filter({ hasText: words }).first();
const headOf = (page: Page, words: string) => findingOf(page, words).locator('.finding-head');

async function opened(stage: Stage, words: string): Promise<Page> {
  const page = await checked(stage);
  await headOf(page, words).click();
  const finding = findingOf(page, words);
  await finding.locator('.finding-detail').waitFor();
  await finding.evaluate((element: { scrollIntoView(options: object): void }) =>
    element.scrollIntoView({ block: 'start' }),
  );
  return page;
}

async function dragOver(page: Page): Promise<void> {
  await page.evaluate(`(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['A draft.'], 'draft.md', { type: 'text/markdown' }));
    document.body.dispatchEvent(new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true }));
  })()`);
  await page.locator('.drop').waitFor();
}

async function decided(stage: Stage): Promise<Page> {
  const page = await checked(stage);
  await headOf(page, WRONG_FIGURE).press('a');
  await headOf(page, WRONG_YEAR).press('t');
  await headOf(page, MISATTRIBUTED).press('d');
  await page.locator('#why').fill('She said it at the reopening; we were there.');
  await page.keyboard.press('Enter');
  await page.locator('.finding-status').nth(2).waitFor();
  return page;
}

async function heldAt(stage: Stage, ending: 'wait' | 'break'): Promise<void> {
  await open(stage);
  stage.desk.delay = { behind: '"claim-checked","index":5', ending };
  await start(stage);
  await stage.page.locator('.finding').nth(5).waitFor();
}

/** Every state of the check page. */
export const CHECK_SCENES: readonly Scene[] = [
  {
    name: 'empty',
    shows: 'Where a draft comes in: pasted, dropped, or opened from a file.',
    further: ['320', 'zoom'],
    enter: open,
  },
  {
    name: 'draft',
    shows: 'A draft in the field, before it is checked.',
    enter: async (stage) => {
      await open(stage);
      await stage.page.locator('#draft').fill(DRAFT);
      await stage.page.keyboard.press('Control+Home');
    },
  },
  {
    name: 'drop',
    shows: 'A file over the page.',
    enter: (stage) => open(stage).then(() => dragOver(stage.page)),
  },
  {
    name: 'wrong-file',
    shows: 'A file that holds no draft.',
    enter: async (stage) => {
      await open(stage);
      const photo = { name: 'harbour.png', mimeType: 'image/png', buffer: Buffer.from('') };
      await stage.page.locator('input[type="file"]').setInputFiles(photo);
      await stage.page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'checking',
    shows: 'A check under way: claims light up as they are judged; “Cancel” stops it.',
    further: ['320'],
    enter: (stage) => heldAt(stage, 'wait'),
  },
  {
    name: 'report',
    shows: 'Every claim of the draft with its verdict: a kind of line and a sign as well as a colour.',
    further: ['320', 'zoom', 'print'],
    enter: checked,
  },
  {
    name: 'finding',
    shows: 'A finding open: the reason in words, both values, and the words of the source.',
    further: ['320', 'zoom'],
    enter: (stage) => opened(stage, WRONG_YEAR),
  },
  {
    name: 'retellings',
    shows: 'A claim that holds: its source, and the articles that retell it folded under it.',
    enter: async (stage) => {
      const page = await opened(stage, RETOLD);
      await findingOf(page, RETOLD).locator('summary').click();
    },
  },
  {
    name: 'quotation',
    shows: 'A quotation that was changed: the exact words of the source, the differing ones marked.',
    further: ['320'],
    enter: (stage) => opened(stage, QUOTATION),
  },
  {
    name: 'source',
    shows: 'The article at the words that a finding rests on.',
    enter: async (stage) => {
      const page = await opened(stage, WRONG_YEAR);
      await findingOf(page, WRONG_YEAR).locator('.passage').first().click();
      await page.locator('mark.active').waitFor();
    },
  },
  {
    name: 'filter',
    shows: 'The contradicted claims alone, in the list and in the draft.',
    enter: async (stage) => {
      const page = await checked(stage);
      await page.locator('.filter[data-filter="contradicted"]').click();
    },
  },
  {
    name: 'note',
    shows: 'A finding about to be dismissed, with a note on why.',
    enter: async (stage) => {
      const page = await opened(stage, MISATTRIBUTED);
      await page.keyboard.press('d');
      await page.locator('#why').fill('She said it at the reopening; we were there.');
    },
  },
  {
    name: 'decided',
    shows: 'Findings accepted, dismissed with a note, and the source’s wording taken over into the draft.',
    further: ['print'],
    enter: decided,
  },
  {
    name: 'download',
    shows: 'The report to download: a page that stands alone, Markdown, or JSON.',
    further: ['320'],
    enter: async (stage) => {
      const page = await decided(stage);
      await page.locator('.menu summary').click();
    },
  },
  {
    name: 'report-page',
    shows: 'The downloaded report, a page that stands alone.',
    further: ['320', 'print'],
    enter: async (stage) => {
      const page = await decided(stage);
      await page.locator('.menu summary').click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('[data-format="html"]').click(),
      ]);
      const saved = readFileSync(await download.path(), 'utf8');
      await page.route('**/report.html', (route) => route.fulfill({ contentType: 'text/html', body: saved }));
      await page.goto(new URL('report.html', stage.desk.url).href);
    },
  },
  {
    name: 'stopped',
    shows: 'A check that was cancelled: what was found can be read on.',
    enter: async (stage) => {
      await heldAt(stage, 'wait');
      await stage.page.locator('[data-act="cancel"]').click();
      await stage.page.locator('[data-act="again"]').waitFor();
    },
  },
  {
    name: 'lost-connection',
    shows: 'The connection was lost on the way: what was found is kept.',
    enter: async (stage) => {
      await heldAt(stage, 'break');
      await stage.page.locator('.notice').waitFor();
    },
  },
  {
    name: 'unreachable',
    shows: 'The desk cannot be reached.',
    enter: async (stage) => {
      await open(stage);
      await stage.page.route('**/api/check', (route) => route.abort());
      await start(stage);
      await stage.page.locator('.notice').waitFor();
    },
  },
  {
    name: 'not-a-claim',
    shows: 'A draft that holds a question alone: what is no claim is not judged.',
    enter: async (stage) => {
      await open(stage);
      await start(stage, 'Should the town pay for that?');
      await stage.page.locator('[data-act="again"]').waitFor();
    },
  },
  {
    name: 'sign-in',
    shows: 'A desk that wants its token asks for it when a draft is sent.',
    enter: async (stage) => {
      await stage.page.goto(new URL('check', stage.guardedUrl).href);
      await start(stage);
      await stage.page.locator('.sign-in').waitFor();
    },
  },
];
