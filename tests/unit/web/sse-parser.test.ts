import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feedSse, MAX_EVENT_CHARS, readSse, SSE_START } from '../../../web/src/stream/sse-parser.ts';
import { readAll as all, cutAt, RECORDED, RECORDED_ANSWER, turnOf } from './recorded.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const inOnePiece = (text: string) => feedSse(SSE_START, text).events;

describe('feedSse', () => {
  it.each([
    ['one event', 'data: a\n\n', ['a']],
    ['two data lines as two lines', 'data: a\ndata: b\n\n', ['a\nb']],
    ['no more than one space after the colon dropped', 'data:  a\n\ndata:b\n\n', [' a', 'b']],
    ['an empty value, and a field without a colon', 'data:\n\ndata\n\n', ['', '']],
    ['CR and CRLF as line ends', 'data: a\r\rdata: b\r\n\r\n', ['a', 'b']],
    ['comments and other fields dropped', ': hello\nevent: x\nid: 1\nretry: 5\ndata: a\n\n', ['a']],
    ['a field that only begins like data dropped', 'database: a\n\n', []],
    ['blank lines without data give nothing', '\n\n\nevent: x\n\n', []],
    ['an event without its end dropped', 'data: a\n\ndata: b\n', ['a']],
    ['separators of JSON text that are no line ends kept', 'data: a\u2028b\u0085\n\n', ['a\u2028b\u0085']],
  ])('reads %s', (_, text, events) => {
    expect(inOnePiece(text)).toEqual(events);
  });

  it('is the same for every cut in two, LF CR and CRLF mixed', () => {
    const text = ': c\r\ndata: a\r\ndata: b\r\n\r\ndata: c\r\rdata: d\n\n';
    for (let at = 0; at <= text.length; at++) {
      const first = feedSse(SSE_START, text.slice(0, at));
      const second = feedSse(first.state, text.slice(at));
      expect([...first.events, ...second.events], `cut at ${at}`).toEqual(['a\nb', 'c', 'd']);
    }
  });

  it('refuses a line, and an event of many lines, above its cap', () => {
    const line = 'x'.repeat(MAX_EVENT_CHARS / 4);
    expect(() => inOnePiece(line.repeat(5))).toThrow(RangeError);
    expect(() => inOnePiece(`data: ${line}\n`.repeat(5))).toThrow(RangeError);
    expect(inOnePiece(`data: ${line}\n\n`.repeat(5))).toHaveLength(5);
  });

  it('leaves the state that it was given as it was', () => {
    const { state } = feedSse(SSE_START, 'data: a');
    const copy = { ...state };
    feedSse(state, '\n\ndata: b');
    expect(state).toEqual(copy);
  });
});

describe('readSse', () => {
  it('skips a byte order mark at the very start alone', async () => {
    const text = '\uFEFFdata: a\n\n\uFEFFdata: b\n\n';
    const read: string[] = [];
    for await (const data of readSse(new Blob([text]).stream())) read.push(data);
    expect(read).toEqual(['a']);
  });

  const whole = async () => all([RECORDED]);

  it('ends in the recorded answer', async () => {
    const turn = turnOf(await whole());
    expect(turn.phase).toBe('answered');
    expect(turn.text).toBe(RECORDED_ANSWER.text);
  });

  it('reads the recorded stream alike, cut in two at every byte', async () => {
    const expected = await whole();
    for (let at = 1; at < RECORDED.length; at++) {
      expect(await all(cutAt(RECORDED, [at])), `cut at byte ${at}`).toEqual(expected);
    }
    // Some thousand whole streams: a second, on a busy machine several.
  }, 30_000);

  it('reads it alike byte by byte', async () => {
    expect(await all([...RECORDED].map((byte) => Uint8Array.of(byte)))).toEqual(await whole());
  });

  it('reads it alike however it is cut, empty pieces too', async () => {
    const expected = await whole();
    const cuts = fc.array(fc.integer({ min: 0, max: RECORDED.length }), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(cuts, async (places) => {
        expect(await all(cutAt(RECORDED, places))).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });

  it('lets go of the body when its reader stops early', async () => {
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(bytes('data: a\n\n')),
      cancel: () => {
        cancelled = true;
      },
    });
    for await (const data of readSse(body)) {
      expect(data).toBe('a');
      break;
    }
    expect(cancelled).toBe(true);
  });
});
