import { pageWords } from './shingles.ts';

const folded = (text: string) => pageWords(text.toLowerCase());

/** Tells whether a block stands in the article, from the article's text as people marked it. */
export function labeller(articleBody: string): (block: string) => boolean {
  const words = folded(articleBody);
  const lines = new Set(articleBody.split('\n').map((line) => folded(line).join(' ')));
  const running = ` ${words.join(' ')} `;
  const shingles = new Set(words.slice(3).map((_, index) => words.slice(index, index + 4).join(' ')));
  return (block) => {
    const own = folded(block);
    if (own.length === 0) return false;
    // Too short for runs of four: a line of its own, or three words in the same order.
    if (own.length < 6)
      return lines.has(own.join(' ')) || (own.length >= 3 && running.includes(` ${own.join(' ')} `));
    const runs = own.slice(3).map((_, index) => own.slice(index, index + 4).join(' '));
    return runs.filter((run) => shingles.has(run)).length / runs.length >= 0.5;
  };
}
