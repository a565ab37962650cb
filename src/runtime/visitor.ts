import { isIPv4, isIPv6 } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { AppContext } from '../http/context.ts';

/**
 * Tells visitors apart by the address that they come from, over IPv6 by their network (/64), which one
 * household has. Behind `hops` proxies that is what the outermost of them has written into
 * `X-Forwarded-For`; anything further left in it is the visitor's own word.
 */
export function visitorBehind(hops: number): (c: AppContext) => string {
  return (c) => {
    const peer = getConnInfo(c).remote.address ?? '';
    return networkOf(hops === 0 ? peer : forwardedFor(c.req.header('x-forwarded-for'), { peer, hops }));
  };
}

function forwardedFor(header: string | undefined, { peer, hops }: { peer: string; hops: number }): string {
  const addresses = (header ?? '').split(',').map((address) => address.trim());
  const address = addresses.at(-hops) ?? '';
  return isIPv4(address) || isIPv6(address) ? address : peer;
}

const NETWORK_PARTS = 4;

/** `2001:db8:1:2` of `2001:db8:1:2::7`; an IPv4 address as it is, also where it is mapped into IPv6. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  // Eight parts, the run of zeros written out; what is behind a `%` names an interface.
  const [head = '', tail] = address.replace(/%.*$/, '').toLowerCase().split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => '0');
  const parts = [...first, ...(tail === undefined ? [] : zeros), ...last];
  return parts
    .slice(0, NETWORK_PARTS)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':');
}
