import { isFunctionWord, words } from '../../text/tokens.ts';

// Words that a page puts in brackets about itself, not about the story.
const PAGE_WORDS = new Set(
  'source sources link links read more continue continued continues advertisement ad click here photo photos picture image video gallery watch share subscribe sponsored via login'.split(
    ' ',
  ),
);
const BRACKETED = /\s*[([]([^()[\]]{1,40})[)\]]/g;

/**
 * The text without bracketed remarks of the page, such as `(source link)` or `[read more]`: brackets in
 * which every word speaks of the page. `(see table 2)` and `(AP)` stay.
 */
export function withoutPageRemarks(text: string): string {
  return text
    .replace(BRACKETED, (remark: string, inside: string) => (isPageRemark(inside) ? '' : remark))
    .trim();
}

function isPageRemark(inside: string): boolean {
  const list = words(inside);
  const naming = list.filter(({ norm }) => !isFunctionWord(norm) || PAGE_WORDS.has(norm));
  return naming.length > 0 && naming.every(({ norm }) => PAGE_WORDS.has(norm));
}
