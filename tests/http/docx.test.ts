import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DOCX_MEDIA_TYPE } from '../../src/domain/draft.ts';
import { checkReportSchema } from '../../src/http/schemas.ts';
import { docxOf, paragraph } from '../fakes/docx.ts';
import { appOver } from './support/app.ts';
import { builtIndex, citedesk, folder, type ServedDesk, serveCitedesk } from './support/cli.ts';
import { recordingDesk } from './support/recording-desk.ts';

const index = await builtIndex();
let desk: ServedDesk;
let bytes: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  bytes = new Uint8Array(await docxOf(paragraph('The surveyor Agnes Holt drew the map in 1781.')));
  desk = await serveCitedesk(['--index', index]);
});
afterAll(() => desk.stop());

const send = (body: BodyInit, headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${desk.url}/api/check`, {
    method: 'POST',
    body,
    headers: { 'content-type': DOCX_MEDIA_TYPE, ...headers },
  });

describe('a draft in docx', () => {
  it('is checked as a raw body, whole and as a stream', async () => {
    const report = checkReportSchema.parse(await (await send(bytes)).json());
    expect(report.text).toBe('The surveyor Agnes Holt drew the map in 1781.');
    expect(report.claims[0]?.evidence).not.toEqual([]);
    const stream = await (await send(bytes, { accept: 'application/x-ndjson' })).text();
    expect(stream.split('\n')[0]).toContain('"check-started"');
  });

  it('is checked by the command, by its name and from standard input', async () => {
    const file = join(folder(), 'draft.docx');
    writeFileSync(file, bytes);
    const { code, stdout } = await citedesk(['check', file, '--index', index, '--json']);
    expect(code).toBe(0);
    expect(checkReportSchema.parse(JSON.parse(stdout)).text).toBe(
      'The surveyor Agnes Holt drew the map in 1781.',
    );
    writeFileSync(file, 'The mill burned.');
    const wrong = await citedesk(['check', file, '--index', index]);
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toContain('The draft is no docx file, or a damaged one. Open it');
  });

  it('is refused with a plain problem where it cannot be read', async () => {
    const damaged = await send(bytes.slice(0, 100));
    expect(damaged.status).toBe(400);
    expect(await damaged.json()).toMatchObject({ code: 'invalid-input', fix: expect.any(String) });
    expect((await send(new Uint8Array(20_000_001))).status).toBe(413);
    const bomb = await docxOf(paragraph('x'), { 'word/media/a.png': new Uint8Array(70_000_000) });
    const refused = await send(new Uint8Array(bomb));
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({
      code: 'limit-exceeded',
      detail: expect.stringContaining('unzipped'),
    });
  });

  it('is refused where the server cannot read such files', async () => {
    const init = { method: 'POST', body: bytes, headers: { 'content-type': DOCX_MEDIA_TYPE } };
    expect((await appOver(recordingDesk()).request('/api/check', init)).status).toBe(415);
  });
});
