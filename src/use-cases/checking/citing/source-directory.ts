import type { DocumentId } from '../../../domain/document.ts';
import type { DocumentSummary } from '../../../ports/index-store.ts';
import { words } from '../../../text/tokens.ts';
import { addressKey, hostWords, pathKeys } from './addresses.ts';

type Ids = ReadonlySet<DocumentId>;

/** Finds articles of the archive by what a draft says of them. An empty set: the archive has none such. */
export interface SourceDirectory {
  /** An address, a path inside or above the corpus, or an address that ends in a document's id or path. */
  byAddress(address: string): Ids;
  /** Exactly this title, but for case, accents and punctuation. */
  byTitle(title: string): Ids;
  /** The articles with the longest title that the text holds. */
  byTitleWithin(text: string): Ids;
  /** The articles of an outlet, as far as their publishers, addresses and bylines tell. */
  byOutlet(name: string): Ids;
}

/** Titles shorter than this, in letters and digits, stand in any text by chance: `Sport`, `In brief`. */
const MIN_TITLE_CHARS = 16;

/** Over the documents of one index; made once a check, in time linear in their number. */
export function createSourceDirectory(documents: readonly DocumentSummary[]): SourceDirectory {
  const addresses = new Map<string, Set<DocumentId>>();
  const titles = new Map<string, Set<DocumentId>>();
  for (const { id, path, url, title } of documents) {
    for (const key of [id, ...pathKeys(path)]) add(addresses, key, id);
    if (url !== null) for (const key of [addressKey(url), sitePath(url)]) add(addresses, key, id);
    add(titles, titleKey(title), id);
  }
  const ids = new Set(documents.map(({ id }) => id));
  const outlets = outletsOf(documents);
  return {
    byAddress: (address) =>
      keysOf(address, ids)
        .map((key) => addresses.get(key))
        .find(isOneSource) ?? NONE,
    byTitle: (title) => titles.get(titleKey(title)) ?? NONE,
    byTitleWithin(text) {
      const held = titleKey(text);
      const found = [...titles.keys()].filter((key) => key.length >= MIN_TITLE_CHARS && held.includes(key));
      const longest = found.reduce((best, key) => (key.length > best.length ? key : best), '');
      return titles.get(longest) ?? NONE;
    },
    byOutlet(name) {
      const wanted = outletWords(name);
      return new Set(outlets.filter((outlet) => isOutlet(wanted, outlet)).map(({ id }) => id));
    },
  };
}

const NONE: Ids = new Set();

// A file name alone may be that of many articles, and then tells of none.
const isOneSource = (found: Ids | undefined) =>
  found !== undefined && found.size > 0 && found.size <= MAX_SAME;
const MAX_SAME = 4;

function add(map: Map<string, Set<DocumentId>>, key: string, id: DocumentId): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([id]));
  else known.add(id);
}

function keysOf(address: string, ids: Ids): string[] {
  const named = /(?<![\w-])d[0-9a-f]{16}(?![\w-])/.exec(address)?.[0];
  if (named !== undefined && ids.has(named)) return [named];
  if (/^[a-z][a-z\d+.-]*:/i.test(address)) return [addressKey(address), ...pathKeys(address)];
  return [...pathKeys(address), ...(address.startsWith('/') ? [sitePath(`http://x${address}`)] : [])];
}

// What a link inside one site is written as: the address without its host.
const sitePath = (url: string) => addressKey(url).replace(/^[^/]*/, '');

/** Words in lower case with a space around each. */
function titleKey(title: string): string {
  return ` ${words(title)
    .map(({ norm }) => norm)
    .join(' ')} `;
}

interface Outlet {
  readonly id: DocumentId;
  /** Words of its site's name. */
  readonly site: readonly string[];
  readonly author: string;
  /** Words of the name that the article gives its publisher; none where it names none. */
  readonly publisher: readonly string[];
}

function outletsOf(documents: readonly DocumentSummary[]): Outlet[] {
  return documents.map(({ id, url, author, publisher }) => ({
    id,
    site: url === null ? [] : hostWords(url),
    author: author === null ? '' : titleKey(author),
    publisher: publisher === undefined ? [] : outletWords(publisher),
  }));
}

// What newspapers are called beside their names.
const COMMON = new Set(
  'the newspaper paper daily weekly news agency website site magazine broadcaster online staff'.split(' '),
);

/** True where two names can be one outlet's: `the Merrow Ledger`, `Merrow Ledger Online`, `ML`. */
export const isSameOutlet = (a: string, b: string): boolean => isOneOutlet(outletWords(a), outletWords(b));

function isOneOutlet(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const initials = long.map((word) => word.charAt(0)).join('');
  return (
    short.length > 0 &&
    (short.every((word) => long.includes(word)) ||
      short.join('') === long.join('') ||
      (short.length === 1 && long.length > 1 && short[0] === initials))
  );
}

const outletWords = (name: string) =>
  words(name)
    .map(({ norm }) => norm)
    .filter((word) => !COMMON.has(word));

/** `Merrow Ledger` is `ledger.example`, `Coastline Wire` is `coastline-wire.example` and `coastlinewire.example`. */
function isOutlet(wanted: readonly string[], { site, author, publisher }: Outlet): boolean {
  if (wanted.length === 0) return false;
  if (isOneOutlet(wanted, publisher)) return true;
  const own = site.filter((word) => !COMMON.has(word));
  const name = own.join('');
  if (name.length >= 3 && (wanted.join('') === name || (own.length === 1 && wanted.includes(name))))
    return true;
  return wanted.length > 1 && author.includes(` ${wanted.join(' ')} `);
}
