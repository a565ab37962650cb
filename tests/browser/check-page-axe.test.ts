import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeInBothThemes } from './axe.ts';
import type { Size } from './browser.ts';
import { type CheckPage, openCheck, overflowingCheck } from './check-desk.ts';
import { claimsOf, eventsOf } from './check-events.ts';
import { describeInBrowser } from './describe-in-browser.ts';
import { citeWords, documentOf } from './stream-script.ts';
import { type CheckScript, type Stub, startStub } from './stub-server.ts';

const BRIDGE = documentOf('d0000000000000001', 'Harbour bridge reopens', [
  'The harbour bridge reopened on Monday.',
  'The repair cost 18.4 million crowns.',
]);
const EVIDENCE = BRIDGE.text.split('\n\n').map((words) => citeWords(BRIDGE, words));
const DRAFT = ['A bridge opened. It cost much. Nobody came.', 'It rained. It was Monday. It shone.'].join(
  '\n\n',
);
const EVENTS = eventsOf(DRAFT, claimsOf(DRAFT, EVIDENCE), EVIDENCE.slice(0, 1));

const PLAYED: Required<CheckScript> = { events: EVENTS, status: 200, hangs: false };
const REFUSAL = {
  title: 'Limit exceeded',
  detail: 'The draft is too long.',
  status: 400,
  code: 'limit-exceeded',
};

const start = async ({ page }: CheckPage) => {
  await page.locator('#draft').fill(DRAFT);
  await page.keyboard.press('Control+Enter');
};

type State = readonly [string, Required<CheckScript>, (desk: CheckPage) => Promise<unknown>];

const STATES: readonly State[] = [
  ['before a draft', PLAYED, ({ page }) => page.locator('#draft').fill('')],
  [
    'with a file of another kind',
    PLAYED,
    ({ page, drop }) =>
      drop({ name: 'a.png', type: 'image/png', base64: '' }).then(() => page.getByRole('alert').waitFor()),
  ],
  [
    'before the first claim',
    { ...PLAYED, events: [], hangs: true },
    (desk) => start(desk).then(() => desk.page.locator('progress').waitFor()),
  ],
  [
    'while it checks',
    { ...PLAYED, events: EVENTS.slice(0, 4), hangs: true },
    (desk) => start(desk).then(() => desk.finding(2).waitFor()),
  ],
  ['with all its claims', PLAYED, ({ check }) => check(DRAFT)],
  [
    'with a finding open',
    PLAYED,
    async ({ check, head, finding }) => {
      await check(DRAFT);
      await head(1).click();
      await finding(1).locator('.preview').waitFor();
    },
  ],
  [
    'with a note being written',
    PLAYED,
    async ({ check, head, page }) => {
      await check(DRAFT);
      await head(1).press('d');
      await page.locator('#why').waitFor();
    },
  ],
  [
    'with everything decided',
    PLAYED,
    async ({ check, head, page }) => {
      await check(DRAFT);
      await head(1).press('t');
      await head(2).press('a');
      await page.locator('ins.taken').waitFor();
      await page.locator('.menu summary').click();
    },
  ],
  [
    'with an article',
    PLAYED,
    async ({ check, head, page }) => {
      await check(DRAFT);
      await head(0).press('o');
      await page.locator('mark.active').waitFor();
    },
  ],
  [
    'with no finding of a kind',
    PLAYED,
    async ({ check, head, page }) => {
      await check(DRAFT);
      await page.locator('.filter[data-filter="to-look-at"]').click();
      for (const index of [1, 2, 3]) await head(index).press('a');
      await page.locator('.findings-empty').waitFor();
    },
  ],
  [
    'with a refusal',
    { events: [REFUSAL], status: 400, hangs: false },
    (desk) => start(desk).then(() => desk.page.locator('.notice').waitFor()),
  ],
];

describeInBrowser('axe on the check page', (browser) => {
  let stub: Stub;
  const script: CheckScript = { ...PLAYED };

  beforeAll(async () => {
    const documents = new Map([[BRIDGE.id, BRIDGE]]);
    stub = await startStub({ check: script, documents });
  });
  afterAll(async () => {
    await stub?.close();
  });

  it.each<Size>(['desktop', 'phone', 'narrow'])(
    'finds nothing, and nothing too wide, on a %s, light or dark',
    async (size) => {
      const desk = await openCheck(browser(), { url: stub.url, size });
      const found: Record<string, string[]> = {};
      for (const [name, played, enter] of STATES) {
        Object.assign(script, played);
        await desk.page.reload();
        await enter(desk);
        found[name] = [...(await axeInBothThemes(desk.page)), ...(await overflowingCheck(desk.page))];
      }
      expect(desk.complaints).toEqual([]);
      await desk.close();
      expect(found).toEqual(Object.fromEntries(STATES.map(([name]) => [name, []])));
    },
    // A look at each state takes seconds where other work goes on beside it.
    240_000,
  );
});
