/** What the article object of a page's JSON-LD says (schema.org `Article` and its kin). */
export interface LinkedData {
  readonly title: string | null;
  readonly author: string | null;
  readonly publishedAt: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly publisher: string | null;
}

type Json = unknown;
type Node = Readonly<Record<string, Json>>;

const ARTICLE = /(?:Article|BlogPosting|Report|LiveBlog|Posting)$/;
// Pages nest their article under `@graph`, lists and `mainEntity`, hardly deeper.
const MAX_DEPTH = 6;
const MAX_NODES = 2_000;

/**
 * The first article that the scripts describe; null where none does. Broken JSON counts as silence.
 * `toText` undoes the HTML that many systems leave in its strings.
 */
export function readLinkedData(
  scripts: readonly string[],
  toText: (html: string) => string,
): LinkedData | null {
  for (const script of scripts) {
    const article = findArticle(parse(script));
    if (article !== null) return linkedData(article, toText);
  }
  return null;
}

function parse(script: string): Json {
  // Some systems wrap the object in comment or CDATA marks, or leave line breaks inside strings.
  const json = script.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\/\]\]>|\]\]>)\s*$/g, '');
  try {
    return JSON.parse(json.replace(/[\n\r\t]/g, ' '));
  } catch {
    return null;
  }
}

function findArticle(root: Json): Node | null {
  const queue: { readonly value: Json; readonly depth: number }[] = [{ value: root, depth: 0 }];
  for (let next = 0; next < Math.min(queue.length, MAX_NODES); next++) {
    const { value, depth } = queue[next] ?? { value: null, depth: 0 };
    if (!isObject(value)) continue;
    if (texts(value['@type']).some((type) => ARTICLE.test(type))) return value;
    if (depth < MAX_DEPTH)
      for (const child of Object.values(value)) queue.push({ value: child, depth: depth + 1 });
  }
  return null;
}

function linkedData(article: Node, toText: (html: string) => string): LinkedData {
  const plain = (value: string | null) => (value === null ? null : toText(value));
  const page = article['mainEntityOfPage'];
  return {
    title: plain(text(article['headline']) ?? text(article['name'])),
    author: plain(names(article['author'])),
    publishedAt: text(article['datePublished']) ?? text(article['dateCreated']),
    url: text(article['url']) ?? (isObject(page) ? text(page['@id']) : text(page)),
    language: text(article['inLanguage']),
    publisher: plain(names(article['publisher'])),
  };
}

function names(author: Json): string | null {
  const list = (Array.isArray(author) ? author : [author]).flatMap((one: Json) =>
    texts(isObject(one) ? one['name'] : one),
  );
  return list.length === 0 ? null : [...new Set(list)].slice(0, 5).join(', ');
}

// Arrays are objects too: their elements are looked at as values.
const isObject = (value: Json): value is Node => typeof value === 'object' && value !== null;
const text = (value: Json): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null;
const texts = (value: Json): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one: Json): one is string => text(one) !== null);
