import { CitedeskError } from '../../src/domain/errors.ts';
import type { Parser } from '../../src/ports/parser.ts';

/**
 * A format for tests: a title line, then paragraphs parted by blank lines. A line `!warn WORDS` is a
 * warning, a NUL byte makes the file unsupported.
 */
export const paragraphParser: Parser = {
  name: 'paragraphs',
  extensions: ['.txt'],
  async parse({ path, bytes }) {
    if (bytes.includes(0))
      throw new CitedeskError('file-unsupported', `${path} is not text: it holds NUL bytes.`);
    const lines = new TextDecoder().decode(bytes).split('\n');
    const warnings = lines.flatMap((line) => (line.startsWith('!warn ') ? [line.slice(6)] : []));
    const [title = '', ...rest] = lines.filter((line) => !line.startsWith('!warn '));
    const text = rest.join('\n').trim();
    const blocks = [...text.matchAll(/[^\n]+(?:\n[^\n]+)*/g)].map((match) => ({
      kind: 'paragraph' as const,
      start: match.index,
      end: match.index + match[0].length,
    }));
    return { title, author: null, publishedAt: null, url: null, language: 'en', text, blocks, warnings };
  },
};
