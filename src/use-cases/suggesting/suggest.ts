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

export interface SuggestDeps {
  readonly index: OpenIndex;
  /** The desk's answer to a question, while nobody else is served. */
  readonly ask: (question: string) => Promise<AnswerEvent & { readonly type: 'answer-finished' }>;
}

/**
 * Questions that the desk answers from the very sentence that each was made of, the newest stories first, of
 * as many kinds as there are; at most `MAX_SUGGESTIONS`, each told as it is found. A story gives a second one
 * only where all of them together did not give enough.
 */
export async function* suggest({ index, ask }: SuggestDeps): AsyncIterable<string> {
  const used: QuestionKind[] = [];
  const left: Candidate[][] = [];
  let asked = 0;
  async function* tryOut(questions: readonly Candidate[]): AsyncIterable<string> {
    const order = varied(questions, used).slice(0, MAX_ASKED_PER_STORY);
    for (const [at, candidate] of order.entries()) {
      if (asked++ >= MAX_ASKED) return;
      const { answer } = await ask(candidate.question.text);
      if (!answersFrom(answer, candidate)) continue;
      used.push(candidate.question.kind);
      yield candidate.question.text;
      left.push(order.slice(at + 1));
      return;
    }
  }
  for await (const questions of storyQuestions(index)) {
    if (used.length === MAX_SUGGESTIONS || asked >= MAX_ASKED) break;
    yield* tryOut(questions);
  }
  for (const questions of [...left]) if (used.length < MAX_SUGGESTIONS) yield* tryOut(questions);
}

/** What somebody said may be told in other sentences of the document; a figure, a day, a name stands in its own. */
function answersFrom({ status, notice, claims }: Answer, { documentId, question }: Candidate): boolean {
  if (status !== 'answered' || notice !== undefined) return false;
  const cites = claims.flatMap(({ citations }) => citations).filter((cite) => cite.documentId === documentId);
  return question.kind === 'what-said'
    ? cites.length > 0
    : cites.some((cite) => spansOverlap(cite, question));
}

interface Candidate {
  readonly documentId: DocumentId;
  readonly question: DocumentQuestion;
}

// The kinds that were least suggested first, and what stands early in a story before what comes later.
function varied(list: readonly Candidate[], used: readonly QuestionKind[]): Candidate[] {
  const count = ({ question }: Candidate) => used.filter((kind) => kind === question.kind).length;
  return list.toSorted((a, b) => count(a) - count(b) || a.question.start - b.question.start);
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
