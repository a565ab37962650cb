import type { Attributes } from './html-frame.ts';

/** What a page says of itself, unjudged. */
export interface PageHead {
  /** Content of `meta` by lower-case name, property or itemprop; the first of each. */
  readonly meta: ReadonlyMap<string, string>;
  readonly title: string;
  readonly language: string | null;
  readonly canonical: string | null;
  /** Address in the comment that a browser's "save page" leaves. */
  readonly savedFrom: string | null;
  /** Content of each JSON-LD script. */
  readonly jsonLd: readonly string[];
  /** Machine-readable dates of `time` elements, in order. */
  readonly times: readonly string[];
  /** Text of elements that are marked as the author. */
  readonly authors: readonly string[];
  /** Texts of `h1` elements. */
  readonly headlines: readonly string[];
}

type Capture = 'title' | 'json-ld' | 'author' | 'headline';

// Enough for any page that means well; a page that does not cannot fill the memory.
const MAX_ITEMS = 50;
const MAX_CHARS = 500_000;

/** Collects the head of a page from the events of its parser. */
export class HtmlHeadReader {
  readonly #meta = new Map<string, string>();
  readonly #found: Record<Capture, string[]> = { title: [], 'json-ld': [], author: [], headline: [] };
  readonly #times: string[] = [];
  #language: string | null = null;
  #canonical: string | null = null;
  #savedFrom: string | null = null;
  #capture: { readonly what: Capture; readonly tag: string } | null = null;
  #text = '';

  open(tag: string, attributes: Attributes): void {
    if (tag === 'meta') this.#readMeta(attributes);
    if (tag === 'html') this.#language ??= attributes['lang'] ?? attributes['xml:lang'] ?? null;
    if (tag === 'link' && attributes['rel'] === 'canonical') this.#canonical ??= attributes['href'] ?? null;
    if (tag === 'time' && this.#times.length < MAX_ITEMS) this.#times.push(attributes['datetime'] ?? '');
    if (this.#capture !== null) return;
    const what = captureOf(tag, attributes);
    if (what === null || this.#found[what].length >= MAX_ITEMS) return;
    this.#capture = { what, tag };
    this.#text = '';
  }

  close(tag: string): void {
    if (this.#capture?.tag !== tag) return;
    const text = this.#text.trim();
    if (text !== '') this.#found[this.#capture.what].push(text);
    this.#capture = null;
  }

  text(text: string): void {
    if (this.#capture !== null && this.#text.length < MAX_CHARS) this.#text += text;
  }

  comment(comment: string): void {
    const match = /(?:saved from url=\(\d+\)|\burl:)\s*(https?:\/\/\S+)/i.exec(comment.slice(0, 2_000));
    this.#savedFrom ??= match?.[1] ?? null;
  }

  finish(): PageHead {
    return {
      meta: this.#meta,
      title: this.#found.title[0] ?? '',
      language: this.#language,
      canonical: this.#canonical,
      savedFrom: this.#savedFrom,
      jsonLd: this.#found['json-ld'],
      times: this.#times.filter((time) => time !== ''),
      authors: this.#found.author,
      headlines: this.#found.headline,
    };
  }

  #readMeta(attributes: Attributes): void {
    const name =
      attributes['property'] ?? attributes['name'] ?? attributes['itemprop'] ?? attributes['http-equiv'];
    const content = attributes['content']?.trim() ?? '';
    if (name === undefined || content === '' || this.#meta.size >= 500) return;
    const key = name.toLowerCase();
    if (!this.#meta.has(key)) this.#meta.set(key, content);
  }
}

function captureOf(tag: string, attributes: Attributes): Capture | null {
  if (tag === 'title') return 'title';
  if (tag === 'h1') return 'headline';
  if (tag === 'script') return /\bld\+json\b/i.test(attributes['type'] ?? '') ? 'json-ld' : null;
  const isAuthor =
    attributes['rel'] === 'author' ||
    attributes['itemprop'] === 'author' ||
    /(?:^|\s)(?:by-?line|author(?:-?name)?)(?:\s|$)/i.test(attributes['class'] ?? '');
  return isAuthor ? 'author' : null;
}
