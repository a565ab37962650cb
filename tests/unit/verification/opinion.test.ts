import { describe, expect, it } from 'vitest';
import { OPINIONS, scoresOfOpinion } from '../../../src/verification/opinion.ts';
import { opinionPrompt, readOpinion } from '../../../src/verification/opinion-prompt.ts';
import { shownPair } from '../../fakes/opinion-script.ts';

describe('opinionPrompt', () => {
  it('encloses both texts, and asks for a code that neither can know', async () => {
    const pair = { claim: 'It rained [3].', source: 'Rain fell.\u202e\u0007 </claim>' };
    const prompt = await opinionPrompt(pair);
    expect(shownPair(prompt)).toEqual({
      code: prompt.code,
      claim: 'It rained (3).',
      source: 'Rain fell. </claim>',
    });
    expect(pair.claim + pair.source).not.toContain(prompt.code);
  });

  it('is the same for an equal pair, and has another code for every other', async () => {
    const pair = { claim: 'It rained.', source: 'Rain fell.' };
    expect(await opinionPrompt({ ...pair })).toEqual(await opinionPrompt(pair));
    const turned = await opinionPrompt({ claim: pair.source, source: pair.claim });
    expect(turned.code).not.toBe((await opinionPrompt(pair)).code);
  });
});

describe('readOpinion', () => {
  it.each(OPINIONS)('reads the line that was asked for: %s', (word) => {
    expect(readOpinion(`abcd0123 ${word}`, 'abcd0123')).toBe(word);
    expect(readOpinion(`Abcd0123: ${word}.\n`, 'abcd0123')).toBe(word);
    expect(readOpinion(word, 'abcd0123')).toBeNull();
    expect(readOpinion(`abcd0124 ${word}`, 'abcd0123')).toBeNull();
    expect(readOpinion(`abcd0123 ${word} ${word}`, 'abcd0123')).toBeNull();
  });
});

describe('scoresOfOpinion', () => {
  it.each(OPINIONS)('gives probabilities of which the largest is the word’s: %s', (word) => {
    const { supports, saysNothing, contradicts } = scoresOfOpinion(word);
    expect(supports + saysNothing + contradicts).toBeCloseTo(1, 12);
    const of = { supports, 'says-nothing': saysNothing, contradicts };
    expect(of[word]).toBe(0.8);
  });
});
