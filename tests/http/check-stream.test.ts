import { describe, expect, it } from 'vitest';
import { CitedeskError } from '../../src/domain/errors.ts';
import { checkEventSchema, checkReportSchema } from '../../src/http/schemas.ts';
import { appOver, post } from './support/app.ts';
import { recordingDesk } from './support/recording-desk.ts';

const DRAFT = { draft: 'A draft.' };
const asking = (accept: string) => post(DRAFT, { accept });

describe('/api/check', () => {
  it.each(['application/x-ndjson', 'application/jsonl', 'text/html, application/x-ndjson;q=0.9'])(
    'sends its events as lines to who accepts %s',
    async (accept) => {
      const response = await appOver(recordingDesk()).request('/api/check', asking(accept));
      expect(response.headers.get('content-type')).toContain('application/x-ndjson');
      const lines = (await response.text()).trimEnd().split('\n');
      const events = lines.map((line) => checkEventSchema.parse(JSON.parse(line)));
      expect(events.map(({ type }) => type)).toEqual(['check-started', 'check-finished']);
    },
  );

  it('sends its events as server-sent events', async () => {
    const response = await appOver(recordingDesk()).request('/api/check', asking('text/event-stream'));
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const parts = (await response.text()).trimEnd().split('\n\n');
    expect(parts.at(-1)).toBe('data: [DONE]');
    expect(parts.slice(0, -1).map((part) => checkEventSchema.parse(JSON.parse(part.slice(6))).type)).toEqual([
      'check-started',
      'check-finished',
    ]);
  });

  it.each(['', '*/*', 'application/json', 'application/json, text/event-stream;q=0.5'])(
    'sends the report whole to who accepts %j',
    async (accept) => {
      const response = await appOver(recordingDesk()).request('/api/check', asking(accept));
      checkReportSchema.parse(await response.json());
      expect(response.headers.get('vary')).toContain('Accept');
    },
  );

  it.each([
    [{ name: 'a.md' }, 'markdown'],
    [{ name: 'a.HTML' }, 'html'],
    [{ name: 'a.md', format: 'text' }, 'text'],
    [{ format: 'html' }, 'html'],
    [{}, 'text'],
  ])('hands on the format of %j', async (fields, format) => {
    const desk = recordingDesk();
    await appOver(desk).request('/api/check', post({ ...DRAFT, ...fields }));
    expect(desk.calls[0]?.request).toMatchObject({ ...DRAFT, format });
    expect(desk.calls[0]?.request).not.toHaveProperty('name');
  });

  it('refuses a format that there is none of', async () => {
    const response = await appOver(recordingDesk()).request('/api/check', post({ ...DRAFT, format: 'docx' }));
    expect(response.status).toBe(400);
  });

  it('fails before the stream with a problem document, and within it with a last event', async () => {
    const error = new CitedeskError('index-missing', 'There is no index.');
    const refused = await appOver(recordingDesk({ error })).request(
      '/api/check',
      asking('application/x-ndjson'),
    );
    expect(refused.status).toBe(503);
    const desk = recordingDesk();
    const failing = {
      ...desk,
      async *check() {
        yield { type: 'check-started', text: 'A draft.', claimCount: 2 } as const;
        throw error;
      },
    };
    const response = await appOver(failing).request('/api/check', asking('application/x-ndjson'));
    const last = JSON.parse((await response.text()).trimEnd().split('\n').at(-1) ?? '');
    expect(checkEventSchema.parse(last)).toMatchObject({
      type: 'check-failed',
      problem: { code: 'index-missing' },
    });
  });

  it('ends the check of a reader who leaves, and lets the next one in', async () => {
    let signal: AbortSignal | undefined;
    let ended = false;
    const desk = {
      ...recordingDesk(),
      async *check(request: { readonly signal?: AbortSignal }) {
        signal = request.signal;
        try {
          for (let index = 0; ; index++) {
            yield { type: 'check-started', text: 'A draft.', claimCount: index } as const;
            await new Promise((resolve) => setTimeout(resolve, 1));
          }
        } finally {
          ended = true;
        }
      },
    };
    const app = appOver(desk, { maxChecks: 1 });
    const response = await app.request('/api/check', asking('text/event-stream'));
    expect((await app.request('/api/check', asking('application/json'))).status).toBe(503);
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    expect(signal?.aborted).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(ended).toBe(true);
    const again = await app.request('/api/check', asking('text/event-stream'));
    expect(again.status).toBe(200);
    await again.body?.cancel();
  });
});
