import type { Answer, AnswerEvent } from '../../domain/answer.ts';
import type { DocumentId } from '../../domain/document.ts';
import { spansOverlap } from '../../domain/span.ts';
import type { DocumentSummary, OpenIndex } from '../../ports/index-store.ts';
import type { QuestionKind } from './ask-of-clause.ts';
import { type DocumentQuestion, documentQuestions } from './document-questions.ts';

/** Six fit above a chat's first line; more are not read. */
const MAX_SUGGESTIONS = 6;

/** Stories looked at, the newest first: of some one in three a plain question can be made. */
const MAX_STORIES = 60;

/** Questions asked for one index at most: some seconds of work. */
const MAX_ASKED = 40;
const MAX_ASKED_PER_STORY = 3;

/** Of six, so that the list shows what can be asked. */
const MAX_OF_KIND = 2;

export interface SuggestDeps {
  readonly index: OpenIndex;
  /** The desk's answer to a question, while nobody else is served. */
  readonly ask: (question: string) => Promise<AnswerEvent & { readonly type: 'answer-finished' }>;
}

/**
 * Questions that the desk answers from the very sentence that each was made of, the newest stories first; at
 * most `MAX_SUGGESTIONS`, each told as it is found. Only where all stories together did not give enough does one
 * give a second question or more, a kind of question a third, and may a question be who somebody is.
 */
export async function* suggest({ index, ask }: SuggestDeps): AsyncIterable<string> {
  const used: QuestionKind[] = [];
  let asked = 0;
  /** Of one story at most one; what is left of its questions goes to `left`. */
  async function* tryOut(
    questions: readonly Candidate[],
    isFirst: boolean,
    left: Left,
  ): AsyncIterable<string> {
    const before = used.length;
    const rest = varied(questions, used);
    for (let tries = 0; rest.length > 0 && tries < MAX_ASKED_PER_STORY && asked < MAX_ASKED; tries++) {
      const [next] = rest;
      if (next === undefined || (isFirst && !isForFirst(next, used))) break;
      rest.shift();
      asked++;
      const { answer } = await ask(next.question.text);
      if (!answersFrom(answer, next)) continue;
      used.push(next.question.kind);
      yield next.question.text;
      break;
    }
    if (rest.length > 0) (used.length > before ? left.told : left.untold).push(rest);
  }
  let left = newLeft();
  for await (const questions of storyQuestions(index)) {
    if (used.length === MAX_SUGGESTIONS || asked >= MAX_ASKED) break;
    yield* tryOut(questions, true, left);
  }
  while (left.told.length + left.untold.length > 0 && asked < MAX_ASKED) {
    const { told, untold } = left;
    left = newLeft();
    for (const questions of [...untold, ...told]) {
      if (used.length < MAX_SUGGESTIONS) yield* tryOut(questions, false, left);
    }
  }
}

/** What is left of stories that gave none when they were last asked, and of those that did. */
interface Left {
  readonly untold: Candidate[][];
  readonly told: Candidate[][];
}

const newLeft = (): Left => ({ untold: [], told: [] });

const isForFirst = (one: Candidate, used: readonly QuestionKind[]) =>
  one.question.kind !== 'who-is' && countOf(one, used) < MAX_OF_KIND;

/** What somebody said may be told in other sentences of the document; a figure, a day, a name stands in its own. */
function answersFrom({ status, notice, claims }: Answer, { documentId, question }: Candidate): boolean {
  if (status !== 'answered' || notice !== undefined) return false;
  const speaker = /^What did .*?(\S+) say about /u.exec(question.text)?.[1];
  return claims.some(({ text, citations }) =>
    citations.some(
      (cite) =>
        cite.documentId === documentId &&
        (speaker === undefined ? spansOverlap(cite, question) : text.includes(speaker)),
    ),
  );
}

interface Candidate {
  readonly documentId: DocumentId;
  readonly question: DocumentQuestion;
}

// The kinds that were least suggested first, who somebody is after all others: it asks for a line, not for news.
// Then what stands early in a story before what comes later.
function varied(list: readonly Candidate[], used: readonly QuestionKind[]): Candidate[] {
  const rank = (one: Candidate) => countOf(one, used) + (one.question.kind === 'who-is' ? MAX_OF_KIND : 0);
  return list.toSorted((a, b) => rank(a) - rank(b) || a.question.start - b.question.start);
}

function countOf({ question }: Candidate, used: readonly QuestionKind[]): number {
  return used.filter((kind) => kind === question.kind).length;
}

/** Of each story the candidates of its newest document that has any. */
async function* storyQuestions({ passages }: OpenIndex): AsyncIterable<Candidate[]> {
  const told = new Set<DocumentId>();
  let stories = 0;
  for (const { id } of newestFirst(await passages.listDocuments())) {
    if (told.has(id)) continue;
    if (stories++ >= MAX_STORIES) return;
    const document = await passages.document(id);
    const found = document === null ? [] : documentQuestions(document);
    if (found.length === 0) continue;
    for (const other of await passages.storyOf(id)) told.add(other);
    yield found.map((question) => ({ documentId: id, question }));
  }
}

// Undated documents come last, in path order.
function newestFirst(documents: readonly DocumentSummary[]): DocumentSummary[] {
  const day = ({ publishedAt }: DocumentSummary) => publishedAt ?? '';
  return documents.toSorted((a, b) => (day(a) === day(b) ? 0 : day(a) < day(b) ? 1 : -1));
}
