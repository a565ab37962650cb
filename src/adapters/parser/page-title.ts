import { oneLine } from '../../ingest/normalize-text.ts';
import { cleanTitle } from '../../ingest/stated-metadata.ts';

export interface TitleSources {
  /** Titles that the page's head states, the most deliberate first. */
  readonly stated: readonly (string | null | undefined)[];
  /** Texts of its `h1` elements. */
  readonly headlines: readonly string[];
  readonly siteName: string | null;
}

/** A headline that shares less with what the head states may be the name of a section. */
const LEAST_SHARED = 0.25;
/** The only headline of a page needs no other witness from so many words. */
const LONE_HEADLINE_WORDS = 5;

/**
 * The headline as the page shows it, where that agrees with a title that the head states or is the only
 * one; else as the head states it, without the site's name. Heads often hold another wording, made for
 * search engines. Null where the page has neither.
 */
export function pageTitle({ stated, headlines, siteName }: TitleSources): string | null {
  const titles = stated.map(cleanTitle).filter((title) => title !== null);
  const bare = titles.map((title) => withoutSiteName(title, siteName));
  const shown = [...new Set(headlines.map(cleanTitle).filter((title) => title !== null))];
  const [title] = bare;
  if (title === undefined) return shown[0] ?? null;
  return bestOf(shown, bare) ?? (shown.length === 1 ? loneHeadline(shown[0], siteName) : null) ?? title;
}

/** The shown headline that shares most with the stated titles; null where none shares enough. */
function bestOf(shown: readonly string[], titles: readonly string[]): string | null {
  let best: string | null = null;
  let most = 0;
  for (const headline of shown) {
    const own = contentWords(headline);
    const shared = Math.max(
      ...titles.map((title) => contentWords(title).filter((word) => own.includes(word)).length),
    );
    const isAlike = shared >= Math.min(2, own.length) && shared >= LEAST_SHARED * own.length;
    if (!isAlike || wordCount(headline) < 2 || shared <= most) continue;
    most = shared;
    best = headline;
  }
  return best;
}

function loneHeadline(headline: string | undefined, siteName: string | null): string | null {
  if (headline === undefined || wordCount(headline) < LONE_HEADLINE_WORDS) return null;
  return siteName !== null && folded(headline).includes(folded(siteName)) ? null : headline;
}

const folded = (text: string) => oneLine(text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' '));
const wordCount = (text: string) => text.split(' ').length;
const contentWords = (text: string) => [
  ...new Set(
    folded(text)
      .split(' ')
      .filter((word) => word.length > 2),
  ),
];

/** `Levy rises | The Daily` → `Levy rises`, where what stands after the bar is short or the site's name. */
function withoutSiteName(title: string, site: string | null): string {
  const match = /^(.+?)\s+[|–—·»:-]{1,2}\s+([^|–—·»]+)$/u.exec(title);
  const [, before = '', after = ''] = match ?? [];
  const isName = site !== null && folded(after) === folded(site);
  return wordCount(before) >= 3 && (isName || (wordCount(after) <= 3 && wordCount(after) < wordCount(before)))
    ? before
    : title;
}
