import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { builtIndex, type ServedDesk, serveCitedesk } from '../http/support/cli.ts';
import { describeInBrowser } from './describe-in-browser.ts';
import { openPage } from './open-page.ts';

const pathOf = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const DOC = readFileSync(pathOf('docs/keyboard.md'), 'utf8');

interface Step {
  readonly press: string;
  readonly focus: string;
  readonly seen: string;
}

interface Walk {
  readonly title: string;
  readonly address: string;
  readonly steps: readonly Step[];
}

/** The walks of the page in docs: a heading, an address, a table each. */
const WALKS = DOC.split(/^## /m)
  .slice(1)
  .map((part): Walk => {
    const rows = part.split('\n').filter((line) => line.startsWith('|'));
    const steps = rows.slice(2).map((row) => {
      const [, press = '', focus = '', seen = ''] = row.split('|').map((cell) => cell.trim());
      return { press, focus, seen };
    });
    return { title: part.split('\n', 1)[0] ?? '', address: /At `(.*?)`/.exec(part)?.[1] ?? '', steps };
  });

// What the third column calls a part of a page.
const PARTS: Readonly<Record<string, string>> = {
  'the card of the citation': '#note:popover-open',
  'the source at its words': 'mark.active',
  'what was found': '.finding-detail',
  'the bubble': '.bubble #question',
};

const MOST_PRESSES = 60;

/** What a screen reader names where the focus is. */
const focused = (page: Page) =>
  page.evaluate<string>(`(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    const labelled = at?.getRootNode().getElementById?.(at.getAttribute('aria-labelledby') ?? '');
    const name = labelled?.textContent ?? at?.getAttribute('aria-label') ?? at?.labels?.[0]?.textContent ?? at?.textContent ?? '';
    return name.replace(/\\s+/g, ' ').trim();
  })()`);

async function take(page: Page, { press, focus }: Step): Promise<void> {
  const typed = /^type “(.*)”$/.exec(press)?.[1];
  if (typed !== undefined) return page.keyboard.insertText(typed);
  const keys = [...press.matchAll(/`(.+?)`/g)].map(([, key = '']) => key);
  if (keys.length === 0) throw new Error(`no key in: ${press}`);
  const isUntil = press.endsWith('until');
  const times = isUntil ? MOST_PRESSES : Number(/× (\d+)$/.exec(press)?.[1] ?? 1);
  const passed: string[] = [];
  for (let n = 0; n < times; n++) {
    for (const key of keys) await page.keyboard.press(key);
    if (isUntil) passed.push(await focused(page));
    if (isUntil && passed.at(-1)?.startsWith(focus)) return;
  }
  if (isUntil) throw new Error(`no ${focus} on the way: ${[...new Set(passed)].join(', ')}`);
}

async function look(page: Page, seen: string): Promise<void> {
  const [, gone, what = ''] = /^(no longer )?(.*)$/.exec(seen) ?? [];
  const words = /^“(.*)”$/.exec(what)?.[1];
  const part = words === undefined ? PARTS[what] : undefined;
  if (words === undefined && part === undefined) throw new Error(`the test knows no: ${what}`);
  const place = part === undefined ? page.getByText(words ?? '') : page.locator(part);
  if (gone === undefined) await place.first().waitFor();
  else await expect.poll(() => place.and(page.locator(':visible')).count(), { timeout: 20_000 }).toBe(0);
}

describeInBrowser('the keyboard walks in docs', (browser) => {
  let served: ServedDesk;

  beforeAll(async () => {
    const corpus = pathOf('corpus');
    served = await serveCitedesk(['--corpus', corpus, '--index', await builtIndex(corpus)]);
  });
  afterAll(async () => {
    await served?.stop();
  });

  it('are there for every page', () => {
    expect(WALKS.map(({ address }) => address)).toEqual(['/', '/check', '/demo/', '/status']);
  });

  it.each(WALKS)('lead through: $title', { timeout: 180_000 }, async ({ address, steps }) => {
    const { page, complaints, close } = await openPage(browser(), {
      url: `${served.url}${address}`,
      timeoutMs: 60_000,
    });
    for (const step of steps) {
      await take(page, step);
      if (step.seen !== '') await look(page, step.seen);
      const name = () => focused(page);
      if (step.focus !== '')
        await expect.poll(name, { message: step.press, timeout: 20_000 }).toMatch(beginning(step.focus));
    }
    expect(complaints).toEqual([]);
    await close();
  });
});

const beginning = (words: string) => new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
