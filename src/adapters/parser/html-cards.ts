import type { LineBuffer, TextMark } from './html-line-buffer.ts';

/** An inline element that is open: where its text begins, and where a card within it was taken out. */
interface Wrapper {
  readonly start: TextMark;
  card: TextMark | null;
}

// A sentence may name three teams or two studies with a link each, with commas or `and` between them.
const LEAST_LINKS = 3;
const LEAST_LINKS_WITH_IMAGE = 2;
/** Bars and dots between the links of a card. */
const PLAIN_CHARS_PER_LINK = 1;

/**
 * Takes cards out of running text: inline elements full of links to other stories, which a page shows
 * over the text while the reader points at a name. (`Rep. Ana Lima<span>…headlines…</span> said`.)
 */
export class CardFilter {
  readonly #wrappers: Wrapper[] = [];
  readonly #buffer: LineBuffer;

  constructor(buffer: LineBuffer) {
    this.#buffer = buffer;
  }

  open(): void {
    this.#wrappers.push({ start: this.#buffer.mark(), card: null });
  }

  close(): void {
    const wrapper = this.#wrappers.pop();
    if (wrapper === undefined) return;
    const card = this.#isCard(wrapper) ? wrapper.start : this.#cardAround(wrapper);
    if (card === null || this.#buffer.since(card) === null) return;
    this.#buffer.rewind(card);
    const outer = this.#wrappers.at(-1);
    if (outer !== undefined) outer.card ??= card;
  }

  /** Links alone, some as long as headlines, after text of the same block. */
  #isCard({ start }: Wrapper): boolean {
    const inside = this.#buffer.since(start);
    if (inside === null || inside.headlines === 0 || start.linkChars + start.plainChars === 0) return false;
    const least = inside.images > 0 ? LEAST_LINKS_WITH_IMAGE : LEAST_LINKS;
    return inside.links >= least && inside.plainChars <= PLAIN_CHARS_PER_LINK * inside.links;
  }

  /** An element that began with a card is that card's frame: what follows in it, such as `More`, goes too. */
  #cardAround({ start, card }: Wrapper): TextMark | null {
    if (card === null) return null;
    const isFrame =
      card.line === start.line && card.linkChars + card.plainChars === start.linkChars + start.plainChars;
    return isFrame ? card : null;
  }
}
