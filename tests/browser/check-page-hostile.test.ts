import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CheckedClaim } from '../../src/domain/check.ts';
import type { Cite } from '../../src/domain/document.ts';
import { VERDICTS } from '../../src/domain/verdict.ts';
import { type Probe, watch } from './attack-probe.ts';
import { ADDRESSES, OVERRIDE, SAMPLE, sample } from './attack-sample.ts';
import { type CheckPage, openCheck } from './check-desk.ts';
import { eventsOf } from './check-events.ts';
import { describeInBrowser } from './describe-in-browser.ts';
import { type CheckScript, type Stub, startStub } from './stub-server.ts';

const DIRECTIONS = /[\u202A-\u202E\u2066-\u2069]/g;
const DRAFT = SAMPLE.map((words) => `${words} ${OVERRIDE}desrever`).join('\n\n');

const DOCUMENTS = SAMPLE.map((words, n) => ({
  ...{ id: `d/../${n}?x=<b>`, path: `${sample(n + 1)}.md`, title: `${words}${OVERRIDE}fdp.exe` },
  ...{ author: sample(n + 2), publishedAt: sample(n + 3), url: ADDRESSES[n % ADDRESSES.length] ?? null },
  ...{ language: '"><script>window.__pwned=1</script>', contentHash: '', access: 'public' as const },
  ...{ text: `${words} ${OVERRIDE}desrever and more`, blocks: [] },
}));

const CLAIMS = SAMPLE.map((words, n): CheckedClaim => {
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
    reasons: [{ code, words: sample(n + 3), draft: span, source: evidence[0] ?? null }],
    independentSources: 2,
  };
});
const problem = { title: sample(1), detail: sample(2), fix: sample(3), status: 400, code: sample(4) };
const copy = {
  documentId: 'd',
  path: sample(0),
  title: sample(1),
  url: ADDRESSES[0] ?? null,
  publishedAt: null,
};

function fail(): never {
  throw new Error('the fixture lacks a document');
}

describeInBrowser('hostile texts on the check page', (browser) => {
  let desk: CheckPage;
  let stub: Stub;
  const script: CheckScript = { events: [] };
  let watched: Probe;

  beforeAll(async () => {
    const documents = new Map(DOCUMENTS.map((document) => [document.id, document]));
    // No policy on this page: what holds here must hold by itself.
    stub = await startStub({ check: script, documents, csp: null });
    desk = await openCheck(browser(), { url: stub.url });
    watched = await watch(desk.page, [stub.url]);
    await desk.page.reload();
  });
  afterAll(async () => {
    await desk?.close();
    await stub?.close();
  });

  it('shows a refusal as the text that it is, and keeps the draft', async () => {
    Object.assign(script, { events: [problem], status: 400 });
    await desk.check(DRAFT);
    await desk.page.locator('.notice').getByText(sample(1)).waitFor();
    await watched.expectSilence();
    await desk.page.locator('[data-act="new"]').click();
    expect(await desk.page.locator('#draft').inputValue()).toBe(DRAFT);
  });

  it('shows draft, reasons, sources and notes as the texts that they are', async () => {
    Object.assign(script, { events: eventsOf(DRAFT, CLAIMS, [copy]), status: 200 });
    const base64 = Buffer.from(DRAFT).toString('base64');
    await desk.drop({ name: `${sample(1)}${OVERRIDE}.txt`, type: 'text/plain', base64 });
    await desk.ended();
    // The words are the draft's; its marks of direction the page ends, or leaves out, for itself.
    const plain = (text: string) => text.replace(DIRECTIONS, '');
    const shown = await desk.shownDraft();
    expect(shown).not.toContain(OVERRIDE);
    expect(plain(shown)).toBe(plain(DRAFT));
    for (const [n] of CLAIMS.entries()) {
      await desk.head(n).click();
      const detail = desk.finding(n).locator('.finding-detail');
      await detail.waitFor();
      const folded = detail.locator('summary');
      if ((await folded.count()) > 0) await folded.first().click();
      await watched.expectSilence();
      await detail.locator('[data-act="dismiss"]').click();
      await desk.page.locator('#why').fill(sample(n));
      await desk.page.keyboard.press('Enter');
      await desk.finding(n).locator('.finding-status').waitFor();
    }
    await watched.expectSilence();
  });

  it('puts the words of a hostile source into the draft as words', async () => {
    const index = 2;
    await desk.head(index).press('u');
    await desk.head(index).press('t');
    await desk.page.locator('ins.taken').first().waitFor();
    await watched.expectSilence();
    await desk.page.locator('.passage').first().click();
    await desk.page.locator('mark.active').waitFor();
    await watched.expectSilence();
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
});
