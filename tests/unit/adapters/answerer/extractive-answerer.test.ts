import { beforeAll, describe, expect, it } from 'vitest';
import { createMemoryArchives } from '../../../../evals/asking/memory-index.ts';
import { createExtractiveAnswerer } from '../../../../src/adapters/answerer/extractive-answerer.ts';
import type { Answer, AnswerEvent } from '../../../../src/domain/answer.ts';
import type { OpenIndex } from '../../../../src/ports/index-store.ts';
import { answerQuestion } from '../../../../src/use-cases/answer-question.ts';
import { createFakeClaimVerifier } from '../../../fakes/fake-claim-verifier.ts';
import { createFakeEmbedder } from '../../../fakes/fake-embedder.ts';

// A bag of words stands in for the model: what is tested here is the order of things, not the choice.
const embedder = createFakeEmbedder({ dimensions: 512 });
const answerer = createExtractiveAnswerer({ embedder, verifier: createFakeClaimVerifier() });
let index: OpenIndex;

beforeAll(async () => {
  index = await createMemoryArchives(embedder).open([
    {
      id: 'bridge',
      title: 'Harbour bridge opens again',
      paragraphs: [
        'The harbour bridge opened again on 3 May 2026 after eleven weeks of repairs. Mayor Ines Halloran thanked the divers.',
        'The repair of the harbour bridge cost 41.6 million crowns.',
      ],
    },
    {
      id: 'soup',
      title: 'A soup',
      paragraphs: ['A soup of herring and beets is eaten with rye bread on winter evenings.'],
    },
  ]);
});

async function collect(events: AsyncIterable<AnswerEvent>): Promise<AnswerEvent[]> {
  const seen: AnswerEvent[] = [];
  for await (const event of events) seen.push(event);
  return seen;
}

async function eventsOf(question: string, signal?: AbortSignal): Promise<AnswerEvent[]> {
  const request = signal === undefined ? { question } : { question, signal };
  return collect(answerQuestion({ index, embedder, answerer }, request));
}

const answerOf = (events: readonly AnswerEvent[]): Answer | undefined =>
  events.flatMap((event) => (event.type === 'answer-finished' ? [event.answer] : []))[0];

describe('createExtractiveAnswerer', () => {
  it('answers in events whose texts make up the answer', async () => {
    const events = await eventsOf('When did the harbour bridge open again?');
    const answer = answerOf(events);
    expect(answer?.status).toBe('answered');
    expect(answer?.claims[0]?.text).toContain('3 May 2026');
    const types = events.map(({ type }) => type);
    const claims = (answer?.claims ?? []).flatMap(() => ['text-added', 'claim-judged']);
    expect(types).toEqual(['evidence-found', ...claims, 'answer-finished']);
    const told = events.flatMap((event) => (event.type === 'text-added' ? [event.text] : [])).join('');
    expect(told).toBe(answer?.text);
  });

  it('cites the exact characters of its documents', async () => {
    const answer = answerOf(await eventsOf('How much did the repair of the harbour bridge cost?'));
    const cites = (answer?.claims ?? []).flatMap(({ citations }) => citations);
    expect(cites.length).toBeGreaterThan(0);
    for (const { documentId, start, end, quote } of cites) {
      expect((await index.passages.document(documentId))?.text.slice(start, end)).toBe(quote);
    }
  });

  it('abstains where the archive holds nothing of it', async () => {
    const answer = answerOf(await eventsOf('Who won the chess championship in Reykjavik?'));
    expect(answer).toMatchObject({ status: 'abstained', claims: [] });
    expect(answer?.nearest.length).toBeGreaterThan(0);
  });

  it('abstains over an archive without a passage', async () => {
    const empty = await createMemoryArchives(embedder).open([]);
    const events = await collect(answerQuestion({ index: empty, embedder, answerer }, { question: 'Who?' }));
    expect(answerOf(events)).toMatchObject({ status: 'abstained', nearest: [] });
  });

  it('embeds sentences ahead of an index build', async () => {
    const before = embedder.calls.length;
    await eventsOf('When did the harbour bridge open again?');
    expect(new Set(embedder.calls.slice(before).map(({ kind }) => kind))).toEqual(new Set(['question']));
  });
});

describe('answerQuestion', () => {
  it.each([
    ['', 'invalid-input'],
    ['   \n', 'invalid-input'],
    ['x'.repeat(2_001), 'limit-exceeded'],
    ['x'.repeat(100_000), 'limit-exceeded'],
  ])('refuses a question of a length that is none', async (question, code) => {
    await expect(eventsOf(question)).rejects.toMatchObject({ code });
  });

  it('stops when the asker leaves, before and while it answers', async () => {
    await expect(eventsOf('When did it open?', AbortSignal.abort())).rejects.toMatchObject({
      code: 'aborted',
    });
    const leaving = new AbortController();
    const asked = answerQuestion(
      { index, embedder, answerer },
      { question: 'When did it open?', signal: leaving.signal },
    );
    const seen = async () => {
      for await (const event of asked) if (event.type === 'evidence-found') leaving.abort();
    };
    await expect(seen()).rejects.toMatchObject({ code: 'aborted' });
  });

  it('answers whatever characters a question is made of', async () => {
    for (const question of ['???', '🐟🐟', '(((', '\u0000', 'a'.repeat(2_000), '"quoted', 'كم عدد الناس؟']) {
      expect(answerOf(await eventsOf(question))?.question).toBe(question.trim());
    }
  });
});
