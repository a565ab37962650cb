import type { DraftInput } from './run-check.ts';

/** What the file field offers. */
export const DRAFT_TYPES = '.txt,.md,.markdown,.html,.htm,.docx,text/plain,text/markdown,text/html';

const DOCX_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const TEXT_NAME = /\.(?:txt|text|md|markdown|html?)$/i;

/** A file as a draft without a date; null for one of another kind. Rejects where the browser cannot read it. */
export async function draftOfFile(file: File): Promise<DraftInput | null> {
  const { name, type } = file;
  if (/\.docx$/i.test(name) || type === DOCX_MEDIA_TYPE)
    return { kind: 'bytes', bytes: file, name, mediaType: DOCX_MEDIA_TYPE, date: '' };
  const isText = TEXT_NAME.test(name) || type.startsWith('text/') || (type === '' && !name.includes('.'));
  return isText ? { kind: 'text', text: await textOf(file), name, date: '' } : null;
}

/** UTF-8 or UTF-16 by its byte order mark; else UTF-8, and where it is none, Windows-1252. */
async function textOf(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
