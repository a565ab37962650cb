import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckedClaim } from '../../src/domain/check.ts';
import type { Cite } from '../../src/domain/document.ts';
import { VERDICTS } from '../../src/domain/verdict.ts';
import { CHROMIUM, DIST, openBrowser, SKIP_REASON } from './browser.ts';
import { type CheckPage, openCheck } from './check-desk.ts';
import { eventsOf, startCheckStub } from './check-stub.ts';

// Texts that would act if anything took them for more than text. Each sets `pwned` where it succeeds.
const ATTACKS = [
  '<script>window.pwned = 1</script>',
  '<img src=x onerror="window.pwned = 1">',
  '<svg onload=window.pwned=1></svg><iframe srcdoc="<script>parent.pwned=1</script>"></iframe>',
  '"><b onmouseover=window.pwned=1 onfocus=window.pwned=1 autofocus tabindex=0>x</b>',
  '</p></li></ol></section><style>*{display:none}</style>',
  '{{constructor.constructor("window.pwned=1")()}}',
  '[link](javascript:window.pwned=1) ![x](https://evil.example/leak.png)',
  '<!--lit-part--><?lit$1$?><lit-part>',
  '__proto__',
  'draft: <b>1</b>; source: <i>2</i> (<u>Title</u>, 3 May 2026)',
];
const URLS = [
  'javascript:window.pwned=1',
  'java\nscript:window.pwned=1',
  ' data:text/html,<script>parent.pwned=1</script>',
  'https://news.example/"onclick="window.pwned=1',
];
const OVERRIDE = '\u202E';

const attack = (n: number) => ATTACKS[n % ATTACKS.length] ?? '';
const DRAFT = ATTACKS.map((words) => `${words} ${OVERRIDE}desrever`).join('\n\n');

const DOCUMENTS = ATTACKS.map((words, n) => ({
  ...{ id: `d/../${n}?x=<b>`, path: `${attack(n + 1)}.md`, title: `${words}${OVERRIDE}fdp.exe` },
  ...{ author: attack(n + 2), publishedAt: attack(n + 3), url: URLS[n % URLS.length] ?? null },
  ...{ language: '"><script>window.pwned=1</script>', contentHash: '', access: 'public' as const },
  ...{ text: `${words} ${OVERRIDE}desrever and more`, blocks: [] },
}));

const CLAIMS = ATTACKS.map((words, n): CheckedClaim => {
  const text = `${words} ${OVERRIDE}desrever`;
  const start = DRAFT.indexOf(text);
  const span = { start, end: start + text.length, text };
  const evidence = [n, n + 1, n + 2].map((at): Cite => {
    const { id, path, title, url, publishedAt, text: whole } = DOCUMENTS[at % DOCUMENTS.length] ?? fail();
    return { documentId: id, path, title, url, publishedAt, start: 0, end: whole.length, quote: whole };
  });
  const code = n % 2 === 0 ? ('quote-altered' as const) : ('name-mismatch' as const);
  return {
    ...{ ...span, kind: 'quote', verdict: VERDICTS[n % VERDICTS.length] ?? 'supported', score: 0, evidence },
    reasons: [{ code, words: attack(n + 3), draft: span, source: evidence[0] ?? null }],
    independentSources: 2,
  };
});
const problem = { title: attack(1), detail: attack(2), fix: attack(3), status: 400, code: attack(4) };
const copy = { documentId: 'd', path: attack(0), title: attack(1), url: URLS[0] ?? null, publishedAt: null };

function fail(): never {
  throw new Error('the fixture lacks a document');
}

// What the page is made of. Anything else in its tree came from a text that was taken for HTML.
const OWN_TAGS = [
  ...['div', 'form', 'label', 'textarea', 'input', 'button', 'p', 'dialog', 'h2', 'h3', 'h4', 'section'],
  ...['ol', 'li', 'ul', 'span', 'bdi', 'svg', 'path', 'circle', 'rect', 'header', 'a', 'mark', 'blockquote'],
  ...['progress', 'details', 'summary', 'dl', 'dt', 'dd', 'ins', 'del', 'kbd'],
];

describe.skipIf(CHROMIUM === '')(
  `hostile texts on the check page (without a browser: ${SKIP_REASON})`,
  () => {
    let browser: Browser;
    let desk: CheckPage;
    let stub: Awaited<ReturnType<typeof startCheckStub>>;
    const script: { events: readonly object[]; status?: number } = { events: [] };
    const requests: string[] = [];

    beforeAll(async () => {
      browser = await openBrowser();
      const documents = new Map(DOCUMENTS.map((document) => [document.id, document]));
      // No policy on this page: what holds here must hold by itself.
      stub = await startCheckStub({ dist: DIST, script, documents, csp: null });
      desk = await openCheck(browser, { url: stub.url });
      desk.page.on('request', (request) => requests.push(request.url()));
      desk.page.on('dialog', (dialog) => requests.push(`dialog ${dialog.message()}`));
    });
    afterAll(async () => {
      await desk?.close();
      await browser?.close();
      await stub?.close();
    });

    const expectHarmless = async () => {
      const found = await desk.page.evaluate<
        Record<'pwned' | 'tags' | 'handlers' | 'links' | 'shown', string[]>
      >(
        `(() => {
        const root = document.querySelector('citedesk-check').shadowRoot;
        const all = [...root.querySelectorAll('*')];
        return {
          pwned: window.pwned === undefined ? [] : ['pwned'],
          tags: [...new Set(all.map((element) => element.localName))],
          handlers: all.flatMap((element) => element.getAttributeNames()).filter((name) => /^on|srcdoc|^style$/.test(name)),
          links: all.filter((element) => element.href && element.localName === 'a').map((element) => element.protocol),
          shown: [root.textContent],
        };
      })()`,
      );
      expect(found.pwned).toEqual([]);
      expect(found.tags.filter((tag) => !OWN_TAGS.includes(tag))).toEqual([]);
      expect(found.handlers).toEqual([]);
      expect(found.links.filter((protocol) => !/^https?:$/.test(protocol))).toEqual([]);
      expect(found.shown.join('')).not.toContain(OVERRIDE);
      expect(requests.filter((url) => !url.startsWith(stub.url))).toEqual([]);
      expect(desk.complaints).toEqual([]);
    };

    it('shows a refusal as the text that it is, and keeps the draft', async () => {
      Object.assign(script, { events: [problem], status: 400 });
      await desk.check(DRAFT);
      await desk.page.locator('.notice').getByText(attack(1)).waitFor();
      await expectHarmless();
      await desk.page.locator('[data-act="new"]').click();
      expect(await desk.page.locator('#draft').inputValue()).toBe(DRAFT);
    });

    it('shows draft, reasons, sources and notes as the texts that they are', async () => {
      Object.assign(script, { events: eventsOf(DRAFT, CLAIMS, [copy]), status: 200 });
      const base64 = Buffer.from(DRAFT).toString('base64');
      await desk.drop({ name: `${attack(1)}${OVERRIDE}.txt`, type: 'text/plain', base64 });
      await desk.ended();
      const plain = (text: string) => text.replaceAll(OVERRIDE, '');
      expect(await desk.shownDraft()).toBe(plain(DRAFT));
      for (const [n] of CLAIMS.entries()) {
        await desk.head(n).click();
        const detail = desk.finding(n).locator('.finding-detail');
        await detail.waitFor();
        const folded = detail.locator('summary');
        if ((await folded.count()) > 0) await folded.first().click();
        await expectHarmless();
        await detail.locator('[data-act="dismiss"]').click();
        await desk.page.locator('#why').fill(attack(n));
        await desk.page.keyboard.press('Enter');
        await desk.finding(n).locator('.finding-status').waitFor();
      }
      await expectHarmless();
    });

    it('puts the words of a hostile source into the draft as words', async () => {
      const index = 2;
      await desk.head(index).press('u');
      await desk.head(index).press('t');
      await desk.page.locator('ins.taken').first().waitFor();
      await expectHarmless();
      await desk.page.locator('.passage').first().click();
      await desk.page.locator('mark.active').waitFor();
      await expectHarmless();
      await desk.page.keyboard.press('Escape');
    });

    it('keeps what it was not given out of the report', async () => {
      await desk.page.locator('.menu summary').click();
      const [download] = await Promise.all([
        desk.page.waitForEvent('download'),
        desk.page.locator('[data-format="json"]').click(),
      ]);
      expect(download.suggestedFilename()).not.toContain(OVERRIDE);
      expect(download.suggestedFilename()).toMatch(/-check\.json$/);
    });
  },
);
