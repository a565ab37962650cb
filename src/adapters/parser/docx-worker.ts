import { Readable } from 'node:stream';
import { parentPort, workerData } from 'node:worker_threads';
import JSZip from 'jszip';
import mammoth from 'mammoth';
import type { DocxResult, DocxTask } from './docx-task.ts';

// Runs in a thread of its own: what a hostile file makes of time and memory ends with the thread.

async function htmlOf({ bytes, maxUnzippedBytes }: DocxTask): Promise<DocxResult> {
  const zip = await JSZip.loadAsync(bytes);
  if (zip.file('[Content_Types].xml') === null) return { type: 'no-document' };
  if (!(await unzipsWithin(zip, maxUnzippedBytes))) return { type: 'too-large' };
  // Pictures say nothing that can be checked, and files that the document points at are not opened.
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
  const { value } = await mammoth.convertToHtml(
    { buffer: bytes },
    { convertImage, externalFileAccess: false },
  );
  return { type: 'read', html: value };
}

/** What the parts say of their own sizes may be a lie, so that each is unzipped, and none of it kept. */
async function unzipsWithin(
  { files }: Awaited<ReturnType<typeof JSZip.loadAsync>>,
  maxBytes: number,
): Promise<boolean> {
  let bytes = 0;
  for (const part of Object.values(files)) {
    if (part.dir) continue;
    // Left before its end, the stream is destroyed, and nothing more is unzipped.
    for await (const chunk of new Readable().wrap(part.nodeStream())) {
      bytes += chunk.length;
      if (bytes > maxBytes) return false;
    }
  }
  return true;
}

try {
  // The one who starts this thread sends nothing else.
  parentPort?.postMessage(await htmlOf(workerData as DocxTask));
} catch (error) {
  parentPort?.postMessage({ type: 'damaged', why: String(error) } satisfies DocxResult);
}
