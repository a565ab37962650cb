import type { Context, MiddlewareHandler } from 'hono';
import { timingSafeEqual } from 'hono/utils/buffer';
import { CitedeskError } from '../domain/errors.ts';
import { HttpError } from './problem.ts';

/** Who may call. */
export interface Access {
  /** True when only this machine can reach the server. */
  readonly isLoopback: boolean;
  /** Asked as a bearer token for everything but pages and health; null: not asked. */
  readonly token: string | null;
  /** Origins whose pages may call besides the server's own, such as `https://desk.example`; `*`: any. */
  readonly allowedOrigins: readonly string[];
  /** Host names that a proxy before a loopback server may pass on. */
  readonly allowedHosts: readonly string[];
}

const LOOPBACK_HOST = /^(?:localhost|[a-z0-9-]+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** True for a host name that means this machine: localhost and its subdomains, 127/8, [::1]. */
export function isLoopbackHost(hostname: string): boolean {
  return LOOPBACK_HOST.test(hostname.toLowerCase());
}

/**
 * Refuses a request that a foreign name led to a loopback server: a page whose name was pointed at
 * this machine (DNS rebinding) would otherwise read the archive as if it were its own site.
 */
export function checkHost({
  isLoopback,
  allowedHosts,
}: Pick<Access, 'isLoopback' | 'allowedHosts'>): MiddlewareHandler {
  return async (c, next) => {
    const { hostname } = new URL(c.req.url);
    if (isLoopback && !isLoopbackHost(hostname) && !allowedHosts.includes(hostname)) {
      const message = `This server answers to localhost, not to ${hostname.slice(0, 100)}.`;
      throw new HttpError('wrong-host', message);
    }
    await next();
  };
}

/** True when pages of that origin may call: the server's own, an allowed one, a local one on loopback. */
export function isAllowedOrigin(origin: string, requestUrl: string, access: Access): boolean {
  if (access.allowedOrigins.includes('*') || access.allowedOrigins.includes(origin)) return true;
  if (!URL.canParse(origin)) return false;
  const { host, hostname } = new URL(origin);
  // A proxy may end TLS before the server, so the scheme is not compared.
  if (host === new URL(requestUrl).host) return true;
  return access.isLoopback && isLoopbackHost(hostname);
}

/** Refuses calls from pages of other sites, also those that a browser sends without asking first. */
export function checkOrigin(access: Access): MiddlewareHandler {
  return async (c, next) => {
    const origin = c.req.header('origin');
    if (origin !== undefined && !isAllowedOrigin(origin, c.req.url, access)) {
      const message = `Pages of ${origin.slice(0, 200)} may not call this server; allowedOrigins lists those that may.`;
      throw new HttpError('origin-not-allowed', message);
    }
    await next();
  };
}

/** Asks for the bearer token on all paths that `isPublic` does not name. */
export function checkToken({ token }: Access, isPublic: (c: Context) => boolean): MiddlewareHandler {
  return async (c, next) => {
    if (token !== null && !isPublic(c) && !(await timingSafeEqual(bearer(c), token))) {
      throw new CitedeskError('unauthorized', 'This route needs the server’s token.', {
        fix: 'Send it as "Authorization: Bearer <token>".',
      });
    }
    await next();
  };
}

function bearer(c: Context): string {
  return /^Bearer +(\S+)\s*$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
}
