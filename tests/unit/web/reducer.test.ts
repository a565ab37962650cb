import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newClaims, numberedCites, segmentsOf } from '../../../web/src/stream/answer-view.ts';
import { readChatEvent } from '../../../web/src/stream/chat-events.ts';
import { reduceTurn, type TurnEvent } from '../../../web/src/stream/reducer.ts';
import { isOpen, newTurn, type Turn } from '../../../web/src/stream/turn.ts';

const cite = (documentId: string, start: number) => ({
  ...{ documentId, path: `${documentId}.md`, title: documentId, url: null, publishedAt: null },
  ...{ start, end: start + 3, quote: 'abc' },
});
const judged = (claimIndex: number, start: number, text: string): TurnEvent => ({
  type: 'claim-judged',
  claimIndex,
  claim: { start, end: start + text.length, text, verdict: 'supported', alsoReportedBy: [] },
});
const cited = (claimIndex: number, number: number, documentId = 'd1'): TurnEvent => ({
  ...{ type: 'citation-found', claimIndex, number, cite: cite(documentId, number) },
});
const added = (text: string): TurnEvent => ({ type: 'text-added', text });
const turnAfter = (...events: TurnEvent[]): Turn => events.reduce(reduceTurn, newTurn('q1', 'Why?'));
const shown = (turn: Turn) =>
  segmentsOf(turn).map((segment) => (segment.kind === 'text' ? segment.text : segment.claim.text));

const FINISHED: TurnEvent = {
  type: 'answer-finished',
  answer: {
    ...{ status: 'answered', question: 'Why?', text: 'One. Two. One.', conflicts: [], nearest: [] },
    claims: [0, 5, 10].map((start) => ({
      ...{ start, end: start + 4, text: start === 5 ? 'Two.' : 'One.', verdict: 'supported' },
      ...{ alsoReportedBy: [], citations: [cite('d1', start === 5 ? 7 : 2)] },
    })),
  },
};

describe('reduceTurn', () => {
  it('goes from searching through reading to writing', () => {
    const found: TurnEvent = { type: 'source-found', documentId: 'd1', title: 'A' };
    expect(turnAfter().phase).toBe('searching');
    expect(turnAfter(found).phase).toBe('reading');
    expect(turnAfter(found, added('One.'), found).phase).toBe('writing');
  });

  it('shows a judged sentence with its citations, and the rest as bare text', () => {
    const turn = turnAfter(added('One.'), cited(0, 1), cited(0, 2), judged(0, 0, 'One.'), added(' Two'));
    expect(shown(turn)).toEqual(['One.', ' Two']);
    expect(segmentsOf(turn)[0]).toMatchObject({ citations: [{ number: 1 }, { number: 2 }] });
  });

  it('takes parts of one id once, and a claim judged again as judged last', () => {
    const again = { ...judged(0, 0, 'One.') } as TurnEvent & { type: 'claim-judged' };
    const turn = turnAfter(added('One.'), cited(0, 1), cited(0, 1), judged(0, 0, 'One.'), {
      ...again,
      claim: { ...again.claim, verdict: 'unsupported' },
    });
    expect(turn.citations.get(0)).toHaveLength(1);
    expect(turn.claims.map((claim) => claim.verdict)).toEqual(['unsupported']);
  });

  it('keeps claims in the order of the answer, in whatever order they are judged', () => {
    const turn = turnAfter(added('One. Two.'), judged(1, 5, 'Two.'), judged(0, 0, 'One.'));
    expect(shown(turn)).toEqual(['One.', ' ', 'Two.']);
  });

  it('lets the whole answer replace what streamed, numbered in reading order', () => {
    const turn = turnAfter(added('On'), FINISHED);
    expect(turn.phase).toBe('answered');
    expect(shown(turn).join('')).toBe('One. Two. One.');
    expect(numberedCites(turn).map(({ number, cite: { start } }) => [number, start])).toEqual([
      [1, 2],
      [2, 7],
    ]);
    expect(turn.citations.get(2)?.map(({ number }) => number)).toEqual([1]);
  });

  it.each<[string, TurnEvent, Partial<Turn>]>([
    ['an end without an answer', { type: 'stream-finished' }, { phase: 'failed' }],
    ['a lost connection', { type: 'connection-ended' }, { phase: 'failed' }],
    ['a failure on the way', { type: 'answer-failed', message: 'No model.' }, { phase: 'failed' }],
    ['a stop', { type: 'answer-stopped' }, { phase: 'stopped' }],
  ])('keeps what came before %s', (_, event, expected) => {
    const turn = turnAfter(added('One.'), judged(0, 0, 'One.'), event);
    expect(turn).toMatchObject(expected);
    expect(shown(turn)).toEqual(['One.']);
  });

  it('says which failure it was', () => {
    expect(turnAfter({ type: 'connection-ended' }).failure?.kind).toBe('interrupted');
    expect(turnAfter({ type: 'answer-failed', message: 'No model.' }).failure).toEqual({
      ...{ kind: 'broken', title: '', detail: 'No model.' },
    });
  });

  it('changes nothing after the end', () => {
    const ended = turnAfter(FINISHED);
    for (const late of [added('more'), { type: 'connection-ended' }, { type: 'answer-stopped' }] as const) {
      expect(reduceTurn(ended, late)).toBe(ended);
    }
  });

  it('gives a turn that can be shown for events in any order', () => {
    const event = fc.constantFrom<TurnEvent>(
      added('One.'),
      added(' Two.'),
      cited(0, 1),
      cited(1, 2, 'd2'),
      judged(0, 0, 'One.'),
      judged(1, 5, 'Two.'),
      judged(2, 2, 'e. T'),
      { type: 'connection-ended' },
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 20 }), (events) => {
        const turn = turnAfter(...events);
        expect(segmentsOf(turn).length).toBeLessThanOrEqual(2 * turn.claims.length + 1);
        expect(isOpen(turn)).toBe(turn.phase !== 'failed');
      }),
    );
  });
});

describe('a struck sentence', () => {
  it('is shown without the marks of plain text, with its reason', () => {
    const draft = { start: 7, end: 13, text: 'Wrong.' };
    const reason = { code: 'date-mismatch', words: 'Draft: 3; source: 4.', draft, source: null };
    const data = { claimIndex: 1, ...draft, verdict: 'contradicted', alsoReportedBy: [] };
    const more = { isStruck: true, reasons: [reason, { ...reason, code: 'unheard-of' }, null] };
    const event = readChatEvent(JSON.stringify({ type: 'data-verdict', data: { ...data, ...more } }));
    if (event === null) throw new Error('The part was not read.');
    const turn = turnAfter(added('One. ~~Wrong.~~ Two.'), judged(0, 0, 'One.'), event, judged(2, 16, 'Two.'));
    expect(shown(turn)).toEqual(['One.', ' ', 'Wrong.', ' ', 'Two.']);
    expect(turn.claims[1]).toMatchObject({ isStruck: true, reasons: [reason] });
    expect(turn.claims[1]?.reasons).toHaveLength(1);
  });
});

const newTexts = (...turns: Parameters<typeof newClaims>) => newClaims(...turns).map(({ text }) => text);

describe('newClaims', () => {
  it('gives each judged sentence once, also one that is said twice', () => {
    const one = turnAfter(added('One.'), judged(0, 0, 'One.'));
    const two = reduceTurn(one, judged(1, 5, 'One.'));
    expect(newTexts(null, one)).toEqual(['One.']);
    expect(newTexts(one, reduceTurn(one, added(' One.')))).toEqual([]);
    expect(newTexts(one, two)).toEqual(['One.']);
    expect(newTexts(two, two)).toEqual([]);
  });
});
