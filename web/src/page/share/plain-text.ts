import { words } from '../words.ts';
import type { AnswerSheet, SheetSource } from './answer-sheet.ts';

/** An answer with its sources as plain text. */
export function plainText(sheet: AnswerSheet): string {
  const { sheet: titles } = words;
  const sources = sheet.sources.map((source) => `[${source.number}] ${sourceLine(source)}`);
  const conflicts = sheet.conflicts.map(({ about, sides }) =>
    section(
      `${titles.sourcesDisagree}: ${about}`,
      sides.map((side) => `- ${sourceLine(side)}`),
    ),
  );
  return [
    sheet.question,
    answerText(sheet),
    ...conflicts,
    section(titles.sources, sources),
    section(
      titles.alsoReportedBy,
      sheet.alsoReportedBy.map((title) => `- ${title}`),
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
  const said = sentences.map(({ text: sentence, numbers, caution }) =>
    [sentence, ...numbers.map((number) => `[${number}]`), ...(caution === null ? [] : [`(${caution})`])].join(
      ' ',
    ),
  );
  const end = isFinished ? '' : words.sheet.unfinished;
  return [said.length === 0 ? text : said.join(' '), end].filter((part) => part !== '').join('\n\n');
}

const section = (title: string, lines: readonly string[]) =>
  lines.length === 0 ? '' : [`${title}:`, ...lines].join('\n');

function sourceLine({ quote, title, date, url }: SheetSource): string {
  const source = [title, date].filter((part) => part !== null).join(', ');
  return [`“${oneLine(quote)}” ${source}`, url].filter((part) => part !== null).join('\n    ');
}

const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim();
