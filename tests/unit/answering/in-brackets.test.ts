import { describe, expect, it } from 'vitest';
import { candidateSentences } from '../../../src/answering/candidates.ts';
import { withBrackets } from '../../../src/answering/in-brackets.ts';
import { article, passageOf } from './article.ts';

function last(text: string, publishedAt: string | null = '2026-06-09'): string {
  const document = { ...article([['paragraph', text]]), publishedAt };
  const passage = passageOf(document, { start: 0, end: text.length }, 1);
  const found = candidateSentences([passage], new Map([[document.id, document]])).at(-1);
  return found === undefined ? '' : withBrackets(found).text;
}

describe('withBrackets', () => {
  it.each([
    ['The pool closed yesterday after a leak.', 'The pool closed yesterday [8 June 2026] after a leak.'],
    ['The town sold it last month.', 'The town sold it last month [May 2026].'],
    ['It opened two years ago to the public.', 'It opened two years ago [2024] to the public.'],
    // A weekday may lie ahead.
    ['The council votes on Thursday.', 'The council votes on Thursday.'],
    ['It opened on 3 May 2026 to the public.', 'It opened on 3 May 2026 to the public.'],
    ['This year’s whale was 14 metres long.', 'This year’s [2026] whale was 14 metres long.'],
    // The day of writing, and also nowadays.
    ['The tower is empty today and shut.', 'The tower is empty today [as of 9 June 2026] and shut.'],
    ['It opens tomorrow (10 June) at noon.', 'It opens tomorrow (10 June) at noon.'],
    // On which day it was said, only the article knows.
    ['“I saw it yesterday,” the keeper said.', '“I saw it yesterday,” the keeper said.'],
  ])('tells which day is meant: %s', (text, read) => {
    expect(last(text)).toBe(read);
  });

  it('tells no day where the article has no date', () => {
    expect(last('The pool closed yesterday after a leak.', null)).toBe(
      'The pool closed yesterday after a leak.',
    );
  });

  it.each([
    ['Mayor Ines Halloran was there. She thanked the divers.', 'She [Ines Halloran] thanked the divers.'],
    ['Ivo Brandt, 54, was there. He thanked the divers.', 'He [Ivo Brandt] thanked the divers.'],
    ['Ivo Brandt left in a small boat. He thanked the divers.', 'He [Ivo Brandt] thanked the divers.'],
    ['Ivo Brandt came. Later Brandt told of it. He was tired.', 'He [Ivo Brandt] was tired.'],
    ['It was cold, said Ivo Brandt. He thanked the divers.', 'He [Ivo Brandt] thanked the divers.'],
  ])('tells who a pronoun is: %s', (text, read) => {
    expect(last(text)).toBe(read);
  });

  it.each([
    ['two people', 'Ines Halloran met Rafiq Anand. He was tired.'],
    ['nobody', 'The bridge was shut. He was tired.'],
    ['no pronoun', 'Ines Halloran was there. The divers were tired.'],
    ['a surname beside a full name', 'Brandt met Carl Nyberg. He was tired.'],
    ['what is no person', 'Troops were caught in the midst of the Greek Civil War. He was tired.'],
    ['a place', 'The mayor moved to a house in New Haven. He was tired.'],
    ['an owner', 'The mayor spoke of Carl Nyberg’s boat. He was tired.'],
    ['someone met by him', 'He told Carl Nyberg of it. He was tired.'],
    ['someone in a quotation', '“Thank Carl Nyberg for it,” the mayor said. He was tired.'],
    ['the other sex', 'Sarah Nyberg told the mayor. He was tired.'],
  ])('leaves a pronoun where there is doubt: %s', (_, text) => {
    const sentence = text.slice(text.indexOf('. ') + 2);
    expect(last(text)).toBe(sentence);
  });

  it('tells which sentence names who is meant', () => {
    const text = 'Ivo Brandt came. Later Brandt told of it. He was tired.';
    const document = article([['paragraph', text]]);
    const passage = passageOf(document, { start: 0, end: text.length }, 1);
    const found = candidateSentences([passage], new Map([[document.id, document]])).at(-1);
    const namedIn = found && withBrackets(found).namedIn;
    expect(namedIn && document.text.slice(namedIn.start, namedIn.end)).toBe('Ivo Brandt came.');
  });
});
