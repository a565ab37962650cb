import { describe, expect, it } from 'vitest';
import { candidateSentences } from '../../../src/answering/candidates.ts';
import { withBrackets } from '../../../src/answering/in-brackets.ts';
import { article, passageOf } from './article.ts';

function last(text: string, publishedAt: string | null = '2026-06-09'): string {
  const document = { ...article([['paragraph', text]]), publishedAt };
  const passage = passageOf(document, { start: 0, end: text.length }, 1);
  const found = candidateSentences([passage], new Map([[document.id, document]])).at(-1);
  return found === undefined ? '' : withBrackets(found);
}

describe('withBrackets', () => {
  it.each([
    ['The pool closed yesterday after a leak.', 'The pool closed yesterday [8 June 2026] after a leak.'],
    ['The town sold it last month.', 'The town sold it last month [May 2026].'],
    ['It opened two years ago to the public.', 'It opened two years ago [2024] to the public.'],
    // A weekday may lie ahead.
    ['The council votes on Thursday.', 'The council votes on Thursday.'],
    ['It opened on 3 May 2026 to the public.', 'It opened on 3 May 2026 to the public.'],
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
    ['Ines Halloran met Rafiq Anand. He thanked the divers.', 'He thanked the divers.'],
    ['The bridge was shut. He thanked the divers.', 'He thanked the divers.'],
    ['Ines Halloran was there. The divers were thanked.', 'The divers were thanked.'],
  ])('tells who a pronoun is: %s', (text, read) => {
    expect(last(text)).toBe(read);
  });
});
