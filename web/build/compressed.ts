import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Writes what is built a second and third time, compressed as a server may send it (`.br`, `.gz`). */
export function compressed(): Plugin {
  return {
    name: 'citedesk-compressed',
    writeBundle({ dir = '' }, bundle) {
      for (const file of Object.values(bundle)) {
        if (!/\.(?:js|css|html)$/.test(file.fileName)) continue;
        const bytes = file.type === 'chunk' ? file.code : file.source;
        writeFileSync(join(dir, `${file.fileName}.gz`), gzipSync(bytes, { level: 9 }));
        writeFileSync(join(dir, `${file.fileName}.br`), brotliCompressSync(bytes));
      }
    },
  };
}
