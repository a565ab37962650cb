import { getPath } from 'hono/utils/url';

/** Where the public app lies on the desk's server. */
export const PUBLIC_PATH = '/public';

/**
 * A request's path inside an app that lies under these paths, the outermost first. One that the request
 * does not begin with is passed over: a proxy may have taken it away already.
 */
export function pathInside(request: Request, bases: readonly string[]): string {
  return bases.reduce(withoutBase, getPath(request));
}

function withoutBase(path: string, base: string): string {
  if (path === base) return '/';
  return path.startsWith(`${base}/`) ? path.slice(base.length) : path;
}
