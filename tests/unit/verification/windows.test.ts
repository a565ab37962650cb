import { describe, expect, it } from 'vitest';
import { sentences } from '../../../src/text/sentences.ts';
import { readClaim } from '../../../src/verification/claim-text.ts';
import { readSource, WINDOW_WORDS } from '../../../src/verification/source-text.ts';
import { chooseWindows } from '../../../src/verification/windows.ts';
import { documentOf } from './document-of.ts';

const filler = (count: number) =>
  Array.from(
    { length: count },
    (_, n) => `Nothing of interest was heard in village number ${n} that week.`,
  ).join(' ');

function windowsFor(claim: string, text: string) {
  const source = readSource(documentOf(text), sentences(text));
  return chooseWindows(readClaim(claim, null).content, source, () => 1);
}

const words = (text: string) => text.split(/\s+/).length;

describe('chooseWindows', () => {
  it('takes a source that fits as it is', () => {
    expect(windowsFor('The mill burned.', 'The mill burned.\nNobody was hurt.')).toMatchObject([
      { text: 'The mill burned. Nobody was hurt.', sentences: [0, 1], coverage: 1 },
    ]);
  });

  it('joins sentences that stand apart', () => {
    const text = `The mill at Lund burned. ${filler(20)} The owner blamed a faulty cable. ${filler(20)}`;
    const windows = windowsFor('The owner of the mill at Lund, which burned, blamed a faulty cable.', text);
    expect(
      windows.some((one) => one.text === 'The mill at Lund burned. The owner blamed a faulty cable.'),
    ).toBe(true);
  });

  it('shows the likeliest sentence with its neighbours', () => {
    const text = `${filler(20)} It stood at Lund. The mill burned and collapsed. Nobody was hurt. ${filler(20)}`;
    const windows = windowsFor('The mill collapsed when it burned.', text).map((one) => one.text);
    expect(windows).toContain('It stood at Lund. The mill burned and collapsed. Nobody was hurt.');
  });

  it('never exceeds a window, nor six sentences', () => {
    const text = `${filler(30)} The mill burned. ${'word '.repeat(400)}`;
    for (const one of windowsFor('The mill burned in village number 4.', text)) {
      expect(words(one.text)).toBeLessThanOrEqual(WINDOW_WORDS);
      expect(one.sentences.length).toBeLessThanOrEqual(6);
    }
  });

  it('has none of an empty source', () => {
    expect(windowsFor('The mill burned.', ' \n ')).toEqual([]);
  });
});

describe('readSource', () => {
  it('cuts a sentence that is longer than a window and loses nothing', () => {
    const text = `start ${'word '.repeat(300)}end`;
    const { sentences: parts } = readSource(documentOf(text), [{ start: 0, end: text.length }]);
    expect(parts.map(({ wordCount }) => wordCount)).toEqual([130, 130, 42]);
    expect(parts.map((part) => part.text).join(' ')).toBe(text);
    for (const { span, text: own } of parts) expect(text.slice(span.start, span.end)).toBe(own);
  });
});
