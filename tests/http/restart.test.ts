import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ServiceStatus } from '../../src/domain/service-status.ts';
import { conversation, post } from './support/app.ts';
import { builtIndex, citedesk, FIXTURE, type ServedDesk, serveCitedesk } from './support/cli.ts';

const index = await builtIndex();
const kept = join(index, 'service-counts.json');
const flags = ['--corpus', FIXTURE, '--index', index];
const QUESTION = 'What was the final cost of the repairs?';
const FROM_DEMO = { 'x-citedesk-site': 'demo', origin: 'http://localhost:3000' };

const serve = () => serveCitedesk(flags, { env: { CITEDESK_LOG: 'warn' } });
const status = async ({ url }: ServedDesk): Promise<ServiceStatus> =>
  (await fetch(`${url}/api/status`)).json();
const ask = async ({ url }: ServedDesk, question = QUESTION) =>
  (await fetch(`${url}/api/chat`, post(conversation(question)))).text();

describe('what a server has counted', () => {
  it('is counted on from by the next one, and by the one after a build', async () => {
    const first = await serve();
    await ask(first);
    await ask(first, 'Who won the chess championship in Reykjavik?');
    await fetch(`${first.url}/public/api/chat`, post(conversation(QUESTION), FROM_DEMO)).then((r) =>
      r.text(),
    );
    await fetch(`${first.url}/api/check`, post({ draft: 'The repairs cost 4.6 million crowns.' })).then((r) =>
      r.text(),
    );
    expect((await fetch(`${first.url}/api/documents/none`)).status).toBe(404);
    const before = await status(first);
    expect(before.questions.desk).toMatchObject({ answered: 1, abstained: 1 });
    await first.stop();
    expect((await citedesk(['index', '--rebuild', ...flags])).code).toBe(0);

    const second = await serve();
    await ask(second);
    const after = await status(second);
    await second.stop();
    expect(after.questions.desk).toMatchObject({ answered: 2, abstained: 1 });
    expect(after.questions.public.answered).toBe(1);
    expect(after.checks).toEqual(before.checks);
    expect(after.verdicts.checks).toEqual(before.verdicts.checks);
    expect(after.answerTimes.count).toBe(4);
    expect(after.abstainedShare).toBe(0.25);
    expect(after.refusals).toContainEqual({ app: 'desk', code: 'not-found', count: 1 });
    expect(after.countedSince).toBe(before.startedAt);
    expect(after.startedAt > before.startedAt).toBe(true);
    expect(readFileSync(kept, 'utf8')).not.toMatch(/repairs|chess|crowns/);
  });

  it('begins anew where it cannot be read, which the log says, and is not thrown away', async () => {
    writeFileSync(kept, '{"countedSince":');
    const server = await serve();
    expect((await status(server)).questions.desk.answered).toBe(0);
    await ask(server);
    const { stderr } = await server.stop();
    expect(stderr).toContain('The counts of earlier servers cannot be read');
    expect(readFileSync(`${kept}.damaged`, 'utf8')).toBe('{"countedSince":');
    expect(existsSync(kept)).toBe(true);
  });
});
