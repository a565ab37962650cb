/**
 * The server's base address with `/` at its end: what the `src` attribute names, read against the
 * page's address; without it, the folder that the element's own module came from.
 */
export function baseUrl(src: string | null, page: string, module: string): string {
  const base = src === null || src.trim() === '' ? new URL('.', module) : new URL(src, page);
  if (!base.pathname.endsWith('/')) base.pathname += '/';
  base.search = '';
  base.hash = '';
  return base.href;
}
