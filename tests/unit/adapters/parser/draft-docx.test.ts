import { describe, expect, it } from 'vitest';
import { createDocxReader } from '../../../../src/adapters/parser/draft-docx.ts';
import { draftReader } from '../../../../src/adapters/parser/draft-reader.ts';
import { docxOf, paragraph } from '../../../fakes/docx.ts';

const reader = createDocxReader();
const textOf = async (bytes: Uint8Array) => {
  const { draft, format } = await reader.read(bytes);
  return draftReader.read(draft, format);
};

// Each test starts threads, which takes its time on a busy machine.
describe('a docx draft', { timeout: 60_000 }, () => {
  it('is the words that a reader sees, with its links', async () => {
    const body = [
      '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Mill fire</w:t></w:r></w:p>',
      '<w:p><w:r><w:t xml:space="preserve">The mill </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>burned</w:t></w:r><w:r><w:t xml:space="preserve"> on Friday; </w:t></w:r><w:hyperlink r:id="l1"><w:r><w:t>the mayor</w:t></w:r></w:hyperlink><w:r><w:t xml:space="preserve"> saw it.</w:t></w:r></w:p>',
      '<w:p><w:del w:id="1" w:author="A"><w:r><w:delText>Fifty</w:delText></w:r></w:del><w:ins w:id="2" w:author="A"><w:r><w:t>Sixty</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> &lt;b&gt;people&lt;/b&gt; “left” — مرحبا 🦢.</w:t></w:r></w:p>',
    ].join('');
    const { text, links } = await textOf(await docxOf(body));
    expect(text).toBe(
      'Mill fire\n\nThe mill burned on Friday; the mayor saw it.\n\nSixty <b>people</b> “left” — مرحبا 🦢.',
    );
    const [link] = links;
    expect(link?.target).toBe('https://ledger.example/a');
    expect(text.slice(link?.start, link?.end)).toBe('the mayor');
  });

  it('reads a draft of 20,000 words', async () => {
    const { text } = await textOf(
      await docxOf(paragraph('The mill burned on Friday, the mayor said. ').repeat(2_500)),
    );
    expect(text.split(/\s+/)).toHaveLength(20_000);
  });

  it('refuses what grows too large, whatever its parts say of their sizes, before it is read', async () => {
    const zeros = new Uint8Array(61_000_000);
    const bomb = await docxOf(paragraph('x'), { 'word/media/image1.png': zeros });
    expect(bomb.length).toBeLessThan(200_000);
    const words = 'The docx file has more than 60,000,000 bytes once it is unzipped.';
    await expect(reader.read(bomb)).rejects.toMatchObject({ code: 'limit-exceeded', message: words });
    // The directory at the end and the headers of the parts hold the size as it is written there.
    const lying = Buffer.from(bomb);
    const size = Buffer.alloc(4);
    size.writeUInt32LE(zeros.length);
    for (let at = lying.indexOf(size); at !== -1; at = lying.indexOf(size, at)) lying.writeUInt32LE(10, at);
    await expect(reader.read(lying)).rejects.toMatchObject({
      code: expect.stringMatching(/limit-exceeded|invalid-input/),
    });
  });

  it('refuses what takes too long, and stops when it is told to', async () => {
    const bytes = await docxOf(paragraph('x').repeat(20_000));
    await expect(createDocxReader({ timeoutMs: 1 }).read(bytes)).rejects.toMatchObject({
      code: 'limit-exceeded',
    });
    const stop = new AbortController();
    const reading = reader.read(bytes, stop.signal);
    stop.abort();
    await expect(reading).rejects.toMatchObject({ code: 'aborted' });
    await expect(reader.read(bytes, stop.signal)).rejects.toMatchObject({ code: 'aborted' });
  });

  it('survives one that is nested past all reason', async () => {
    const deep = 20_000;
    const bytes = await docxOf(
      '<w:sdt><w:sdtContent>'.repeat(deep) + paragraph('x') + '</w:sdtContent></w:sdt>'.repeat(deep),
    );
    await expect(reader.read(bytes)).rejects.toMatchObject({
      code: expect.stringMatching(/invalid-input|limit-exceeded/),
    });
  });

  it('opens no file that it points at, and no entity', async () => {
    const entity = '<!DOCTYPE w [<!ENTITY secret SYSTEM "file:///etc/hostname">]>';
    const document = `<?xml version="1.0"?>${entity}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph('A &secret; B')}</w:body></w:document>`;
    const { text } = await textOf(await docxOf('', { 'word/document.xml': document })).catch(() => ({
      text: '',
    }));
    expect(text).toMatch(/^$|^A &secret; B$|^A B$/);
  });

  it.each([
    ['no file of that kind', Buffer.from('The mill burned.'), 'The draft is no docx file, or a damaged one.'],
    [
      'an old Word file',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      'The draft is an old .doc file, or a docx file under a password.',
    ],
    ['an empty file', Buffer.alloc(0), 'The draft is no docx file'],
    ['the start of an archive', Buffer.from('504b030414000000', 'hex'), 'The draft is no docx file'],
  ])('says what is wrong with %s', async (_, bytes, words) => {
    await expect(reader.read(bytes)).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringContaining(words),
      fix: expect.stringMatching(/^\w.*\.$/),
    });
  });

  it('says what is wrong with a file that is cut off, and with an archive of other things', async () => {
    const bytes = await docxOf(paragraph('The mill burned.'));
    for (const share of [0.2, 0.5, 0.9]) {
      await expect(reader.read(bytes.slice(0, bytes.length * share))).rejects.toMatchObject({
        code: 'invalid-input',
      });
    }
    const empty = await docxOf('', { 'word/document.xml': 'no XML <<<' });
    await expect(reader.read(empty)).rejects.toMatchObject({ code: 'invalid-input' });
  });
});
