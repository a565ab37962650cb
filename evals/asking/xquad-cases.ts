import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { askedValues } from '../../src/answering/asked-values.ts';
import { analyzeQuestion } from '../../src/answering/question.ts';
import { readText } from '../../src/answering/reading.ts';
import { sliceSpan } from '../../src/domain/span.ts';
import { sentences } from '../../src/text/sentences.ts';
import { type ArchiveText, type AskingCase, type AskingSet, holdsAnswer } from './asking-case.ts';
import { exchangeDetail } from './exchange-detail.ts';
import { randomFrom, sample, seedOf } from './random.ts';

interface File {
  readonly data: readonly Article[];
}
interface Article {
  readonly title: string;
  readonly paragraphs: readonly Paragraph[];
}
interface Paragraph {
  readonly context: string;
  readonly qas: readonly Question[];
}
interface Question {
  readonly id: string;
  readonly question: string;
  readonly answers: readonly { readonly text: string; readonly answer_start: number }[];
}

// Articles of an archive: from a handful, as on a first try, to all 48.
const ARCHIVE_SIZES = [3, 5, 8, 20, 48] as const;

/**
 * XQuAD English (Artetxe et al. 2020) as questions to archives of whole articles: each question once
 * with its paragraph, once without the paragraph, once without the sentence, once with one of its
 * details exchanged, those for a figure without any, and every fifth to an archive of other subjects. The same cases at every call.
 */
export async function loadXquadCases(dataDir: string): Promise<AskingSet> {
  const file: File = JSON.parse(await readFile(join(dataDir, 'xquad', 'xquad.en.json'), 'utf8'));
  const cases = file.data.flatMap((article) =>
    article.paragraphs.flatMap((paragraph) =>
      paragraph.qas.flatMap((question) => casesOf({ file, article, paragraph, question })),
    ),
  );
  return { name: 'XQuAD', cases };
}

interface Place {
  readonly file: File;
  readonly article: Article;
  readonly paragraph: Paragraph;
  readonly question: Question;
}

function casesOf(place: Place): AskingCase[] {
  const { file, article, paragraph, question } = place;
  const random = randomFrom(seedOf(question.id));
  const size = ARCHIVE_SIZES[Math.floor(random() * ARCHIVE_SIZES.length)] ?? 5;
  const others = sample(
    file.data.filter((one) => one !== article),
    size - 1,
    random,
  ).map((one) => textOf(one, (paragraph) => paragraph.context));
  const answers = [...new Set(question.answers.map(({ text }) => text))];
  const gold = goldSentence(paragraph, question);
  const base = { question: question.question, answers, goldSentences: [gold], subject: article.title };
  const none = { ...base, answers: [], goldSentences: [] };
  const without = (drop: (context: string) => string) => [
    textOf(article, (one) =>
      one === paragraph ? drop(one.context) : holdsAnswer(one.context, answers) ? '' : one.context,
    ),
    ...others,
  ];
  const cases: AskingCase[] = [
    {
      ...base,
      id: `${question.id}-a`,
      kind: 'answerable',
      archive: [textOf(article, (one) => one.context), ...others],
    },
    { ...none, id: `${question.id}-p`, kind: 'paragraph-removed', archive: without(() => '') },
  ];
  const rest = paragraph.context.replace(gold, ' ').replace(/\s+/g, ' ').trim();
  if (rest !== '' && !holdsAnswer(rest, answers))
    cases.push({ ...none, id: `${question.id}-s`, kind: 'sentence-removed', archive: without(() => rest) });
  const exchanged = exchangeDetail({
    question: question.question,
    from: paragraph.context,
    pool: article.paragraphs.map((one) => one.context).join('\n'),
    random,
  });
  if (exchanged !== null)
    cases.push({
      ...none,
      id: `${question.id}-x`,
      kind: 'detail-exchanged',
      question: exchanged,
      archive: cases[0]?.archive ?? [],
    });
  const poor = [article, ...sample(file.data, 2, random)].map((one) => withoutValues(one, question.question));
  if (poor.every((one) => one !== null)) {
    cases.push({ ...none, id: `${question.id}-v`, kind: 'values-removed', archive: poor });
  }
  if (random() < 0.2) cases.push({ ...none, id: `${question.id}-f`, kind: 'foreign', archive: others });
  return cases;
}

const FIGURES: ReadonlySet<string> = new Set(['count', 'amount', 'date']);

/** The article without the sentences that hold a figure or date such as is asked for; null for other questions. */
function withoutValues(article: Article, question: string): ArchiveText | null {
  const asked = analyzeQuestion(question);
  if (!FIGURES.has(asked.kind)) return null;
  return textOf(article, ({ context }) =>
    sentences(context)
      .map((span) => sliceSpan(context, span))
      .filter((sentence) => askedValues(asked, readText(sentence)).length === 0)
      .join(' '),
  );
}

function textOf(article: Article, keep: (paragraph: Paragraph) => string): ArchiveText {
  const title = article.title.replaceAll('_', ' ');
  return { id: title, title, paragraphs: article.paragraphs.map(keep).filter((text) => text !== '') };
}

function goldSentence(paragraph: Paragraph, question: Question): string {
  const at = question.answers[0]?.answer_start ?? 0;
  const span = sentences(paragraph.context).find(({ start, end }) => start <= at && at < end);
  return span === undefined ? paragraph.context : sliceSpan(paragraph.context, span);
}
