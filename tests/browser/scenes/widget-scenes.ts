import { ARABIC_ANSWER, ARABIC_QUESTION, documents } from '../stories.ts';
import { partsOf, sse } from '../stream-script.ts';
import { widgetIn } from '../widget-site.ts';
import type { Scene, Stage } from './scene.ts';

const QUESTION = 'How many salmon died at Ketter Voe?';
const UNKNOWN = 'Which orchestra played at the opening of the opera house in Sydney?';

/** The page of an Arabic newspaper, its words made up. */
const ARABIC_PAGE = `<!doctype html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>بريد الميناء</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="demo.css"><script type="module" src="../public/citedesk-chat.js"></script>
</head><body><header><p class="name">بريد الميناء</p></header><main><h1>عودة الجسر</h1>
<p>عادت حركة المرور إلى جسر الميناء صباح الاثنين بعد أحد عشر شهرًا، وعادت العبّارات إلى جدول الصيف.</p>
<citedesk-chat site="demo"></citedesk-chat></main></body></html>`;

const open = ({ page, desk }: Stage) => page.goto(new URL('demo/', desk.url).href);
const corner = ({ page }: Stage) => widgetIn(page, 'citedesk-chat[mode="bubble"]');
const inline = ({ page }: Stage) => widgetIn(page, 'citedesk-chat:not([mode="bubble"])');

async function bubble(stage: Stage) {
  await open(stage);
  const widget = corner(stage);
  await widget.launcher.click();
  await widget.bubble.waitFor();
  return widget;
}

async function answered(stage: Stage, question = QUESTION) {
  const widget = await bubble(stage);
  await widget.ask(question);
  await widget.locator('.turn[data-phase="answered"], .turn[data-phase="abstained"]').waitFor();
  return widget;
}

async function arabic(stage: Stage): Promise<void> {
  const { page, desk } = stage;
  await page.route('**/demo/arabic.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: ARABIC_PAGE }),
  );
  await page.route('**/api/chat', (route) =>
    route.fulfill({
      contentType: 'text/event-stream',
      headers: { 'x-vercel-ai-ui-message-stream': 'v1' },
      body: sse(partsOf(ARABIC_ANSWER)),
    }),
  );
  await page.route('**/api/documents/*', (route) => {
    const id = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    const json = { document: documents().get(id), passages: [], sentences: [] };
    return route.fulfill({ json });
  });
  await page.goto(new URL('demo/arabic.html', desk.url).href);
  const widget = inline(stage);
  await widget.ask(ARABIC_QUESTION);
  await widget.cite(2).waitFor();
}

/** Every state of the element on the page of another site. */
export const WIDGET_SCENES: readonly Scene[] = [
  {
    name: 'page',
    shows: 'The demo page: the element in the text, and its button in the corner.',
    further: ['320', 'print'],
    enter: (stage) => open(stage).then(() => inline(stage).locator('.suggestion').first().waitFor()),
  },
  {
    name: 'open',
    shows: 'The bubble open, nothing asked yet.',
    further: ['320', 'zoom'],
    enter: bubble,
  },
  {
    name: 'slow',
    shows: 'A server that takes its time: the reader is told.',
    enter: async (stage) => {
      await stage.page.clock.install();
      const widget = await bubble(stage);
      await stage.page.route('**/api/chat', () => undefined);
      await widget.ask(QUESTION);
      await widget.locator('.progress').waitFor();
      await stage.page.clock.runFor(20_000);
      await widget.locator('.slow:not(:empty)').waitFor();
    },
  },
  {
    name: 'writing',
    shows: 'An answer while it comes.',
    enter: async (stage) => {
      const widget = await bubble(stage);
      stage.desk.delay = { behind: '"data-verdict"', ending: 'wait' };
      await widget.ask(QUESTION);
      await widget.cite(1).waitFor();
    },
  },
  {
    name: 'answer',
    shows: 'An answer with its numbered citations; the page goes on beside it.',
    further: ['320', 'zoom'],
    enter: answered,
  },
  {
    name: 'disagreement',
    shows: 'Sources that disagree, with both values, and the list of sources.',
    enter: async (stage) => {
      const widget = await answered(stage);
      await widget.locator('.sources').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'citation',
    shows: 'A citation under the pointer or the focus.',
    enter: async (stage) => {
      const widget = await answered(stage);
      await widget.locator('.question').focus();
      await stage.page.keyboard.press('Tab');
      await widget.locator('#note:popover-open').waitFor();
    },
  },
  {
    name: 'source',
    shows: 'The article at the cited words.',
    further: ['320'],
    enter: async (stage) => {
      const widget = await answered(stage);
      await widget.cite(1).click();
      await widget.passage.waitFor();
    },
  },
  {
    name: 'no-answer',
    shows: 'The archive does not hold the answer: the nearest passages instead.',
    enter: (stage) => answered(stage, UNKNOWN),
  },
  {
    name: 'unreachable',
    shows: 'A dead server: a plain message, and the way to try again.',
    enter: async (stage) => {
      const widget = await bubble(stage);
      await stage.page.route('**/api/chat', (route) => route.abort());
      await widget.ask(QUESTION);
      await widget.notice.waitFor();
    },
  },
  {
    name: 'refused',
    shows: 'A page that may not ask the archive says so in its reader’s language.',
    enter: async (stage) => {
      const widget = await bubble(stage);
      await stage.page.evaluate(
        'for (const element of document.querySelectorAll("citedesk-chat")) element.setAttribute("site", "unknown")',
      );
      await widget.ask(QUESTION);
      await widget.notice.waitFor();
    },
  },
  {
    name: 'inline',
    shows: 'The element in the text of a page, with an answer.',
    further: ['320'],
    enter: async (stage) => {
      await open(stage);
      const widget = inline(stage);
      await widget.ask(QUESTION);
      await widget.locator('.turn[data-phase="answered"]').waitFor();
    },
  },
  {
    name: 'arabic',
    shows: 'An Arabic page: the element speaks Arabic and is set from the right.',
    further: ['320'],
    enter: arabic,
  },
  {
    name: 'arabic-source',
    shows: 'A source from the right.',
    enter: async (stage) => {
      await arabic(stage);
      const widget = inline(stage);
      await widget.cite(2).click();
      await widget.passage.waitFor();
    },
  },
];
