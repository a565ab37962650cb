import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

/** A saved news page with its article as people marked it (scrapinghub/article-extraction-benchmark). */
export interface LabelledPage {
  readonly id: string;
  readonly html: Uint8Array;
  readonly articleBody: string;
  readonly url: string;
  /** True for pages that weights are never fitted to: those whose hash ends in 3, modulo 4, in its first 32 bits. */
  readonly heldOut: boolean;
}

interface Truth {
  readonly articleBody: string;
  readonly url: string;
}

const inflate = promisify(gunzip);

/** All pages, by id. Throws as `readFile` does where the data is not there. */
export async function loadPages(dataDir: string): Promise<LabelledPage[]> {
  const dir = join(dataDir, 'article_extraction');
  // The benchmark's own file; its shape is what its documentation gives.
  const truth = JSON.parse(await readFile(join(dir, 'ground-truth.json'), 'utf8')) as Record<string, Truth>;
  return Promise.all(
    Object.entries(truth)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(async ([id, { articleBody, url }]) => ({
        id,
        url,
        articleBody,
        html: await inflate(await readFile(join(dir, 'html', `${id}.html.gz`))),
        heldOut: Number.parseInt(id.slice(0, 8), 16) % 4 === 3,
      })),
  );
}
