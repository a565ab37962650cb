import type { BlockKind } from '../../domain/document.ts';

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements whose content is never text of the page. */
export const SKIPPED = set(
  'script style noscript template iframe object embed svg math canvas video audio map select option datalist textarea button dialog progress meter',
);

/** Elements that never have content (WHATWG HTML, void elements). */
export const VOID = set('area base br col embed hr img input link meta param source track wbr');

const BLOCK = set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html label legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul',
);

/** True for elements that begin and end a block of text; custom elements are taken for such. */
export function isBlockTag(tag: string): boolean {
  return BLOCK.has(tag) || tag.includes('-');
}

/** The kind that an element gives to the text in it; the innermost wins. */
export const KIND: Readonly<Record<string, BlockKind>> = {
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  li: 'list-item',
  dt: 'list-item',
  dd: 'list-item',
  blockquote: 'quotation',
  figure: 'caption',
  figcaption: 'caption',
  caption: 'caption',
};

/** Elements and ARIA roles around what is not the article. A form is none: some sites wrap the page in one. */
export const FURNITURE_REGION = set(
  'nav aside footer header navigation complementary contentinfo banner dialog menu menubar toolbar',
);

/** Elements and ARIA roles around the article. */
export const MAIN_REGION = set('article main');

// Class names by which style sheets show a text to screen readers alone, doubling what a picture says.
const READER_ONLY = /\b(?:sr-only|visually-?hidden|screen-?reader(?:-text)?|off-?screen)\b/i;

/** True for an element that the page does not show, or only while the reader points at another. */
export function isHidden(attributes: Readonly<Record<string, string>>): boolean {
  return (
    'hidden' in attributes ||
    'popover' in attributes ||
    attributes['aria-hidden'] === 'true' ||
    attributes['role'] === 'tooltip' ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes['style'] ?? '') ||
    READER_ONLY.test(attributes['class'] ?? '')
  );
}
