import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckEvent, CheckReport } from '../../../../src/domain/check.ts';
import { readCheckEvent } from '../../../../web/src/check/check-events.ts';
import {
  type CheckHappening,
  type CheckState,
  isUnderWay,
  NEW_CHECK,
  reduceCheck,
} from '../../../../web/src/check/check-state.ts';
import {
  feedLines,
  LineLimitError,
  MAX_LINE_CHARS,
  readLines,
} from '../../../../web/src/check/read-lines.ts';
import { cutAt } from '../recorded.ts';
import { citeOfWords, claimAt } from './claims.ts';

const TEXT = 'Çelik sold 41 boats. “Never again,” 她说。 The quay is closed 🚢.';
const CLAIMS = [
  claimAt(TEXT, 'Çelik sold 41 boats.', {
    evidence: [citeOfWords('d1', 'He sold "41" boats,\n"ownCopies":[1]')],
  }),
  claimAt(TEXT, '“Never again,” 她说。', { verdict: 'contradicted', kind: 'quote' }),
  claimAt(TEXT, 'The quay is closed 🚢.', { verdict: 'unsupported', independentSources: 0 }),
];
const COPY = { documentId: 'd9', path: 'a.md', title: 'A copy', url: null, publishedAt: null };
const REPORT: CheckReport = {
  ...{ text: TEXT, claims: CLAIMS, ownCopies: [COPY] },
  summary: { supported: 1, 'partially-supported': 0, contradicted: 1, unsupported: 1, 'not-checked': 0 },
};
const EVENTS: readonly CheckEvent[] = [
  { type: 'check-started', text: TEXT, claimCount: CLAIMS.length },
  ...CLAIMS.map((claim, index) => ({ type: 'claim-checked' as const, index, claim })),
  { type: 'check-finished', report: REPORT },
];
// As the server writes it, with the space that it sends while nothing else comes.
const BYTES = new TextEncoder().encode(EVENTS.map((event) => ` ${JSON.stringify(event)}\n`).join(' '));

const bodyOf = (pieces: readonly Uint8Array[]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });

async function stateOf(pieces: readonly Uint8Array[]): Promise<CheckState> {
  let state = NEW_CHECK;
  for await (const lines of readLines(bodyOf(pieces))) {
    for (const event of lines.map(readCheckEvent)) if (event !== null) state = reduceCheck(state, event);
  }
  return state;
}

const WHOLE: CheckState = {
  ...{ phase: 'checked', text: TEXT, claimCount: 3, ownCopies: [COPY], failure: null },
  findings: CLAIMS.map((claim, index) => ({ index, claim })),
};

describe('the stream of a check', () => {
  it('gives the same check wherever it is cut once', async () => {
    for (let place = 0; place <= BYTES.length; place++)
      expect(await stateOf(cutAt(BYTES, [place])), `cut at ${place}`).toEqual(WHOLE);
  });

  it('gives the same check byte by byte, and cut anywhere often', async () => {
    expect(await stateOf([...BYTES].map((byte) => Uint8Array.of(byte)))).toEqual(WHOLE);
    const places = fc.array(fc.nat(BYTES.length), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(places, async (at) => {
        expect(await stateOf(cutAt(BYTES, at))).toEqual(WHOLE);
      }),
    );
  });

  it('takes a last line without an end', async () => {
    expect(await stateOf([BYTES.slice(0, -1)])).toEqual(WHOLE);
  });

  it('refuses a line beyond the cap', () => {
    expect(() => feedLines('x'.repeat(MAX_LINE_CHARS), 'y')).toThrow(LineLimitError);
    expect(feedLines('a', 'b\n\n \nc')).toEqual({ rest: 'c', lines: ['ab'] });
  });

  it('reads the end of a report whose keys stand in another order', () => {
    const { ownCopies, ...rest } = REPORT;
    const line = JSON.stringify({ type: 'check-finished', report: { ownCopies, ...rest } });
    expect(readCheckEvent(line)).toEqual({ type: 'check-finished', ownCopies: [COPY] });
  });

  it.each([
    '',
    'x',
    '{}',
    '[]',
    '{"type":"toString"}',
    '{"type":"claim-checked","index":0,"claim":{"start":-1}}',
  ])('reads nothing in %s', (line) => expect(readCheckEvent(line)).toBeNull());
});

const checkAfter = (...events: readonly CheckHappening[]) => events.reduce(reduceCheck, NEW_CHECK);
const STARTED: CheckHappening = { type: 'check-started', text: TEXT, claimCount: 3 };
const found = (index: number): CheckHappening => {
  const claim = CLAIMS[index];
  if (claim === undefined) throw new Error(`no claim ${index}`);
  return { type: 'claim-checked', index, claim };
};

describe('reduceCheck', () => {
  it('keeps findings in draft order, each once, in whatever order they come', () => {
    const state = checkAfter(STARTED, found(2), found(0), found(2), found(1), found(0));
    expect(state.findings.map(({ index }) => index)).toEqual([0, 1, 2]);
  });

  it('leaves out a claim whose span does not hold its words', () => {
    const [claim] = CLAIMS;
    if (claim === undefined) throw new Error('no claim');
    const moved: CheckHappening = { type: 'claim-checked', index: 0, claim: { ...claim, start: 1 } };
    expect(checkAfter(STARTED, moved).findings).toEqual([]);
    expect(checkAfter(found(0)).findings).toEqual([]);
  });

  it.each<[CheckHappening, CheckState['phase']]>([
    [{ type: 'check-stopped' }, 'stopped'],
    [{ type: 'connection-ended' }, 'failed'],
    [{ type: 'check-failed', failure: { kind: 'broken', title: 'A', detail: '' } }, 'failed'],
    [{ type: 'request-failed', failure: { kind: 'unreachable', title: '', detail: '' } }, 'failed'],
    [{ type: 'check-finished', ownCopies: [] }, 'checked'],
  ])('ends for good with %o, what came stays', (event, phase) => {
    const state = checkAfter(STARTED, found(0), event, found(1), { type: 'check-stopped' });
    expect(state).toMatchObject({ phase, findings: [{ index: 0 }] });
    expect(isUnderWay(state)).toBe(false);
  });
});
