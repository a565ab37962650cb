import type { CheckedClaim } from '../../../src/domain/check.ts';
import type { Cite } from '../../../src/domain/document.ts';

/** The passages of one article. */
interface ArticleEvidence {
  readonly cites: readonly [Cite, ...Cite[]];
}

/** One source: an article and those that retell it. */
export interface Story extends ArticleEvidence {
  readonly retellings: readonly ArticleEvidence[];
}

/**
 * The evidence of a claim by article, retellings folded under the first of them until there are no more
 * sources than the desk counted. Which articles retell each other is read from their passages: those most
 * alike (Jaccard over words) are one. Best first, as the evidence is.
 */
export function storiesOf({ evidence, independentSources }: CheckedClaim): readonly Story[] {
  let stories = articlesOf(evidence).map(({ cites }): Story => ({ cites, retellings: [] }));
  while (stories.length > Math.max(1, independentSources)) stories = withClosestJoined(stories);
  return stories;
}

function articlesOf(evidence: readonly Cite[]): readonly ArticleEvidence[] {
  const articles = new Map<string, [Cite, ...Cite[]]>();
  for (const cite of evidence) {
    const known = articles.get(cite.documentId);
    if (known === undefined) articles.set(cite.documentId, [cite]);
    else known.push(cite);
  }
  return [...articles.values()].map((cites) => ({ cites }));
}

function withClosestJoined(stories: readonly Story[]): Story[] {
  const pairs = stories.flatMap((first, i) =>
    stories.slice(i + 1).map((second) => ({ first, second, alike: likeness(first, second) })),
  );
  // As the evidence stands where pairs are equally alike: `>` keeps the first.
  const best = pairs.reduce((a, b) => (b.alike > a.alike ? b : a));
  const { first, second } = best;
  const joined = {
    ...first,
    retellings: [...first.retellings, { cites: second.cites }, ...second.retellings],
  };
  return stories.filter((story) => story !== second).map((story) => (story === first ? joined : story));
}

function likeness(a: ArticleEvidence, b: ArticleEvidence): number {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  const shared = [...x].filter((word) => y.has(word)).length;
  return shared / Math.max(1, x.size + y.size - shared);
}

const wordsOf = ({ cites }: ArticleEvidence): Set<string> =>
  new Set(
    cites
      .map(({ quote }) => quote)
      .join(' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu),
  );
