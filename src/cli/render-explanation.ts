import type { FileExplanation } from '../use-cases/explain-file.ts';
import { printable } from '../use-cases/reporting/one-line.ts';
import { oneLine, type Terminal, wrap } from './terminal.ts';
import { count } from './words.ts';

/** What one file becomes, for a person: what it says of itself, its blocks and its passages. */
export function explanationLines(explanation: FileExplanation, terminal: Terminal): string {
  const { style } = terminal;
  const path = style('cyan', oneLine(explanation.path));
  if (explanation.type === 'skipped') return `${path} is skipped: ${oneLine(explanation.reason)}\n`;
  const { document, blocks, passages, maxTokens, warnings } = explanation;
  const { title, author, publishedAt, url, language, access } = document;
  const facts = Object.entries({ title, author, published: publishedAt, url, language, access });
  const lines = [
    path,
    ...facts.map(
      ([name, value]) => `${name.padEnd(10)}${value === null ? style('dim', '-') : oneLine(value)}`,
    ),
    ...warnings.map((warning) => `${style('yellow', 'warning')}   ${oneLine(warning)}`),
    '',
    style('bold', `${count(document.text.length, 'character')} in ${count(blocks.length, 'block')}`),
    ...blocks.map(({ kind, text }) => `${style('dim', kind.padEnd(10))} ${oneLine(text, 90)}`),
    '',
    style('bold', count(passages.length, 'passage')),
    ...passages.map(({ start, end, tokens, text }) => {
      const place = style('dim', `${start}-${end}, ${tokens} of ${maxTokens} tokens`);
      return `${place}\n${wrap(printable(text).replace(/\s+/g, ' '), { columns: terminal.columns, indent: '  ' })}`;
    }),
  ];
  return `${lines.join('\n')}\n`;
}
