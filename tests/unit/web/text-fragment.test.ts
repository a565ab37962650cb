import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressAtWords, directiveFor, firstMatch } from '../../../web/src/text/text-fragment.ts';

const URL = 'https://news.example/bridge';
const spanOf = (text: string, words: string, nth = 0) => {
  let start = text.indexOf(words);
  for (let n = 0; n < nth; n += 1) start = text.indexOf(words, start + 1);
  return { start, end: start + words.length };
};
const fragmentOf = (text: string, words: string, nth = 0) =>
  addressAtWords(URL, text, spanOf(text, words, nth)).slice(`${URL}#:~:text=`.length);
const plain = (text: string) => text.replace(/\s+/gu, ' ').toLowerCase();

describe('addressAtWords', () => {
  it('names a short passage by its own words', () => {
    expect(fragmentOf('It rained. The bridge is open. So be it.', 'The bridge is open.')).toBe(
      'The%20bridge%20is%20open.',
    );
  });

  it('writes what a directive is made of otherwise: dash, comma, ampersand', () => {
    expect(fragmentOf('A re-opened, well-lit bridge & pier.', 're-opened, well-lit bridge & pier.')).toBe(
      're%2Dopened%2C%20well%2Dlit%20bridge%20%26%20pier.',
    );
  });

  it('adds what follows to the first of two equal passages, and what precedes to one without', () => {
    const text = 'In May it rained. It rained.\n\nIn June it poured. It rained.';
    expect(fragmentOf(text, 'it rained')).toBe('it%20rained,-.%20It%20rained.');
    expect(fragmentOf(text, 'It rained.', 1)).toBe('In%20June%20it%20poured.-,It%20rained.');
  });

  it('names a long passage, and one of several blocks, by its ends', () => {
    const long = `First came ${'many words '.repeat(40)}and then the last ones.`;
    expect(fragmentOf(`Before. ${long} After.`, long)).toBe(
      'First%20came%20many%20words,then%20the%20last%20ones.',
    );
    expect(
      fragmentOf('One line of it.\n\nAnother line of that.', 'One line of it.\n\nAnother line of that.'),
    ).toBe('One%20line%20of%20it,Another%20line%20of%20that.');
  });

  it('cuts scripts without spaces between their words', () => {
    const text = `${'港の橋が再び開通した。'.repeat(40)}終わり。`;
    const { start, end } = directiveFor(text, { start: 0, end: text.length });
    expect(text.startsWith(start)).toBe(true);
    expect(text.endsWith(end)).toBe(true);
    expect(start.length).toBeLessThan(60);
    expect(fragmentOf('أعيد فتح جسر الميناء.', 'أعيد فتح جسر الميناء.')).toBe(
      encodeURIComponent('أعيد فتح جسر الميناء.'),
    );
  });

  it('keeps a place that the address already names, drops an older directive', () => {
    const at = (url: string) => addressAtWords(url, 'Open.', { start: 0, end: 5 });
    expect(at(`${URL}#news`)).toBe(`${URL}#news:~:text=Open.`);
    expect(at(`${URL}#news:~:text=Closed`)).toBe(`${URL}#news:~:text=Open.`);
    expect(at(`${URL}?a=1&b=2`)).toBe(`${URL}?a=1&b=2#:~:text=Open.`);
  });

  it('survives half a surrogate pair, and leaves the address alone where there are no words', () => {
    expect(() => addressAtWords(URL, 'a \uD83D b', { start: 0, end: 5 })).not.toThrow();
    expect(addressAtWords(URL, 'a   b', { start: 1, end: 4 })).toBe(URL);
  });

  it('gives up the exact place in text that repeats itself thousands of times, and names the words all the same', () => {
    const last = { prefix: '', start: 'ha', end: '', suffix: 'b' };
    expect(firstMatch(`${'ha '.repeat(1_000)}b`, last)?.start).toBe(2_997);
    expect(firstMatch(`${'ha '.repeat(5_000)}b`, last)).toBeNull();
    const laughter = 'ha'.repeat(20_000);
    expect(addressAtWords(URL, laughter, { start: 4_000, end: 4_400 })).toContain('#:~:text=haha');
  });

  it('is found first at its own place wherever any words can tell places apart', () => {
    const word = fc.constantFrom('the', 'bridge', 'rain', 'Öl', 'of', 'port', '18.4', 'May,', 'ship-yard');
    const sentence = fc.array(word, { minLength: 2, maxLength: 60 }).map((words) => `${words.join(' ')}.`);
    const blocks = fc.array(sentence, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(blocks, fc.nat(), (texts, pick) => {
        // A number to each block, so that some words always can.
        const parts = texts.map((text, n) => `${n}th: ${text}`);
        const text = parts.join('\n\n');
        const { start, end } = spanOf(text, parts[pick % parts.length] ?? '');
        const found = firstMatch(plain(text), directiveFor(text, { start, end }));
        expect(found?.text).toBe(plain(text.slice(start, end)));
      }),
    );
  });
});
