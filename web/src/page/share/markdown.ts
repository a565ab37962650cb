import { words } from '../words.ts';
import type { AnswerSheet, SheetSource } from './answer-sheet.ts';

/** An answer with its sources as Markdown (CommonMark); nothing in its texts acts as markup. */
export function markdown(sheet: AnswerSheet): string {
  const { sheet: titles } = words;
  const conflicts = sheet.conflicts.map(({ about, sides }) =>
    section(
      `${titles.sourcesDisagree}: ${plainMarkdown(about)}`,
      sides.map((side) => `- ${sourceLine(side)}`),
    ),
  );
  return [
    `## ${plainMarkdown(sheet.question)}`,
    answerText(sheet),
    ...conflicts,
    section(
      titles.sources,
      sheet.sources.map((source) => `${source.number}. ${sourceLine(source)}`),
    ),
    section(
      titles.alsoReportedBy,
      sheet.alsoReportedBy.map((title) => `- ${plainMarkdown(title)}`),
    ),
    section(
      titles.nearest,
      sheet.nearest.map((source) => `- ${sourceLine(source)}`),
    ),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function answerText({ sentences, text, isFinished }: AnswerSheet): string {
  const said = sentences.map(({ text: sentence, numbers, caution }) => {
    const marks = numbers.map((number) => `\\[${number}\\]`).join('');
    return [plainMarkdown(sentence), marks, caution === null ? '' : `*(${caution})*`]
      .filter((part) => part !== '')
      .join(' ');
  });
  const end = isFinished ? '' : `*${words.sheet.unfinished}*`;
  return [said.length === 0 ? plainMarkdown(text) : said.join(' '), end]
    .filter((part) => part !== '')
    .join('\n\n');
}

const section = (title: string, lines: readonly string[]) =>
  lines.length === 0 ? '' : [`**${title}**`, lines.join('\n')].join('\n\n');

function sourceLine({ quote, title, date, url }: SheetSource): string {
  const name = url === null ? plainMarkdown(title) : `[${plainMarkdown(title)}](<${url}>)`;
  return `“${plainMarkdown(quote)}” ${[name, date === null ? null : plainMarkdown(date)].filter((part) => part !== null).join(', ')}`;
}

// Every mark that CommonMark, tables, strikethrough and addresses without brackets know; a backslash before
// a mark shows it as it is.
const MARKS = /[\\`*_{}[\]<>()#+\-.!|~&:@]/gu;
// These matter in few places; escaped everywhere they would spoil every sentence for those who read the source.
const RARELY_ACTING = '()+-.!#:';

/** One line whose every character shows as it is. */
export function plainMarkdown(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.replace(MARKS, (mark, at: number) =>
    RARELY_ACTING.includes(mark) && !actsAt(line, at) ? mark : `\\${mark}`,
  );
}

function actsAt(line: string, at: number): boolean {
  const [before, mark, after] = [line.slice(0, at), line[at], line.slice(at + 1)];
  // A heading, an item of a list; an image; the address of a link; an address that links by itself.
  if (before === '' || (/^\d+$/.test(before) && /[.)]/.test(mark ?? ''))) return true;
  if (mark === '!') return after.startsWith('[');
  if (mark === '(') return before.endsWith(']');
  if (mark === ':') return after.startsWith('//');
  return mark === '.' && /www$/i.test(before);
}
