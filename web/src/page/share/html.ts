import { words } from '../words.ts';
import type { AnswerSheet, SheetSource } from './answer-sheet.ts';

type Child = Node | string;

// A document of its own: nothing that is made here is ever part of the page, or loads anything.
const workshop = document.implementation.createHTMLDocument('');

/** An answer with its sources as HTML, for editors that take formatted text. Texts enter it as text only. */
export function htmlOf(sheet: AnswerSheet): string {
  const { sheet: titles } = words;
  const items = (sources: readonly SheetSource[]) =>
    sources.map((source) => make('li', {}, sourceLine(source)));
  const parts = [
    make('h2', {}, [sheet.question]),
    ...answerParts(sheet),
    ...sheet.conflicts.flatMap(({ about, sides }) =>
      section(`${titles.sourcesDisagree}: ${about}`, make('ul', {}, items(sides))),
    ),
    ...section(titles.sources, make('ol', {}, items(sheet.sources))),
    ...section(
      titles.alsoReportedBy,
      make(
        'ul',
        {},
        sheet.alsoReportedBy.map((title) => make('li', {}, [title])),
      ),
    ),
    ...section(titles.nearest, make('ul', {}, items(sheet.nearest))),
  ];
  return make('article', { dir: 'auto' }, parts).outerHTML;
}

function answerParts({ sentences, text, isFinished }: AnswerSheet): readonly Node[] {
  const said = sentences.flatMap(({ text: sentence, numbers, caution }): Child[] => [
    sentence,
    ...(numbers.length === 0 ? [] : [make('sup', {}, [`[${numbers.join(', ')}]`])]),
    ...(caution === null ? [] : [' ', make('em', {}, [`(${caution})`])]),
    ' ',
  ]);
  const body = make('p', {}, said.length === 0 ? [text] : said);
  return isFinished ? [body] : [body, make('p', {}, [make('em', {}, [words.sheet.unfinished])])];
}

function section(title: string, list: Element): readonly Node[] {
  return list.childElementCount === 0 ? [] : [make('h3', {}, [title]), list];
}

function sourceLine({ quote, title, date, url }: SheetSource): readonly Child[] {
  const name = url === null ? make('cite', {}, [title]) : make('a', { href: url }, [title]);
  return [`“${quote}” `, name, ...(date === null ? [] : [`, ${date}`])];
}

function make(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly Child[],
): Element {
  const made = workshop.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
