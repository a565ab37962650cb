import { randomFrom } from '../../evals/asking/random.ts';

export interface Article {
  readonly title: string;
  /** ISO 8601 date. */
  readonly publishedAt: string;
  readonly paragraphs: readonly string[];
}

const list = (words: string) => words.split(', ');
const WORDS: Readonly<Record<string, readonly string[]>> = {
  first: list(
    'Amara, Tobias, Ludmila, Rajesh, Siobhan, Emeka, Katarzyna, Hugo, Yasmin, Per, Mei-Ling, Gareth, Inés, Olga, Kwame',
  ),
  body: list(
    'the transport committee, the regional court, the port authority, the school board, the health inspectorate, the energy regulator, the fishermen’s union, the finance ministry, the weather service, the planning office',
  ),
  thing: list(
    'the coastal railway, a flood barrier, the hospital extension, a fishing quota, the pension reform, a desalination plant, the bus contract, the old grain silo, a vaccination campaign, the border crossing, the opera house, a solar farm',
  ),
  verbed: list(
    'approved, postponed, criticised, inspected, defended, cancelled, reopened, financed, investigated, welcomed, abandoned, renegotiated',
  ),
  reason: list(
    'because the estimates had doubled, after months of protest, despite warnings from engineers, to comply with a court order, while inflation eroded the budget, since neighbouring districts had refused, in spite of heavy rain, as unemployment kept rising',
  ),
  adjective: list(
    'unprecedented, modest, overdue, controversial, temporary, irreversible, seasonal, costly, transparent, provisional, nationwide, voluntary',
  ),
  month: list(
    'January, February, March, April, May, June, July, August, September, October, November, December',
  ),
};
// Names are put together, so that a corpus has the long tail of rare words that real ones have.
const SYLLABLES = list(
  'bra, cor, del, fen, gar, hol, kin, lo, mar, nes, or, pel, quin, ros, sta, tor, ul, ven, wick, zel, ham, dale, ski, vic, ton, berg, ova, ari',
);
const SENTENCES = [
  '{Body} {verbed} {thing} on {n} {month}, {reason}.',
  '“The decision is {adjective}, and nobody in {town} should be surprised by it,” said {first} {surname}, who has advised {body} for {n} years.',
  '{first} {surname} told reporters that {thing} would cost {n}.{n} million and take at least {n} months.',
  'In {town}, some {n},{nnn} residents signed a petition against {thing}, which {body} had {verbed} earlier.',
  'Officials described the plan as {adjective}; critics called it {adjective} at best.',
  'According to figures published in {month}, spending rose by {n} per cent {reason}.',
  'Asked whether {thing} could still be {verbed}, {first} {surname} declined to comment.',
  'The road between {town} and {town} has been closed since {month}, and traffic is diverted over {n} kilometres.',
  'A {adjective} compromise was reached shortly before midnight, when {body} and {body} agreed to share the expenses.',
  '{first} {surname} and {first} {surname} both grew up in {town}, where their families ran {thing}.',
  'Work began in {month} and stopped {n} weeks later {reason}.',
  'By the end of the day {nnn} volunteers had arrived from {town}, many of them without equipment.',
];

const capitalized = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/**
 * Invented news articles of 300 to 1,100 words, the same for the same seed. Sentence and word lengths are
 * those of news prose (some 1.3 tokens a word), so that a passage costs the model what a real one does.
 */
export function generateArticle(seed: number): Article {
  const random = randomFrom(seed);
  const pick = (items: readonly string[]) => items[Math.floor(random() * items.length)] ?? '';
  const number = (digits: number) => String(Math.floor((0.1 + 0.9 * random()) * 10 ** digits));
  const name = () =>
    capitalized(Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(SYLLABLES)).join(''));
  const fill = (slot: string): string => {
    if (slot === 'surname' || slot === 'town') return name();
    if (/^n+$/.test(slot)) return number(slot.length === 1 ? 2 : slot.length);
    const lower = slot.toLowerCase();
    const word = pick(WORDS[lower] ?? []);
    return lower === slot ? word : capitalized(word);
  };
  const sentence = () => pick(SENTENCES).replace(/\{(\w+)\}/g, (_, slot: string) => fill(slot));
  const many = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);
  const paragraphs = many(5 + Math.floor(random() * 13), () =>
    many(2 + Math.floor(random() * 4), sentence).join(' '),
  );
  const day = String(1 + Math.floor(random() * 28)).padStart(2, '0');
  const month = String(1 + Math.floor(random() * 12)).padStart(2, '0');
  const title = `${fill('Body').replace(/^The /, '')} ${fill('verbed')} ${fill('thing')}`;
  return { title: `${title} (${seed})`, publishedAt: `2025-${month}-${day}`, paragraphs };
}

const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The article as a file: plain text, Markdown with front matter, and a saved page by turns. */
export function articleFile(article: Article, at: number): { readonly name: string; readonly text: string } {
  const { title, publishedAt, paragraphs } = article;
  const name = `article-${String(at).padStart(5, '0')}`;
  switch (at % 3) {
    case 0:
      return { name: `${name}.txt`, text: `${title}\n\n${paragraphs.join('\n\n')}\n` };
    case 1: {
      const front = `---\ntitle: ${JSON.stringify(title)}\ndate: ${publishedAt}\n---\n`;
      return { name: `${name}.md`, text: `${front}\n# ${title}\n\n${paragraphs.join('\n\n')}\n` };
    }
    default: {
      const menu = ['News', 'Sport', 'Culture']
        .map((item) => `<li><a href="/${item}">${item}</a></li>`)
        .join('');
      const body = paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join('\n');
      const head = `<title>${escapeHtml(title)}</title><meta property="article:published_time" content="${publishedAt}">`;
      const page = `<nav><ul>${menu}</ul></nav><main><article><h1>${escapeHtml(title)}</h1>\n${body}</article></main>`;
      return {
        name: `${name}.html`,
        text: `<!doctype html><html lang="en"><head>${head}</head><body>${page}</body></html>\n`,
      };
    }
  }
}
