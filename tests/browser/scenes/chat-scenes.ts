import type { Page } from 'playwright-core';
import { ANSWER, BRIDGE, WIRE } from '../stories.ts';
import { answerOf, partsOf, sse } from '../stream-script.ts';
import { type Scene, type Stage, TOKEN } from './scene.ts';

const QUESTION = 'How many salmon died at Ketter Voe?';
const RETOLD = 'What was the final cost of the harbour bridge repair?';
const UNKNOWN = 'Which orchestra played at the opening of the opera house in Sydney?';
/** The first sentence is judged, the next not come yet. */
const FIRST_VERDICT = '"data-verdict"';

const open = ({ page, desk }: Stage, url = desk.url) => page.goto(url);

async function ask({ page }: Stage, question: string): Promise<void> {
  await page.locator('#question').fill(question);
  await page.keyboard.press('Enter');
}

async function answered(stage: Stage, question = QUESTION): Promise<Page> {
  await open(stage);
  await ask(stage, question);
  await stage.page.locator('.turn').last().locator('.tools').waitFor();
  return stage.page;
}

const cite = (page: Page, number = 1) => page.locator(`.cite[data-number="${number}"]`).first();

/** As the keyboard shows it: on a phone nothing hovers. */
async function focusCite(page: Page): Promise<void> {
  await page.locator('.question').focus();
  await page.keyboard.press('Tab');
  await page.locator('#note:popover-open').waitFor();
}

/** An answer that a language model wrote, one sentence of it more than its source says, one against it. */
async function written(stage: Stage): Promise<void> {
  const [closed, reopened, cost] = ANSWER.claims;
  if (closed === undefined || reopened === undefined || cost === undefined) throw new Error('no story');
  const text = 'Inspectors found cracks in six of its hangers last April.';
  const source = closed.citations[0] ?? null;
  const draft = { start: 0, end: text.length, text };
  const words = 'The article says four, not six.';
  const reasons = [{ code: 'number-mismatch' as const, words, draft, source }];
  const struck = { ...closed, text, verdict: 'contradicted' as const, isStruck: true, reasons };
  const answer = answerOf(ANSWER.question, [reopened, struck, cost]);
  await stage.page.route('**/api/chat', (route) =>
    route.fulfill({
      contentType: 'text/event-stream',
      headers: { 'x-vercel-ai-ui-message-stream': 'v1' },
      body: sse(partsOf(answer)),
    }),
  );
  await stage.page.route('**/api/documents/*', (route) => {
    const document = route.request().url().includes(BRIDGE.id) ? BRIDGE : WIRE;
    return route.fulfill({ json: { document, passages: [], sentences: [] } });
  });
  await answered(stage, ANSWER.question);
}

async function conversations(stage: Stage): Promise<void> {
  for (const question of ['Who leads the Maritime Museum?', UNKNOWN, RETOLD]) {
    await answered(stage, question);
    await stage.page.goto('about:blank');
  }
  const page = await answered(stage, QUESTION);
  const button = page.locator('.history-open');
  if (await button.isVisible()) await button.click();
  await page.mouse.move(0, 0);
  await page.locator('.history-tools').first().waitFor();
}

async function heldAt(stage: Stage, ending: 'wait' | 'break', behind = FIRST_VERDICT): Promise<void> {
  await open(stage);
  stage.desk.delay = { behind, ending };
  await ask(stage, QUESTION);
}

/** Every state of the chat page. */
export const CHAT_SCENES: readonly Scene[] = [
  {
    name: 'empty',
    shows: 'Nothing asked yet: questions that the archive answers, drawn from its articles.',
    further: ['320', 'zoom'],
    enter: async (stage) => {
      await open(stage);
      await stage.page.locator('.suggestion').first().waitFor();
    },
  },
  {
    name: 'searching',
    shows: 'The question is under way.',
    enter: async (stage) => {
      await heldAt(stage, 'wait', '"text-start"');
      await stage.page.getByText(/^Reading/).waitFor();
    },
  },
  {
    name: 'writing',
    shows:
      'An answer while it comes, in whole sentences, each with its verdict and citations; “Stop” ends it.',
    enter: async (stage) => {
      await heldAt(stage, 'wait');
      await cite(stage.page).waitFor();
    },
  },
  {
    name: 'answer',
    shows: 'An answer: cited sentences, its sources, and what can be done with it.',
    further: ['320', 'zoom', 'print'],
    enter: answered,
  },
  {
    name: 'citation',
    shows: 'A citation under the pointer or the focus: its words, source, date and verdict.',
    further: ['320'],
    enter: async (stage) => focusCite(await answered(stage)),
  },
  {
    name: 'source',
    shows: 'The source at the cited words, with the way to the next citation and to the original.',
    further: ['320', 'zoom'],
    enter: async (stage) => {
      const page = await answered(stage);
      await cite(page).click();
      await page.locator('mark.active').waitFor();
    },
  },
  {
    name: 'disagreement',
    shows: 'Sources that disagree, side by side with both values.',
    enter: async (stage) => {
      const page = await answered(stage);
      await page.locator('.conflict').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'retellings',
    shows: 'One story in several articles: the sentence stands once, the others are named under it.',
    enter: async (stage) => {
      const page = await answered(stage, RETOLD);
      await page.locator('.tools').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'verdicts',
    shows:
      'An answer that a language model wrote: a sentence against its source is struck with the reason, one that says more than its source is marked.',
    enter: written,
  },
  {
    name: 'source-changed',
    shows: 'The article was edited since: the cited words are shown as they were when the answer was given.',
    enter: async (stage) => {
      await written(stage);
      const document = { ...BRIDGE, text: 'The harbour bridge is open.', blocks: BRIDGE.blocks.slice(0, 1) };
      await stage.page.route('**/api/documents/*', (route) =>
        route.fulfill({ json: { document, passages: [], sentences: [] } }),
      );
      await cite(stage.page).click();
      await stage.page.locator('.caution').waitFor();
    },
  },
  {
    name: 'feedback',
    shows: 'What a reader can say of an answer that did not help.',
    further: ['320'],
    enter: async (stage) => {
      const page = await answered(stage);
      await page.locator('.unhelpful').click();
      await page.locator('.reasons').waitFor();
    },
  },
  {
    name: 'no-answer',
    shows: 'The archive does not hold the answer: the nearest passages, and what can be asked instead.',
    further: ['print'],
    enter: (stage) => answered(stage, UNKNOWN),
  },
  {
    name: 'filters',
    shows: 'A question narrowed down to a time and a part of the archive.',
    further: ['320'],
    enter: async (stage) => {
      const page = await answered(stage);
      await page.locator('.filters-toggle').click();
      await page.locator('select[name=period]').selectOption('between');
      await page.locator('select[name=source]').selectOption('own');
    },
  },
  {
    name: 'filtered',
    shows: 'No answer within the chosen part: one press asks the whole archive.',
    enter: async (stage) => {
      const { page } = stage;
      await open(stage);
      await page.locator('.filters-toggle').click();
      await page.locator('select[name=period]').selectOption('between');
      await page.getByLabel('To', { exact: true }).fill('2020-12-31');
      await ask(stage, QUESTION);
      await page.locator('.everywhere').waitFor();
    },
  },
  {
    name: 'conversations',
    shows: 'Conversations that this browser keeps: searched, exported, deleted; on a phone behind a button.',
    further: ['320'],
    enter: conversations,
  },
  {
    name: 'follow-up',
    shows: 'A second question under the first.',
    enter: async (stage) => {
      const page = await answered(stage, RETOLD);
      await ask(stage, QUESTION);
      await page.locator('.turn').nth(1).locator('.tools').waitFor();
    },
  },
  {
    name: 'stopped',
    shows: 'An answer that the reader stopped: what came stays.',
    enter: async (stage) => {
      await heldAt(stage, 'wait');
      await cite(stage.page).waitFor();
      await stage.page.locator('.stop').click();
      await stage.page.locator('.notice').waitFor();
    },
  },
  {
    name: 'lost-connection',
    shows: 'The connection was lost on the way: what came stays, the rest is asked again.',
    further: ['320'],
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
      await stage.page.route('**/api/chat', (route) => route.abort());
      await ask(stage, QUESTION);
      await stage.page.locator('.notice').waitFor();
    },
  },
  {
    name: 'refused',
    shows: 'A question that the desk refuses, in its own words; one as long as an article is cut.',
    enter: async (stage) => {
      await open(stage);
      await ask(stage, `${QUESTION} ${'And how many others? '.repeat(110)}`);
      await stage.page.locator('.notice').waitFor();
    },
  },
  {
    name: 'sign-in',
    shows: 'A desk that wants its token asks for it once.',
    further: ['320'],
    enter: async (stage) => {
      await open(stage, stage.guardedUrl);
      await stage.page.locator('.sign-in').waitFor();
    },
  },
  {
    name: 'sign-in-refused',
    shows: 'A token that the desk does not know.',
    enter: async (stage) => {
      const { page } = stage;
      await open(stage, stage.guardedUrl);
      await page.getByLabel('Token').fill(TOKEN.slice(1));
      await page.keyboard.press('Enter');
      await page.locator('.sign-in-refused').waitFor();
    },
  },
];
