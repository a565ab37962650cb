import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Size } from './browser.ts';
import { describeInBrowser } from './describe-in-browser.ts';
import { type DeskPage, openDesk } from './desk-page.ts';
import { ANSWER, BRIDGE, documents, QUESTION, REFUSAL, scripts } from './stories.ts';
import { partsOf } from './stream-script.ts';
import { type Stub, startStub } from './stub-server.ts';

describeInBrowser('the chat page when things fail', (browser) => {
  describe.each<Size>(['desktop', 'phone'])('on a %s', (size) => {
    let stub: Stub;
    let desk: DeskPage;
    const served = documents();
    const played = scripts();
    const notice = () => desk.turn.locator('.notice');

    beforeEach(async () => {
      stub = await startStub({ scripts: played, documents: served });
      desk = await openDesk(browser(), { url: stub.url, size });
    });
    afterEach(async () => {
      expect(desk.complaints).toEqual([]);
      await desk.close();
      await stub.close();
    });

    it('keeps what came when the connection is lost, and asks again', async () => {
      played.set('lost', { kind: 'hang', parts: partsOf(ANSWER).slice(0, 8) });
      await desk.ask('lost');
      await desk.cite(1).waitFor();
      stub.cut();
      await notice().getByText('The connection was lost').waitFor();
      expect(await desk.turn.locator('.answer').textContent()).toContain(ANSWER.claims[0]?.text);
      await desk.cite(1).click();
      await desk.passage.waitFor();
      await desk.page.keyboard.press('Escape');
      played.set('lost', { kind: 'answer', parts: partsOf(ANSWER) });
      await notice().getByRole('button', { name: 'Try again' }).click();
      await desk.cite(4).waitFor();
      expect(await desk.page.locator('.turn').count()).toBe(1);
      expect(await desk.page.locator('.notice').count()).toBe(0);
    });

    it('stops: the request ends at the server, the text stays', async () => {
      await desk.ask('slow');
      await desk.cite(1).waitFor();
      await desk.page.getByRole('button', { name: 'Stop' }).click();
      await stub.abandoned;
      await notice().getByText('Stopped').waitFor();
      expect(await desk.turn.locator('.claim').count()).toBe(1);
      await desk.ask(QUESTION);
      await desk.cite(4).waitFor();
    });

    it('shows the problem document of a refusal, and gives the question back for editing', async () => {
      await desk.ask('refused');
      await notice().getByText(REFUSAL.title).waitFor();
      expect(await notice().locator('.notice-detail').textContent()).toBe(`${REFUSAL.detail} ${REFUSAL.fix}`);
      await notice().getByRole('button', { name: 'Edit question' }).click();
      expect(await desk.page.locator('#question:focus').inputValue()).toBe('refused');
      expect(await desk.page.locator('.turn').count()).toBe(0);
    });

    it('shows a plain sentence for a refusal without a problem document', async () => {
      await desk.ask('bad gateway');
      await notice().getByText('HTTP 502').waitFor();
    });

    it('shows an error that comes in the middle of the stream', async () => {
      await desk.ask('broken');
      await notice().getByText('The answer could not be finished').waitFor();
      expect(await notice().textContent()).toContain('The model failed.');
      expect(await desk.turn.locator('.claim').count()).toBe(1);
    });

    it('says so when no server answers', async () => {
      await stub.close();
      await desk.ask(QUESTION);
      await notice().getByText('The question desk cannot be reached').waitFor();
    });

    it('does not ask twice at once', async () => {
      await desk.ask('silent');
      await desk.ask(QUESTION);
      expect(await desk.page.locator('#question').inputValue()).toBe(QUESTION);
      await expect.poll(() => stub.asked).toEqual(['silent']);
    });

    it('shows the quotation when its article is gone, and opens it when it is back', async () => {
      served.delete(BRIDGE.id);
      await desk.ask(QUESTION);
      await desk.cite(1).click();
      await desk.panel.getByText('The index holds no such document.').waitFor();
      expect(await desk.panel.locator('blockquote').textContent()).toBe(
        ANSWER.claims[0]?.citations[0]?.quote,
      );
      served.set(BRIDGE.id, BRIDGE);
      await desk.panel.getByRole('button', { name: 'Try again' }).click();
      await desk.passage.waitFor();
    });

    it('finds the cited words where they stand after the article was edited', async () => {
      const text = `A correction was added above.\n\n${BRIDGE.text}`;
      served.set(BRIDGE.id, { ...BRIDGE, text, blocks: [] });
      await desk.ask(QUESTION);
      await desk.cite(1).click();
      await desk.panel.getByText('This article was edited after the answer').waitFor();
      expect(await desk.passage.textContent()).toBe(ANSWER.claims[0]?.citations[0]?.quote);
      served.set(BRIDGE.id, { ...BRIDGE, text: 'All new.', blocks: [] });
      await desk.panel.getByRole('button', { name: 'Close source' }).click();
      await desk.cite(1).click();
      await desk.panel.getByText('These words are no longer in the article').waitFor();
      served.set(BRIDGE.id, BRIDGE);
    });
  });
});
