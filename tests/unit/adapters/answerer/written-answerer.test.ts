import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createMemoryArchives } from '../../../../evals/asking/memory-index.ts';
import { createExtractiveAnswerer } from '../../../../src/adapters/answerer/extractive-answerer.ts';
import {
  createWrittenAnswerer,
  type WrittenAnswererOptions,
} from '../../../../src/adapters/answerer/written-answerer.ts';
import type { Answer, AnswerEvent } from '../../../../src/domain/answer.ts';
import { CitedeskError } from '../../../../src/domain/errors.ts';
import type { OpenIndex } from '../../../../src/ports/index-store.ts';
import { answerQuestion } from '../../../../src/use-cases/answer-question.ts';
import { createFakeClaimVerifier } from '../../../fakes/fake-claim-verifier.ts';
import { createFakeEmbedder } from '../../../fakes/fake-embedder.ts';
import { createScriptedModel, type Script, SECRET } from '../../../fakes/scripted-model.ts';
import { createWordJudge } from '../../../fakes/word-judge.ts';

// The provider's client is loaded with the first call, which a busy machine is slow to do.
vi.setConfig({ testTimeout: 60_000 });

const embedder = createFakeEmbedder({ dimensions: 512 });
const extractive = createExtractiveAnswerer({ embedder, verifier: createFakeClaimVerifier() });
let index: OpenIndex;

beforeAll(async () => {
  index = await createMemoryArchives(embedder).open([
    {
      id: 'bridge',
      title: 'Harbour bridge opens again',
      paragraphs: [
        'The harbour bridge opened again on 3 May 2026 after eleven weeks of repairs. Mayor Ines Halloran thanked the divers.',
        'The repair of the harbour bridge cost 41 million crowns.',
      ],
    },
    {
      id: 'ferry',
      title: 'Ferries stop',
      paragraphs: ['The ferries that replaced the harbour bridge carried 9,000 people a day.'],
    },
    {
      id: 'soup',
      title: 'A soup',
      paragraphs: ['A soup of herring and beets is eaten with rye bread on winter evenings.'],
    },
  ]);
});

const QUESTION = 'When did the harbour bridge open again?';
const OPENED = 'The harbour bridge opened again on 3 May 2026';
const COST = 'The repair of the harbour bridge cost 41 million crowns';

interface Asked {
  readonly script: Script | ((call: number) => Script);
  readonly options?: Partial<WrittenAnswererOptions>;
  readonly question?: string;
  readonly signal?: AbortSignal;
}

function asking({ script, options = {}, question = QUESTION, signal }: Asked) {
  const scripted = createScriptedModel((_, call) => (typeof script === 'function' ? script(call) : script));
  const judge = createWordJudge();
  const answerer = createWrittenAnswerer({
    name: 'scripted/one',
    model: async () => scripted.model,
    judge: judge.judge,
    extractive,
    policy: 'strike',
    limits: { maxOutputTokens: 500, timeoutMs: 20_000, stallMs: 10_000, retries: 0 },
    maxEvidenceChars: 12_000,
    ...options,
  });
  const request = signal === undefined ? { question } : { question, signal };
  return { events: answerQuestion({ index, embedder, answerer }, request), scripted, judge };
}

async function collect(events: AsyncIterable<AnswerEvent>): Promise<AnswerEvent[]> {
  const seen: AnswerEvent[] = [];
  for await (const event of events) seen.push(event);
  return seen;
}

async function answered(asked: Asked): Promise<Answer> {
  const events = await collect(asking(asked).events);
  return answerOf(events);
}

function answerOf(events: readonly AnswerEvent[]): Answer {
  const last = events.at(-1);
  if (last?.type !== 'answer-finished') throw new Error('The answer did not finish.');
  return last.answer;
}

/** Numbers of the passages that the model was given, by a word of theirs. */
function numberOf(prompt: string, word: string): string {
  const passage = [...prompt.matchAll(/<passage-(\d+)-\w+>([^<]*)</g)].find((one) => one[2]?.includes(word));
  return `[${passage?.[1] ?? 'no such passage'}]`;
}

/** A script that cites passages by a word of theirs: `[=41 million]`. */
function citing(text: string, more: Omit<Script, 'chunks'> = {}) {
  return (prompt: { readonly user: string }): Script => ({
    ...more,
    chunks: [text.replaceAll(/\[=([^\]]+)\]/g, (_, word: string) => numberOf(prompt.user, word))],
  });
}

function askingWith(
  answer: (prompt: { readonly system: string; readonly user: string }, call: number) => Script,
  options: Partial<WrittenAnswererOptions> = {},
) {
  const scripted = createScriptedModel(answer);
  const asked = asking({
    script: { chunks: [] },
    options: { model: async () => scripted.model, ...options },
  });
  return { ...asked, scripted };
}

const written = async (text: string, options: Partial<WrittenAnswererOptions> = {}) =>
  answerOf(await collect(askingWith(citing(text), options).events));

describe('a written answer', () => {
  it('shows sentences that their passages bear out, with the place', async () => {
    const { events } = askingWith(citing(`${OPENED} [=3 May].\n${COST} [=41 million].`));
    const seen = await collect(events);
    const answer = answerOf(seen);
    expect(answer.text).toBe(`${OPENED}. ${COST}.`);
    expect(answer.claims.map(({ verdict }) => verdict)).toEqual(['supported', 'supported']);
    expect(answer.claims[1]?.citations.map(({ quote }) => quote)).toEqual([`${COST}.`]);
    expect(answer.notice).toBeUndefined();
    expect(answer.writing).toEqual({
      model: 'scripted/one',
      droppedCitations: 0,
      repaired: 0,
      struck: 0,
      leftOut: 0,
    });
    await expectSound(seen);
  });

  it.each([
    ['strikes through', 'strike', true],
    ['leaves out', 'drop', false],
  ] as const)('%s a wrong sentence', async (_, policy, isStruck) => {
    const wrong = 'The repair of the harbour bridge cost 54 million crowns';
    const answer = await written(`${OPENED} [=3 May].\n${wrong} [=41 million].`, { policy });
    expect(answer.claims[0]?.verdict).toBe('supported');
    expect(answer.text).toBe(isStruck ? `${OPENED}. ~~${wrong}.~~` : `${OPENED}.`);
    expect(answer.writing).toMatchObject({ struck: isStruck ? 1 : 0, leftOut: isStruck ? 0 : 1 });
    const marked = answer.claims[1];
    expect(marked === undefined).toBe(!isStruck);
    if (marked === undefined) return;
    expect(marked).toMatchObject({ verdict: 'contradicted', isStruck: true });
    expect(marked.reasons?.[0]).toMatchObject({ code: 'number-mismatch' });
    expect(answer.text.slice(marked.start, marked.end)).toBe(marked.text);
    expect(marked.reasons?.[0]?.draft).toMatchObject({ start: marked.start, end: marked.end });
  });

  it('has a wrong sentence written anew, once', async () => {
    const wrong = 'The repair of the harbour bridge cost 54 million crowns';
    const { events, scripted } = askingWith(
      (prompt, call) =>
        citing(call === 0 ? `${OPENED} [=3 May].\n${wrong} [=41 million].` : `${COST} [=41 million].`)(
          prompt,
        ),
      { policy: 'repair' },
    );
    const answer = answerOf(await collect(events));
    expect(answer.text).toBe(`${OPENED}. ${COST}.`);
    expect(answer.writing).toMatchObject({ repaired: 1, struck: 0 });
    expect(scripted.prompts).toHaveLength(2);
    expect(scripted.prompts[1]?.user).toContain(wrong);
    expect(scripted.prompts[1]?.user).toContain('It is contradicted.');
  });

  it.each([
    ['stays wrong', citing('The repair of the harbour bridge cost 55 million crowns [=41 million].')],
    ['says nothing', citing('')],
    ['fails', () => ({ chunks: [], status: 500 })],
    ['breaks off', () => ({ chunks: ['The repair'], end: 'error' as const })],
  ])('strikes a sentence through whose repair %s', async (_, repair) => {
    const wrong = 'The repair of the harbour bridge cost 54 million crowns';
    const first = citing(`${OPENED} [=3 May].\n${wrong} [=41 million].`);
    const { events } = askingWith((prompt, call) => (call === 0 ? first : repair)(prompt), {
      policy: 'repair',
    });
    const answer = answerOf(await collect(events));
    expect(answer.text).toBe(`${OPENED}. ~~${wrong}.~~`);
    expect(answer.notice).toBeUndefined();
  });

  it('has no more than four sentences written anew', async () => {
    const wrongs = [51, 52, 53, 54, 55, 56].map(
      (cost) => `The repair of the harbour bridge cost ${cost} million crowns [=41 million].`,
    );
    const { events, scripted } = askingWith(citing([`${OPENED} [=3 May].`, ...wrongs].join('\n')), {
      policy: 'repair',
    });
    await collect(events);
    expect(scripted.prompts).toHaveLength(1 + 4);
  });

  it('drops and counts citations of passages that there are not', async () => {
    const answer = await written(`${OPENED} [0][=3 May][77, 99].`);
    expect(answer.claims[0]?.citations).toHaveLength(1);
    expect(answer.writing?.droppedCitations).toBe(3);
  });

  it('finds the place of a sentence without a citation', async () => {
    const answer = await written(`${COST}.`);
    expect(answer.claims[0]).toMatchObject({ verdict: 'supported' });
    expect(answer.claims[0]?.citations[0]?.quote).toBe(`${COST}.`);
  });

  it('marks a sentence that cites the wrong passage, and cites the right one', async () => {
    const answer = await written(`${OPENED} [=3 May].\n${COST} [=9,000].`);
    expect(answer.claims[1]).toMatchObject({ verdict: 'partially-supported' });
    expect(answer.claims[1]?.reasons?.[0]).toMatchObject({ code: 'wrong-source' });
    expect(answer.claims[1]?.citations.map(({ quote }) => quote)).toEqual([`${COST}.`]);
  });

  it('holds each part of a sentence against its own citation', async () => {
    const answer = await written(`${OPENED} [=3 May], and the repair cost 41 million crowns [=41 million].`);
    expect(answer.claims[0]).toMatchObject({ verdict: 'supported' });
    expect(answer.claims[0]?.citations).toHaveLength(2);
  });

  it.each([
    ['strike', 2, 0],
    ['drop', 1, 0],
    ['repair', 2, 1],
  ] as const)(
    'by the policy %s makes %i claims of two where one is borne out in part',
    async (policy, count, repaired) => {
      const part = 'The repair of the harbour bridge cost 41 million crowns for taxpayers of Norway';
      const { events } = askingWith(
        (prompt, call) =>
          citing(call === 0 ? `${OPENED} [=3 May].\n${part} [=41 million].` : `${COST} [=41 million].`)(
            prompt,
          ),
        { policy },
      );
      const answer = answerOf(await collect(events));
      expect(answer.claims).toHaveLength(count);
      expect(answer.writing).toMatchObject({ repaired, struck: 0 });
      if (policy === 'strike') {
        expect(answer.claims[1]).toMatchObject({ verdict: 'partially-supported' });
        expect(answer.claims[1]?.reasons?.[0]?.code).toBe('missing-detail');
      }
    },
  );

  it('leaves out what has to do neither with the question nor with a source', async () => {
    const answer = await written(`${OPENED} [=3 May].\nCats are better than dogs.`);
    expect(answer.text).toBe(`${OPENED}.`);
    expect(answer.writing).toMatchObject({ leftOut: 1, struck: 0 });
  });

  it('shows the sources’ own sentences first where nothing is borne out', async () => {
    const wrong = 'The harbour bridge opened again on 9 May 2026';
    const answer = await written(`${wrong} [=3 May].`);
    expect(answer.claims[0]?.citations[0]?.quote).toBe(answer.claims[0]?.text);
    expect(answer.claims.at(-1)).toMatchObject({ text: `${wrong}.`, isStruck: true });
    expect(answer.notice).toMatch(/^Nothing that the language model wrote is borne out/);
  });

  it('abstains where the model says that there is no answer', async () => {
    const { events } = askingWith(({ system }) => ({ chunks: [/NO_ANSWER_\w+/.exec(system)?.[0] ?? ''] }));
    const answer = answerOf(await collect(events));
    expect(answer).toMatchObject({ status: 'abstained', claims: [] });
    expect(answer.nearest.length).toBeGreaterThan(0);
  });

  it('takes the word of no one else for it', async () => {
    const answer = await written('NO_ANSWER');
    expect(answer.status).toBe('answered');
    expect(answer.claims.length).toBeGreaterThan(0);
  });

  it('asks no model where the archive does not answer', async () => {
    const { events, scripted } = asking({
      script: { chunks: ['Kasparov [1].'] },
      question: 'Who won at chess?',
    });
    expect(answerOf(await collect(events)).status).toBe('abstained');
    expect(scripted.prompts).toEqual([]);
  });

  it('is the same whatever the chunks', async () => {
    const text = `${OPENED} [=3 May].\nThe repair of the harbour bridge cost 54 million crowns [=41 million]. Cats [99] rule. ${COST} [=9,000][=41 million]`;
    const whole = await written(text);
    const cuts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(cuts, async (lengths) => {
        const { events } = askingWith((prompt) => {
          const [all = ''] = citing(text)(prompt).chunks;
          return { chunks: chunked(all, lengths) };
        });
        expect(answerOf(await collect(events))).toEqual(whole);
      }),
      { numRuns: 25 },
    );
  });
});

describe('who else reports a written sentence', () => {
  const COPIED = 'The harbour bridge opened again on 3 May 2026 after eleven weeks of repairs.';
  let copied: OpenIndex;

  beforeAll(async () => {
    copied = await createMemoryArchives(embedder).open([
      { id: 'bridge', title: 'Bridge opens', paragraphs: [`${COPIED} The repair cost 41 million crowns.`] },
      // A wire copy, cut before the cost, and one that has another cost.
      { id: 'wire', title: 'Bridge open again', paragraphs: [COPIED] },
      { id: 'other', title: 'A bridge', paragraphs: [`${COPIED} The repair cost 54 million crowns.`] },
    ]);
  });

  async function reporters(text: string): Promise<string[][]> {
    const scripted = createScriptedModel((prompt) => ({
      chunks: [text.replace('[=]', numberOf(prompt.user, '41 million'))],
    }));
    const answerer = createWrittenAnswerer({
      name: 'scripted/one',
      model: async () => scripted.model,
      judge: createWordJudge().judge,
      extractive,
      policy: 'strike',
      limits: { maxOutputTokens: 500, timeoutMs: 20_000, stallMs: 10_000, retries: 0 },
      maxEvidenceChars: 12_000,
    });
    const request = { question: QUESTION };
    const events = await collect(answerQuestion({ index: copied, embedder, answerer }, request));
    return answerOf(events).claims.map(({ alsoReportedBy }) => alsoReportedBy.map(({ path }) => path).sort());
  }

  it('names the documents that tell all of it', async () => {
    expect(await reporters('The harbour bridge opened again on 3 May 2026 [=].')).toEqual([
      ['other.txt', 'wire.txt'],
    ]);
  });

  it('names none that tell the rest of the passage', async () => {
    expect(await reporters('The repair cost 41 million crowns [=].')).toEqual([[]]);
  });
});

describe('a model that fails', () => {
  it.each<readonly [string, Script, RegExp]>([
    ['refuses the key', { chunks: [], status: 401 }, /refused the key \(HTTP 401\)/],
    ['is not there', { chunks: [], status: 404 }, /not known at its address/],
    ['is busy', { chunks: [], status: 429 }, /asked too often/],
    ['is down', { chunks: [], status: 503 }, /failed \(HTTP 503\)/],
    ['is out of reach', { chunks: [], status: 0 }, /could not be reached/],
    ['writes nothing', { chunks: [] }, /wrote nothing/],
    ['refuses', { chunks: ['I can'], end: 'content-filter' }, /refused to answer/],
    ['breaks off', { chunks: ['The harbour bridge op'], end: 'error' }, /failed/],
    ['ends without saying so', { chunks: ['The harbour bridge op'], end: 'closed' }, /broke off/],
  ])('that %s leaves the sources’ own sentences and says so', async (_, script, words) => {
    const plain = answerOf(
      await collect(answerQuestion({ index, embedder, answerer: extractive }, { question: QUESTION })),
    );
    const events = await collect(asking({ script }).events);
    const answer = answerOf(events);
    expect(answer.notice).toMatch(words);
    expect(answer.notice).toMatch(/; these are the sources’ own sentences\.$/);
    expect({ text: answer.text, claims: answer.claims }).toEqual({ text: plain.text, claims: plain.claims });
    expect(JSON.stringify(events)).not.toContain(SECRET);
    await expectSound(events);
  });

  it('keeps what was borne out before the stream broke, and no half sentence', async () => {
    const { events } = askingWith(citing(`${COST} [=41 million].\nThe ferries that`, { end: 'error' }));
    const seen = await collect(events);
    const answer = answerOf(seen);
    expect(answer.claims[0]?.text).toBe(`${COST}.`);
    expect(answer.text).not.toContain('The ferries that');
    expect(answer.claims.slice(1).every(({ text, citations }) => citations[0]?.quote === text)).toBe(true);
    expect(answer.notice).toMatch(/what follows is in the sources’ own sentences\.$/);
    await expectSound(seen);
  });

  it('says that an answer was cut at its limit', async () => {
    const { events } = askingWith(citing(`${OPENED} [=3 May].\nThe repair of the`, { end: 'length' }));
    const answer = answerOf(await collect(events));
    expect(answer.text).toBe(`${OPENED}.`);
    expect(answer.notice).toMatch(/limit of 500 tokens; the end of its answer is missing\.$/);
  });

  it('stops a model that does not', async () => {
    const { events, scripted } = askingWith(citing(`${OPENED} [=3 May].\n`.repeat(400)));
    const answer = answerOf(await collect(events));
    expect(answer.claims).toHaveLength(16);
    expect(answer.notice).toMatch(/wrote more than 16 sentences/);
    expect(scripted.signals[0]?.aborted).toBe(true);
  });

  it('tries again as often as it may', async () => {
    const { events, scripted } = askingWith(
      (prompt, call) => (call === 0 ? { chunks: [], status: 503 } : citing(`${OPENED} [=3 May].`)(prompt)),
      { limits: { maxOutputTokens: 500, timeoutMs: 20_000, stallMs: 10_000, retries: 1 } },
    );
    expect(answerOf(await collect(events)).text).toBe(`${OPENED}.`);
    expect(scripted.prompts).toHaveLength(2);
  }, 10_000);

  it.each([
    ['silent', { stallMs: 60, timeoutMs: 20_000 }, /was silent for 0\.06 s/],
    ['too slow', { stallMs: 10_000, timeoutMs: 60 }, /did not finish within 0\.06 s/],
  ])('does not hang on one that is %s and heeds no signal', async (_, times, words) => {
    const limits = { maxOutputTokens: 500, retries: 0, ...times };
    const { events } = askingWith(citing(`${OPENED} [=3 May].\nThe repair`, { end: 'silence' }), { limits });
    const answer = answerOf(await collect(events));
    // On a busy machine the time may be over before the first sentence was checked.
    expect([`${OPENED}.`, `${OPENED} after eleven weeks of repairs.`]).toContain(answer.claims[0]?.text);
    expect(answer.notice).toMatch(words);
  });

  it('says so where there is no key or no package', async () => {
    const { ModelFailure } = await import('../../../../src/adapters/language-model/model-failure.ts');
    const model = async () => {
      throw new ModelFailure('has no key: the variable OPENAI_API_KEY is not set');
    };
    const answer = await answered({ script: { chunks: [] }, options: { model } });
    expect(answer.notice).toMatch(/has no key: the variable OPENAI_API_KEY is not set; these are/);
  });

  it('shows nothing that could not be checked', async () => {
    const { judge } = createWordJudge({
      fault: () => {
        throw new CitedeskError('verifier-failed', 'The model failed.');
      },
    });
    const answer = await written(`${OPENED} [=3 May].`, { judge });
    expect(answer.notice).toMatch(/wrote what could not be checked/);
    expect(answer.claims.every(({ text, citations }) => citations[0]?.quote === text)).toBe(true);
  });
});

describe('an asker who leaves', () => {
  it.each([
    ['while the model is silent', 'silence' as const],
    ['while it writes', 'stop' as const],
  ])('stops the provider %s', async (_, end) => {
    const leaving = new AbortController();
    const { events, scripted } = asking({
      script: { chunks: [`${OPENED}.\nThe`], end },
      signal: leaving.signal,
    });
    const seen = async () => {
      for await (const event of events) {
        if (event.type === 'evidence-found') setTimeout(() => leaving.abort(), end === 'silence' ? 30 : 0);
      }
    };
    const outcome = await seen().then(
      () => 'finished',
      (error: unknown) => (error instanceof CitedeskError ? error.code : error),
    );
    // A model that has written all may be done before the asker is gone.
    expect(end === 'silence' ? ['aborted'] : ['aborted', 'finished']).toContain(outcome);
    expect(scripted.signals.every((signal) => signal?.aborted)).toBe(true);
  });

  it('stops the provider by reading no further', async () => {
    const { events, scripted } = askingWith(citing(`${OPENED} [=3 May].\nThe`, { end: 'silence' }));
    for await (const event of events) if (event.type === 'claim-judged') break;
    expect(scripted.signals[0]?.aborted).toBe(true);
  });
});

/** The stream says what the answer says, in the order that is promised, and every quote is its span. */
async function expectSound(events: readonly AnswerEvent[]): Promise<void> {
  const answer = answerOf(events);
  const types = events.map(({ type }) => type);
  const claims = answer.claims.flatMap(() => ['text-added', 'claim-judged']);
  expect(types).toEqual(['evidence-found', ...claims, 'answer-finished']);
  expect(events.flatMap((event) => (event.type === 'text-added' ? [event.text] : [])).join('')).toBe(
    answer.text,
  );
  for (const { text, start, end, citations, reasons = [] } of answer.claims) {
    expect(answer.text.slice(start, end)).toBe(text);
    for (const { draft } of reasons) expect(answer.text.slice(draft.start, draft.end)).toBe(draft.text);
    for (const cite of citations) {
      const document = await index.passages.document(cite.documentId);
      expect(document?.text.slice(cite.start, cite.end)).toBe(cite.quote);
    }
  }
}

function chunked(text: string, lengths: readonly number[]): string[] {
  const chunks: string[] = [];
  for (let at = 0; at < text.length; ) {
    const length = lengths[chunks.length % lengths.length] ?? 1;
    chunks.push(text.slice(at, at + length));
    at += length;
  }
  return chunks;
}
