import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CitedeskError } from '../../src/domain/errors.ts';
import { answerSchema, suggestionsSchema } from '../../src/http/schemas.ts';
import type { Suggestions } from '../../src/use-cases/suggesting/suggestions.ts';
import { appOver, FROM_SITE, post, publicAppOver } from './support/app.ts';
import { citedesk, folder, type ServedDesk, serveCitedesk } from './support/cli.ts';
import { recordingDesk } from './support/recording-desk.ts';

const ROUTE = '/api/suggestions';
const list = (questions: readonly string[]): Suggestions => ({
  list: async () => ({ questions, isComplete: true }),
});

describe('GET /api/suggestions', () => {
  it('gives the desk and readers each their own', async () => {
    const desk = appOver(recordingDesk(), { suggestions: list(['Who drew the map?']) });
    const readers = publicAppOver(recordingDesk(), { suggestions: list([]) });
    expect(await (await desk.request(ROUTE)).json()).toEqual({
      ...{ suggestions: ['Who drew the map?'], isComplete: true },
    });
    expect(await (await readers.request(ROUTE, { headers: FROM_SITE })).json()).toEqual({
      ...{ suggestions: [], isComplete: true },
    });
    expect((await readers.request(ROUTE)).status).toBe(403);
  });

  it('says that there is no index', async () => {
    const suggestions = { list: () => Promise.reject(new CitedeskError('index-missing', 'There is none.')) };
    expect((await appOver(recordingDesk(), { suggestions }).request(ROUTE)).status).toBe(503);
  });

  it('waits for those that are sought, but not for ever', async () => {
    const slow: Suggestions = {
      list: async (patience) => {
        await patience;
        return { questions: ['So far?'], isComplete: false };
      },
    };
    const response = await appOver(recordingDesk(), { suggestions: slow }).request(ROUTE);
    expect(await response.json()).toEqual({ suggestions: ['So far?'], isComplete: false });
  });
});

describe('a served desk over the sample articles', () => {
  const SECRET =
    '---\naccess: desk\ndate: 2026-07-01\ntitle: Larn Bridge\n---\n\nThe Larn Bridge was opened on 4 May 1931.\n';
  const corpus = folder();
  const index = join(folder(), 'index');
  let desk: ServedDesk;

  beforeAll(async () => {
    writeFileSync(join(corpus, 'secret.md'), SECRET);
    writeFileSync(
      join(corpus, 'shown.md'),
      SECRET.replace('desk', 'public').replace(/Larn Bridge/g, 'Gull Tower'),
    );
    await citedesk(['index', '--corpus', corpus, '--index', index]);
    desk = await serveCitedesk(['--index', index]);
  });
  afterAll(() => desk.stop());

  async function suggested(path: string): Promise<readonly string[]> {
    // On a crowded machine those found so far come first.
    for (;;) {
      const response = await fetch(desk.url + path, { headers: { 'x-citedesk-site': 'demo' } });
      const { suggestions, isComplete } = suggestionsSchema.parse(await response.json());
      if (isComplete) return suggestions;
    }
  }

  it('suggests what it answers, and to readers nothing of the desk’s own', async () => {
    const questions = await suggested(ROUTE);
    expect(questions).toContain('When was the Larn Bridge opened?');
    for (const question of questions) {
      const response = await fetch(`${desk.url}/api/ask`, post({ question }));
      expect(answerSchema.parse(await response.json()).status).toBe('answered');
    }
    expect(await suggested(`/public${ROUTE}`)).toEqual(['When was the Gull Tower opened?']);
  });
});
