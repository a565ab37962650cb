// Query fields that say how a reader came, not what is read.
const TRACKING = /^(?:utm_\w+|fbclid|gclid|mc_\w+|ref|cmpid|ns_\w+|at_\w+|smid|share\w*)$/i;

/**
 * An address so that two spellings of one are equal: no scheme, `www.`, fragment, tracking fields, closing
 * slash or `amp`. What is no address comes back trimmed.
 */
export function addressKey(address: string): string {
  if (!URL.canParse(address)) return address.trim();
  const { hostname, pathname, searchParams } = new URL(address);
  const fields = [...searchParams].filter(([name]) => !TRACKING.test(name)).sort();
  const query = fields.map(([name, value]) => `${name}=${value}`).join('&');
  const path = pathname.replace(/\/(?:amp|index\.html?)?\/*$/i, '').toLowerCase();
  return `${hostname.replace(/^(?:www|m|amp)\./, '')}${path}${query === '' ? '' : `?${query}`}`;
}

/**
 * The ways in which a draft may write a path, the most exact first: each of its ends that begins at a
 * folder, so that `corpus/2026/a.md`, `../2026/a.md` and `a.md` all meet `2026/a.md`.
 */
export function pathKeys(path: string): string[] {
  const clean = decoded(path)
    .replace(/[?#].*$/s, '')
    .normalize('NFC')
    .toLowerCase();
  const parts = clean.split(/[\\/]+/).filter((part) => part !== '' && part !== '.' && part !== '..');
  const last = parts.at(-1) ?? '';
  if (!/\.[a-z][a-z\d]{1,7}$/.test(last)) return [];
  return parts.map((_, from) => `/${parts.slice(from).join('/')}`);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// Parts of a host name that are nobody's name.
const NAMELESS = new Set('www m amp news en edition com org net co ac gov edu int info'.split(' '));

/** The words of a site's name: `coastline wire` of `https://www.coastline-wire.co.uk/x`; none of no address. */
export function hostWords(address: string): string[] {
  if (!URL.canParse(address)) return [];
  const labels = new URL(address).hostname.split('.').slice(0, -1);
  const name = labels.filter((label) => !NAMELESS.has(label)).at(-1) ?? '';
  return name.split('-').filter((word) => word !== '');
}
