import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { AppEnv } from '../../../src/http/context.ts';
import { networkOf, visitorBehind } from '../../../src/runtime/visitor.ts';

describe('a visitor’s network', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:1:2::7', '2001:db8:1:2'],
    ['2001:0db8::7', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['', ''],
  ])('of %j is %j', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe('a visitor', () => {
  const visitor = async (hops: number, forwardedFor?: string) => {
    const app = new Hono<AppEnv>().get('/', (c) => c.text(visitorBehind(hops)(c)));
    const headers = forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor };
    const incoming = { socket: { remoteAddress: '10.0.0.1' } };
    return (await app.request('/', { headers }, { incoming })).text();
  };

  it('without proxies is who connects, whatever a header says', async () => {
    expect(await visitor(0)).toBe('10.0.0.1');
    expect(await visitor(0, '203.0.113.7')).toBe('10.0.0.1');
  });

  it('behind proxies is whom the outermost of them saw', async () => {
    expect(await visitor(1, '198.51.100.9, 203.0.113.7')).toBe('203.0.113.7');
    expect(await visitor(2, '198.51.100.9, 203.0.113.7, 10.0.0.2')).toBe('203.0.113.7');
  });

  it('is who connects where the proxies are fewer, or write no address', async () => {
    expect(await visitor(2, '203.0.113.7')).toBe('10.0.0.1');
    expect(await visitor(1, 'unknown')).toBe('10.0.0.1');
    expect(await visitor(1)).toBe('10.0.0.1');
  });
});
