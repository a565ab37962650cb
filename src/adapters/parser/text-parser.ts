import { cleanBlocks } from '../../ingest/clean/clean-blocks.ts';
import { decodeText } from '../../ingest/decode.ts';
import { joinBlocks, type RawBlock } from '../../ingest/raw-block.ts';
import { endsLikeSentence } from '../../ingest/sentence-end.ts';
import { strictest } from '../../ingest/stated-access.ts';
import { cleanTitle } from '../../ingest/stated-metadata.ts';
import type { Parser } from '../../ports/parser.ts';
import { splitFrontMatter } from './front-matter.ts';
import { accessOf, metadataOf } from './front-matter-metadata.ts';
import { takeAccess } from './text-access.ts';
import { textBlocks } from './text-blocks.ts';
import { readTextHeader } from './text-header.ts';

/** Plain text: articles, and pages that a person pasted into a file. */
export const textParser: Parser = {
  name: 'text',
  extensions: ['.txt'],
  async parse({ bytes }) {
    const { text, warnings } = decodeText(bytes);
    const { access, stated, body, doubts } = readHead(text);
    const kept = cleanBlocks(textBlocks(body), { title: stated.title });
    return {
      ...stated,
      ...(access === undefined ? {} : { access }),
      title: stated.title ?? firstHeading(kept),
      ...joinBlocks(kept),
      warnings: [...warnings, ...doubts],
    };
  },
};

/** What stands over the article: front matter as in Markdown, or lines of its own. */
function readHead(text: string) {
  const matter = splitFrontMatter(text);
  const front = accessOf(matter.fields);
  // Front matter that is none is lines like others, but what it keeps from readers is kept.
  const isMatter = matter.warnings.length === 0 && Object.keys(matter.fields).length > 0;
  const line = takeAccess(isMatter ? matter.body : text);
  const { body, ...header } = readTextHeader(line.body);
  const access = strictest([front.access, line.access]);
  const stated = isMatter ? withDefaults(metadataOf(matter.fields), header) : header;
  return { access, stated, body, doubts: [...front.warnings, ...line.warnings] };
}

type Stated = ReturnType<typeof metadataOf>;

function withDefaults(first: Stated, second: Stated): Stated {
  const publisher = first.publisher ?? second.publisher;
  return {
    ...(publisher !== undefined && { publisher }),
    title: first.title ?? second.title,
    author: first.author ?? second.author,
    publishedAt: first.publishedAt ?? second.publishedAt,
    url: first.url ?? second.url,
    language: first.language ?? second.language,
  };
}

// Headlines in news run to some 16 words.
const MAX_TITLE_WORDS = 18;

/** The headline: the first block where it looks like one. */
function firstHeading(blocks: readonly RawBlock[]): string | null {
  const [first] = blocks;
  if (first === undefined) return null;
  const isLine = first.kind === 'paragraph' && blocks.length > 1 && !endsLikeSentence(first.text);
  const isTitle = first.kind === 'heading' || (isLine && first.text.split(' ').length <= MAX_TITLE_WORDS);
  return isTitle ? cleanTitle(first.text) : null;
}
