import { describe, expect, it } from 'vitest';
import { references } from '../../../src/text/antecedents.ts';
import { names } from '../../../src/text/names.ts';
import { quotations } from '../../../src/text/quotes.ts';
import { sentences } from '../../../src/text/sentences.ts';

/** What the last sentence of a text is read as. */
function filled(text: string): string[] {
  const claim = sentences(text).at(-1) ?? { start: 0, end: 0 };
  const found = references({ text, names: names(text), quoted: quotations(text), claim });
  return found.map((one) => `${text.slice(one.start, one.end)}: ${one.words}`);
}

describe('references', () => {
  it.each([
    ['Ilse Varga opened the bridge. She left.', ['She: Ilse Varga']],
    ['Ilse Varga opened the bridge. Lorries followed her.', ['her: Ilse Varga']],
    ['Ilse Varga opened the bridge. Her aide left.', ['Her: Ilse Varga’s']],
    ['Mr. Brandt thanked Mary Aas. He left.', ['He: Brandt']],
    ['Ilse Varga spoke. Varga left. She came back.', ['She: Ilse Varga']],
    ['Ilse Varga opened the bridge.\n\nShe left.', ['She: Ilse Varga']],
    [
      'Foreign Minister Ilse Varga spoke to Emil Aas. The minister left.',
      ['The minister: The minister Ilse Varga'],
    ],
    [
      'Jens Holm, the coach of Lund United, spoke to Emil Aas. The coach left.',
      ['The coach: The coach Jens Holm'],
    ],
    ['Coast Airlines lost money. The company will cut jobs.', ['The company: The company Coast Airlines']],
    ['Coast Airlines lost money. It has 30 planes.', ['It: Coast Airlines']],
  ])('reads the end of %j', (text, expected) => expect(filled(text)).toEqual(expected));

  it.each([
    ['two persons may be meant', 'Ivo Brandt met Jens Holm. He left.'],
    ['nobody fits', 'Mary Aas opened the bridge. He left.'],
    ['the sentence itself names one', 'Ivo Brandt spoke. Jens Holm said he left.'],
    ['it stands in a quotation', 'Ivo Brandt spoke. The crowd sang “he is a jolly good fellow again”.'],
    ['somebody is only quoted', 'Said one: “I saw Ivo Brandt at the bridge.” He left.'],
    ['only a possession is named', 'It was Ivo Brandt’s idea. He left.'],
    ['weather', 'Coast Airlines lost money. It is raining.'],
    ['another office', 'Foreign Minister Ilse Varga spoke. The mayor left.'],
    ['the office of somebody named', 'Foreign Minister Ilse Varga spoke. The minister of Mali left.'],
  ])('leaves it where %s', (_, text) => expect(filled(text)).toEqual([]));
});
