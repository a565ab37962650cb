import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { AppContext } from './context.ts';
import { isLoopbackHost } from './guard.ts';
import { HttpError } from './problem.ts';
import { createSiteLimits, type RequestKind, type Site, type SiteLimits } from './site.ts';

/** The header by which a page says for which site it asks. */
const SITE_HEADER = 'x-citedesk-site';

export interface SiteRules {
  readonly sites: readonly Site[];
  /** Milliseconds of a clock that never goes back. */
  readonly monotonicMs: () => number;
  /** Tells visitors apart, such as by address; all are one unless told. */
  readonly visitorOf?: (c: AppContext) => string;
}

/**
 * Lets in who sends the key of a site, comes from an origin that the site lists, and is within its limits.
 * Programs, and pages that fetch from their own server, name no origin: the key and the limits hold for
 * them. What no route answers is let through, to be told so.
 */
export function checkSite({ sites, monotonicMs, visitorOf }: SiteRules): MiddlewareHandler {
  const known = new Map(
    sites.map((site) => [site.key, { site, limits: createSiteLimits(site, monotonicMs) }]),
  );
  return async (c, next) => {
    if (matchedRoutes(c).every(({ method }) => method === 'ALL')) return next();
    const { site, limits } = siteOf(known, c.req.header(SITE_HEADER));
    assertOrigin(site, c.req.header('origin'));
    admit(limits, kindOf(c), visitorOf?.(c) ?? '');
    await next();
  };
}

interface KnownSite {
  readonly site: Site;
  readonly limits: SiteLimits;
}

function siteOf(known: ReadonlyMap<string, KnownSite>, key: string | undefined): KnownSite {
  if (key === undefined || key === '') {
    const message = `The request names no site: the header ${SITE_HEADER} with the site’s key is missing.`;
    throw new HttpError('site-key-missing', message);
  }
  const found = known.get(key);
  if (found !== undefined) return found;
  throw new HttpError('site-key-unknown', `This server knows no site of the key ${key.slice(0, 64)}.`);
}

function assertOrigin({ key, origins }: Site, origin: string | undefined): void {
  if (origin === undefined || isListed(origins, origin)) return;
  const message = `Pages of ${origin.slice(0, 200)} may not ask with the key ${key}; its site lists other origins.`;
  throw new HttpError('origin-not-allowed', message);
}

function isListed(origins: Site['origins'], origin: string): boolean {
  if (origins === 'loopback') return URL.canParse(origin) && isLoopbackHost(new URL(origin).hostname);
  return origins.includes('*') || origins.includes(origin);
}

function kindOf({ req }: AppContext): RequestKind {
  return req.path === '/api/chat' ? 'question' : 'other';
}

function admit(limits: SiteLimits, kind: RequestKind, visitor: string): void {
  const waitMs = limits.admit(kind, visitor);
  if (waitMs === 0) return;
  const seconds = Math.ceil(waitMs / 1_000);
  const what = kind === 'question' ? 'questions' : 'requests';
  const when = seconds === 1 ? 'a second' : `${seconds} seconds`;
  const message = `There have been as many ${what} as this site allows in a minute; ask again in ${when}.`;
  throw new HttpError('rate-limited', message, { 'retry-after': String(seconds) });
}
