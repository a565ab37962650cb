/** A stretch of a text; `isChanged` where the other text has other words in its place, or none. */
export interface DiffPiece {
  readonly text: string;
  readonly isChanged: boolean;
}

/** Both texts cut at what differs; the pieces of each, joined, are the text. */
export interface WordDiff {
  readonly draft: readonly DiffPiece[];
  readonly source: readonly DiffPiece[];
}

// Above so many pairs of words (two quotations of 2,000 words) all between the first and the last change
// counts as changed: the table would take longer than a reader waits.
const MAX_TABLE_CELLS = 4_000_000;

// A sign of a script that sets no spaces, a word with the marks inside it (`town's`, `41.6`, `twenty-two`),
// a run of white space, or one other sign.
const TOKEN =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]\p{M}*|[\p{L}\p{M}\p{N}]+(?:['’.,\-‑][\p{L}\p{M}\p{N}]+)*|\s+|./gsu;

/**
 * Two texts compared word by word (longest common subsequence; Hunt and McIlroy 1976). Ways of setting a
 * sign (curly or straight, kinds of dash and space) do not count as changes, nor does the case of the first
 * letter, nor the signs at the very end, which belong to the sentence around a quotation.
 */
export function diffWords(draft: string, source: string): WordDiff {
  const [a, b] = [draft.match(TOKEN) ?? [], source.match(TOKEN) ?? []];
  const [x, y] = [a.map(folded), b.map(folded)];
  const kept = commonPairs(x, y);
  return {
    draft: pieces(a, new Set(kept.map(([i]) => i))),
    source: pieces(b, new Set(kept.map(([, j]) => j))),
  };
}

function folded(token: string, at: number): string {
  const plain = token
    .normalize('NFC')
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s+/g, ' ');
  return at === 0 ? plain.toLowerCase() : plain;
}

type Pair = readonly [number, number];

/** Places in both lists that hold the same, as many as can be, in order. */
function commonPairs(x: readonly string[], y: readonly string[]): readonly Pair[] {
  const head: Pair[] = [];
  while (head.length < Math.min(x.length, y.length) && x[head.length] === y[head.length])
    head.push([head.length, head.length]);
  const [endX, endY] = sharedEnd(x, y, head.length);
  const tail = x.slice(endX).map((_, at): Pair => [endX + at, endY + at]);
  const from = head.length;
  const middle = longestCommon(x.slice(from, endX), y.slice(from, endY));
  return [...head, ...middle.map(([i, j]): Pair => [i + from, j + from]), ...tail];
}

function sharedEnd(x: readonly string[], y: readonly string[], from: number): Pair {
  let [i, j] = [x.length, y.length];
  while (i > from && j > from && x[i - 1] === y[j - 1]) {
    i--;
    j--;
  }
  return [i, j];
}

function longestCommon(x: readonly string[], y: readonly string[]): readonly Pair[] {
  const width = y.length + 1;
  if ((x.length + 1) * width > MAX_TABLE_CELLS) return [];
  const lengths = new Uint16Array((x.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = x.length - 1; i >= 0; i--) {
    for (let j = y.length - 1; j >= 0; j--) {
      lengths[i * width + j] = x[i] === y[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  return walk(x, y, at);
}

function walk(
  x: readonly string[],
  y: readonly string[],
  at: (i: number, j: number) => number,
): readonly Pair[] {
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < x.length && j < y.length) {
    if (x[i] === y[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

const isSpace = (token: string | undefined) => token !== undefined && token.trim() === '';
const hasWord = (token: string) => /[\p{L}\p{N}]/u.test(token);

function pieces(tokens: readonly string[], kept: ReadonlySet<number>): readonly DiffPiece[] {
  const lastWord = tokens.findLastIndex(hasWord);
  const isChanged = (at: number) => !kept.has(at) && at <= lastWord;
  const found: { text: string; isChanged: boolean }[] = [];
  tokens.forEach((text, at) => {
    // One stretch of changed words, not each word by itself; a change of white space alone is none.
    const between = isSpace(text) && at > 0 && isChanged(at - 1) && isChanged(at + 1);
    const changed = isSpace(text) ? between : isChanged(at);
    const last = found.at(-1);
    if (last?.isChanged === changed) last.text += text;
    else found.push({ text, isChanged: changed });
  });
  return found;
}
