import { beforeAll, describe, expect, it } from 'vitest';
import { createMemoryArchives } from '../../evals/asking/memory-index.ts';
import type { Answer, AnswerEvent } from '../../src/domain/answer.ts';
import type { Answerer } from '../../src/ports/answerer.ts';
import type { OpenIndex } from '../../src/ports/index-store.ts';
import { answerQuestion } from '../../src/use-cases/answer-question.ts';
import { createFakeEmbedder } from '../fakes/fake-embedder.ts';

const embedder = createFakeEmbedder({ dimensions: 512 });

export const BRIDGE = 'The harbour bridge opened again on 3 May 2026 after eleven weeks of repairs.';

const ARTICLES = [
  { id: 'bridge', title: 'Harbour bridge opens again', paragraphs: [`${BRIDGE} Divers were thanked.`] },
  { id: 'soup', title: 'A soup', paragraphs: ['A soup of herring and beets is eaten on winter evenings.'] },
];

/** What every answerer promises: the order of its events, exact quotes, silence, and to stop when told. */
export function describeAnswerer(
  name: string,
  create: (parts: { embedder: typeof embedder }) => Answerer,
): void {
  describe(`answerer contract: ${name}`, () => {
    let index: OpenIndex;
    let answerer: Answerer;
    beforeAll(async () => {
      answerer = create({ embedder });
      index = await createMemoryArchives(embedder).open(ARTICLES);
    });

    const asking = (question: string, signal?: AbortSignal) =>
      answerQuestion(
        { index, embedder, answerer },
        signal === undefined ? { question } : { question, signal },
      );
    const eventsOf = async (question: string) => {
      const seen: AnswerEvent[] = [];
      for await (const event of asking(question)) seen.push(event);
      return seen;
    };

    it('yields text and verdict of each claim, then the answer that they make up', async () => {
      const events = await eventsOf('When did the harbour bridge open again?');
      const answer = answerOf(events);
      expect(answer.status).toBe('answered');
      const claims = answer.claims.flatMap(() => ['text-added', 'claim-judged']);
      expect(events.map(({ type }) => type)).toEqual(['evidence-found', ...claims, 'answer-finished']);
      const added = events.flatMap((event) => (event.type === 'text-added' ? [event.text] : []));
      expect(added.join('')).toBe(answer.text);
      const judged = events.flatMap((event) => (event.type === 'claim-judged' ? [event.claim] : []));
      expect(judged).toEqual(answer.claims);
    });

    it('cites exact characters, and places its claims in its text', async () => {
      const { text, claims } = answerOf(await eventsOf('When did the harbour bridge open again?'));
      for (const claim of claims) {
        expect(text.slice(claim.start, claim.end)).toBe(claim.text);
        expect(claim.citations.length > 0 || claim.verdict !== 'supported').toBe(true);
        for (const { documentId, start, end, quote } of claim.citations)
          expect((await index.passages.document(documentId))?.text.slice(start, end)).toBe(quote);
      }
    });

    it('abstains where the archive holds nothing of it', async () => {
      const answer = answerOf(await eventsOf('Who won the chess championship in Reykjavik?'));
      expect(answer).toMatchObject({ status: 'abstained', claims: [], conflicts: [] });
    });

    it('rejects with aborted when the asker leaves', async () => {
      const leaving = new AbortController();
      const asked = async () => {
        for await (const event of asking('When did the harbour bridge open again?', leaving.signal))
          if (event.type === 'evidence-found') leaving.abort();
      };
      await expect(asked()).rejects.toMatchObject({ code: 'aborted' });
    });
  });
}

function answerOf(events: readonly AnswerEvent[]): Answer {
  const last = events.at(-1);
  if (last?.type !== 'answer-finished') throw new Error('The answer did not finish.');
  return last.answer;
}
