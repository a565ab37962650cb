import { endsLikeSentence } from '../sentence-end.ts';

// A stop with a capital right behind it: `in New York.Ana Lima/City Press`, `on July 25, 2019.J. Okri / AP file`.
const GLUED = /^(.*[\p{Ll}\d)][.!?]["”’)]?)(\p{Lu}\S*(?:\s+\S+){0,8})$/su;
const NAME = /^[\p{Lu}\d/|&©–—-]/u;

/** The text without the name of a photographer or agency that a page sets right behind its last sentence. */
export function withoutGluedCredit(text: string): string {
  const [, own, credit] = GLUED.exec(text.slice(0, MAX_CHARS)) ?? [];
  if (own === undefined || credit === undefined || text.length > MAX_CHARS || endsLikeSentence(credit))
    return text;
  const parts = credit.split(/\s+/);
  const isName = parts.every((word, index) => NAME.test(word) || (index === parts.length - 1 && index > 0));
  return isName ? own : text;
}

// Longer texts are no words under a picture.
const MAX_CHARS = 1_000;
