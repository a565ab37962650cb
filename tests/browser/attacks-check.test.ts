import { marked } from 'marked';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CheckedClaim } from '../../src/domain/check.ts';
import { VERDICTS } from '../../src/domain/verdict.ts';
import { appOver, post } from '../http/support/app.ts';
import { recordingDesk } from '../http/support/recording-desk.ts';
import { faultsOfHtml, type Probe, watch } from './attack-probe.ts';
import { ATTACKS, attack, FAMILY_NAMES, oneLine, textsOf } from './attack-texts.ts';
import { eventsOf } from './check-events.ts';
import { describeInBrowser } from './describe-in-browser.ts';
import { openPage } from './open-page.ts';
import { type Stub, startStub } from './stub-server.ts';

const DRAFT = ATTACKS.map(({ text }) => text.toWellFormed()).join('\n\n');

/** Every attack as a claim; its reasons and sources are made of others. */
function claimsOfDraft(): readonly CheckedClaim[] {
  let start = 0;
  return ATTACKS.map(({ text: given }, n) => {
    const text = given.toWellFormed();
    const span = { start, end: start + text.length, text };
    start = span.end + 2;
    const [path, title, url, publishedAt] = [1, 2, 3, 4].map((step) => attack(n + step).toWellFormed());
    const quote = attack(n + 5).toWellFormed();
    const documentId = `d${String(n).padStart(16, '0')}`;
    const place = {
      path: path ?? '',
      title: title ?? '',
      url: url ?? null,
      publishedAt: publishedAt ?? null,
    };
    const source = { documentId, ...place, start: 0, end: quote.length, quote };
    const words = n % 2 === 0 ? quote : `draft: ${text}; source: ${quote} (${title})`;
    return {
      ...{ ...span, kind: 'quote', verdict: VERDICTS[n % VERDICTS.length] ?? 'supported', score: 0 },
      reasons: [{ code: n % 3 === 0 ? 'quote-altered' : 'name-mismatch', words, draft: span, source }],
      ...{ evidence: [source], independentSources: 1 },
    };
  });
}

const CLAIMS = claimsOfDraft();
const copies = ATTACKS.map(({ text }, n) => ({
  ...{ documentId: `d${String(n).padStart(16, '0')}`, path: text.toWellFormed(), url: null },
  ...{ title: attack(n + 1).toWellFormed(), publishedAt: null },
}));
const TAGS = [
  ...[
    'main',
    'h1',
    'h2',
    'h3',
    'ul',
    'ol',
    'li',
    'p',
    'section',
    'div',
    'span',
    'a',
    'q',
    'mark',
    'dl',
    'dt',
  ],
  ...['dd', 'strong', 'em', 'bdi', 'sup', 'br', 'blockquote', 'hr', 'del', 'ins'],
];

describeInBrowser('attacks on the check page', (browser) => {
  let page: Page;
  let watched: Probe;
  let stub: Stub;

  beforeAll(async () => {
    const script = { events: eventsOf(DRAFT, CLAIMS, copies) };
    // No policy on this page: what holds here must hold by itself.
    stub = await startStub({ check: script, csp: null });
    ({ page } = await openPage(browser(), { url: 'about:blank', timeoutMs: 40_000 }));
    watched = await watch(page, [stub.url]);
    await page.goto(`${stub.url}check`);
  });
  afterAll(async () => {
    await stub?.close();
  });

  it('are texts in drafts, file names, reasons, sources and notes', async () => {
    const name = `${oneLine(attack(14))} \u202E.txt`;
    const buffer = Buffer.from(DRAFT);
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer });
    await page.locator('[data-act="again"]').waitFor();
    await watched.expectSilence();
    for (const [n, family] of FAMILY_NAMES.entries()) {
      const at = ATTACKS.findIndex((one) => one.family === family);
      const finding = page.locator(`.finding[data-index="${at}"]`);
      await finding.locator('.finding-head').click();
      await finding.locator('.finding-detail [data-act="dismiss"]').click();
      await page.locator('#why').fill(textsOf(family).join(' '));
      await page.keyboard.press('Enter');
      await finding.locator('.finding-status').waitFor();
      if (n % 4 === 0) await watched.expectSilence();
    }
    await watched.expectSilence();
  });

  it.each(['html', 'markdown'])('are texts in a report as %s, opened as a file', async (format) => {
    const { report } = eventsOf(DRAFT, CLAIMS, copies).at(-1) as { report: unknown };
    const decisions = ATTACKS.slice(0, 200).map(({ text }, claim) => ({
      ...{ claim, action: 'dismissed', note: text.toWellFormed().slice(0, 2_000) },
    }));
    const body = { report, name: oneLine(attack(15)).slice(0, 200), decisions };
    const response = await appOver(recordingDesk()).request(`/api/check/report?format=${format}`, post(body));
    expect(response.status).toBe(200);
    const text = await response.text();
    const rendered = `<!doctype html><meta charset="utf-8">${marked.parse(text, { async: false })}`;
    expect(await faultsOfHtml(page.context(), format === 'html' ? text : rendered, TAGS)).toEqual([]);
  });
});
