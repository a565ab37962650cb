import { conversation, post } from '../../http/support/app.ts';
import { type Scene, type Stage, TOKEN } from './scene.ts';

const QUESTIONS = [
  'How many salmon died at Ketter Voe?',
  'Who is the mayor of Port Merrow?',
  'Who won the chess olympiad of 1987?',
  'When does the library open?',
  'What did the ferry cost?',
];
const DRAFT = 'Some 4,000 salmon died at Ketter Voe. The ferry sank on Sunday.';

const open = ({ page, desk }: Stage) => page.goto(new URL('status', desk.url).href);

/** Questions of the desk and of readers, and a draft: something for the page to count. */
export async function work(url: string): Promise<void> {
  for (const question of QUESTIONS) {
    await (await fetch(`${url}api/ask`, post({ question }))).text();
    const asReader = post(conversation(question), { 'x-citedesk-site': 'demo' });
    await (await fetch(`${url}public/api/chat`, asReader)).text();
  }
  await (await fetch(`${url}api/check`, post({ draft: DRAFT }))).text();
}

/** Every state of the status page. */
export const STATUS_SCENES: readonly Scene[] = [
  {
    name: 'filled',
    shows: 'The archive, its last build with what was skipped, what was asked, and how long it took.',
    further: ['320', 'zoom', 'print'],
    isWhole: true,
    enter: async (stage) => {
      await open(stage);
      await stage.page.locator('#requests').waitFor();
    },
  },
  {
    name: 'tables',
    shows: 'What the pictures show, as tables.',
    isWhole: true,
    enter: async ({ page, ...stage }) => {
      await open({ page, ...stage });
      await page.locator('#requests').waitFor();
      for (const summary of await page.locator('summary').all()) await summary.click();
      await page.evaluate('scrollTo(0, 0)');
    },
  },
  {
    name: 'empty',
    shows: 'A server that was asked nothing yet.',
    isWhole: true,
    enter: async ({ page, guardedUrl }) => {
      await page.goto(new URL('status', guardedUrl).href);
      await page.getByLabel('Token').fill(TOKEN);
      await page.keyboard.press('Enter');
      await page.locator('#archive').waitFor();
    },
  },
  {
    name: 'token-needed',
    shows: 'Without the token there is nothing to be seen.',
    enter: async ({ page, guardedUrl }) => {
      await page.goto(new URL('status', guardedUrl).href);
      await page.locator('.sign-in .button:not(.primary)').click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'sign-in',
    shows: 'The token is asked for once.',
    enter: async ({ page, guardedUrl }) => {
      await page.goto(new URL('status', guardedUrl).href);
      await page.locator('.sign-in').waitFor();
    },
  },
  {
    name: 'unreachable',
    shows: 'The server does not answer: the figures stay, with the time of which they are.',
    enter: async (stage) => {
      const { page } = stage;
      await page.clock.install();
      await open(stage);
      await page.locator('#requests').waitFor();
      await page.route('**/api/status', (route) => route.abort());
      await page.clock.runFor(10_000);
      await page.getByRole('alert').waitFor();
    },
  },
];
