const FURNITURE =
  /^(ads?|advert\w*|agegate|author\w*|banner|bio|breadcrumbs?|byline|caption|combx|comments?|community|cookies?|copyright|credits?|cta|disqus|donate|extra|foot|footer\w*|gallery|gdpr|header|hidden|jump|legends?|login|masthead|menu|meta|modal|more|most|nav\w*|newsletters?|outbrain|pager?|paginat\w*|paywall|pop\w*|promo\w*|recirc\w*|recommend\w*|related\w*|remark|replies|reply|rss|share\w*|sharing|shoutbox|sidebar|signup|skip|skyscraper|slideshow|social\w*|sponsor\w*|subscri\w*|supplemental|taboola|tags?|teaser\w*|toolbar|tools?|trending|widget\w*|yom|remote)$/;
const CONTENT = /^(article\w*|blog|body|column|content\w*|entry|main|page|para\w*|post|story\w*|text)$/;

// Of the training pages' paragraphs of articles none stands in such an element, of the other text one in nine.
const BOX =
  /^(author\w*|bio|breadcrumbs?|byline|copyright|newsletters?|outbrain|popular|recirc\w*|recommend\w*|related\w*|rnews|shar(?:e|es|ing)|signup|social|sponsor\w*|subscri\w*|taboola|tags|teasers?|trending|yarpp)$/;

export interface NameHints {
  readonly furniture: number;
  readonly content: number;
  /** True where one of them names a box that is never text of an article, such as `newsletter`. */
  readonly box: boolean;
}

/** How many words of an element's class and id names speak of furniture and of content. */
export function nameHints(names: string): NameHints {
  let furniture = 0;
  let content = 0;
  let box = false;
  let embed = false;
  if (names.length <= 1) return { furniture, content, box };
  for (const word of nameWords(names)) {
    box ||= BOX.test(word);
    // What others wrote at a network, which a story quotes.
    embed ||= word.startsWith('embed');
    if (FURNITURE.test(word)) furniture++;
    else if (CONTENT.test(word)) content++;
  }
  return { furniture, content, box: box && !embed };
}

/** `articleBody share-box` → article, body, share, box. */
function nameWords(names: string): string[] {
  return names
    .slice(0, 500)
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
}

const OVERLAY = /(?:^|[\s_-])(?:tool-?tip|pop-?over|hover-?(?:card|box)|roll-?over|fly-?out)/i;
const CAPTION =
  /(?<!(?:has|no|with|show|hide|toggle)[_-]?)caption(?:s|[_-]?(?:text|body|inner|content))?(?=\s|$|--)|(?:^|[\s_-])cutline/i;
const CREDIT = /credit|copyright|photographer|(?:^|[\s_-])(?:source|provider|attribution)(?:\s|$)/i;

/** True for names of what a page shows over a text while the reader points at a word. */
export const namesOverlay = (names: string): boolean => OVERLAY.test(names);

/** True for names of the words under a picture. */
export const namesCaption = (names: string): boolean => CAPTION.test(names);

/** True for names of the words that say whose a picture is. */
export const namesCredit = (names: string): boolean => CREDIT.test(names);
