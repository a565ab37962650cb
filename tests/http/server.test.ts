import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { type RunningServer, type ServeOptions, serveDesk } from '../../src/runtime/serve.ts';
import { conversation, post } from './support/app.ts';
import { recordingDesk } from './support/recording-desk.ts';

const running: RunningServer[] = [];

async function start(options: Partial<ServeOptions> = {}): Promise<RunningServer> {
  const server = await serveDesk({
    desk: recordingDesk(),
    publicDesk: recordingDesk(),
    config: { host: '127.0.0.1', port: 0 },
    token: null,
    logLevel: 'silent',
    ...options,
  });
  running.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

describe('a client that goes away', () => {
  it('stops the work of its stream', async () => {
    const desk = recordingDesk({ hangAfter: 3 });
    const { url } = await start({ desk });
    const gone = new AbortController();
    const response = await fetch(`${url}/api/chat`, { ...post(conversation('x')), signal: gone.signal });
    await response.body?.getReader().read();
    gone.abort();
    expect(await desk.askEnded).toBe('stopped');
  });

  it('stops the work of an answer in one piece', async () => {
    const desk = recordingDesk({ hangAfter: 1 });
    const { url } = await start({ desk });
    const gone = new AbortController();
    const response = fetch(`${url}/api/ask`, { ...post({ question: 'x' }), signal: gone.signal });
    await expect.poll(() => desk.calls.length).toBe(1);
    gone.abort();
    await expect(response).rejects.toThrow();
    expect(await desk.askEnded).toBe('stopped');
  });

  it('is noticed too when it drops the connection without a word', async () => {
    const desk = recordingDesk({ hangAfter: 3 });
    const { url } = await start({ desk });
    const body = JSON.stringify(conversation('x'));
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write(
      `POST /api/chat HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    );
    await new Promise((resolve) => socket.once('data', resolve));
    socket.resetAndDestroy();
    expect(await desk.askEnded).toBe('stopped');
  });
});

describe('closing', () => {
  it('lets a running answer finish and takes no new ones', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const inner = recordingDesk();
    const desk = {
      ...inner,
      async search(request: Parameters<typeof inner.search>[0]) {
        const result = inner.search(request);
        await held;
        return result;
      },
    };
    const server = await start({ desk });
    const answer = fetch(`${server.url}/api/search?question=x`);
    await expect.poll(() => inner.calls.length).toBe(1);
    const closed = server.close();
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
    release();
    expect((await answer).status).toBe(200);
    await closed;
  });

  it('ends what does not finish in time', async () => {
    const desk = recordingDesk({ hangAfter: 3 });
    const server = await start({ desk, drainMs: 20 });
    const response = await fetch(`${server.url}/api/chat`, post(conversation('x')));
    await server.close();
    await expect(response.text()).rejects.toThrow();
    expect(await desk.askEnded).toBe('stopped');
  });
});

describe('what the parser refuses', () => {
  it('is told of a header that is too long', async () => {
    const { url } = await start();
    const response = await fetch(`${url}/api/search?question=${'x'.repeat(300_000)}`);
    expect(response.status).toBe(431);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({
      code: 'content-too-large',
      detail: 'Address and headers have at most 262,144 bytes; these have more.',
    });
  });

  it('is told that it is no HTTP', async () => {
    const { url } = await start();
    expect(await exchange(url, 'HELLO\r\n\r\n')).toContain('"detail":"This is not a request in HTTP."');
  });

  it('is not a request without a host', async () => {
    const { url } = await start();
    expect(await exchange(url, 'GET /healthz HTTP/1.0\r\n\r\n')).toContain('"status":"ready"');
  });
});

function exchange(url: string, text: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  const pieces: string[] = [];
  socket.setEncoding('utf8').on('data', (piece: string) => pieces.push(piece));
  socket.write(text);
  return new Promise((resolve) => socket.on('close', () => resolve(pieces.join(''))));
}

describe('starting', () => {
  it('says that the port is in use', async () => {
    const { url } = await start();
    const port = Number(new URL(url).port);
    await expect(start({ config: { host: '127.0.0.1', port } })).rejects.toMatchObject({
      code: 'port-in-use',
      message: `Port ${port} of 127.0.0.1 is in use by another program.`,
      fix: 'Stop that, or choose another port with --port.',
    });
  });

  it('says that there is no such address here', async () => {
    const config = { host: '203.0.113.7', port: 0 };
    await expect(start({ config, token: 'a-long-random-token' })).rejects.toMatchObject({
      code: 'config-invalid',
      message: /203\.0\.113\.7/,
    });
  });

  it.each([null, '', 'short'])('refuses a host that others can reach with the token %j', async (token) => {
    const config = { host: '0.0.0.0', port: 0 };
    await expect(start({ config, token })).rejects.toMatchObject({
      code: 'config-invalid',
      fix: expect.stringContaining('CITEDESK_TOKEN'),
    });
  });

  it('serves others once there is a token', async () => {
    const { url } = await start({ config: { host: '0.0.0.0', port: 0 }, token: 'a-long-random-token' });
    const local = url.replace('0.0.0.0', '127.0.0.1');
    expect((await fetch(`${local}/api/search?question=x`)).status).toBe(401);
    const headers = { authorization: 'Bearer a-long-random-token' };
    expect((await fetch(`${local}/api/search?question=x`, { headers })).status).toBe(200);
  });
});

describe('the pages', () => {
  const pagesDir = mkdtempSync(join(tmpdir(), 'pages-'));
  mkdirSync(join(pagesDir, 'assets'));
  writeFileSync(join(pagesDir, 'index.html'), '<!doctype html><title>Citedesk</title>');
  writeFileSync(join(pagesDir, 'citedesk-chat.js'), 'export {};');
  writeFileSync(join(pagesDir, 'citedesk-chat.js.gz'), gzipSync('export {};'));
  writeFileSync(join(pagesDir, 'assets/a-1.css'), 'a{}');
  writeFileSync(join(pagesDir, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');

  it('are served under a strict policy, and looked at afresh each time', async () => {
    const { url } = await start({ pagesDir });
    const response = await fetch(url);
    expect(await response.text()).toContain('<title>Citedesk</title>');
    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'; script-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect((await fetch(`${url}/icon.svg`)).headers.get('content-type')).toContain('image/svg+xml');
  });

  it('let any site load the module, whatever its origin', async () => {
    const { url } = await start({ pagesDir });
    const headers = { origin: 'https://news.example' };
    const response = await fetch(`${url}/citedesk-chat.js`, { headers });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('javascript');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    const asset = await fetch(`${url}/assets/a-1.css`, { headers });
    expect(asset.headers.get('cache-control')).toContain('immutable');
    expect(asset.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('come compressed to whoever takes them so', async () => {
    const { url } = await start({ pagesDir });
    const sent = async (encoding: string) => {
      const response = await fetch(`${url}/citedesk-chat.js`, { headers: { 'accept-encoding': encoding } });
      expect(await response.text()).toBe('export {};');
      expect(response.headers.get('content-type')).toContain('javascript');
      return [response.headers.get('content-encoding'), response.headers.get('vary')];
    };
    expect(await sent('gzip, br')).toEqual(['gzip', 'Accept-Encoding']);
    expect(await sent('identity')).toEqual([null, null]);
  });

  it('lead to nothing outside their folder', async () => {
    const { url } = await start({ pagesDir });
    for (const path of ['/assets/..%2f..%2fetc/passwd', '/package.json', '/assets/none.js']) {
      const response = await fetch(url + path);
      expect(response.status).toBe(404);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
    }
  });

  it('are missed with a problem document where they are not built', async () => {
    const { url } = await start({ pagesDir: join(pagesDir, 'none') });
    expect((await fetch(url)).status).toBe(404);
  });
});

describe('the public app', () => {
  const sites = [{ key: 'news', origins: ['https://news.example'], questionsPerMinutePerVisitor: 2 }];
  const askAs = (key: string, origin = 'https://news.example') =>
    post(conversation('x'), { 'x-citedesk-site': key, origin });
  const statusOf = async (url: string, init?: RequestInit) => {
    const response = await fetch(url, init);
    await response.text();
    return response.status;
  };

  it('is under /public of the desk, for pages of this machine as the site demo', async () => {
    const publicDesk = recordingDesk();
    const { url, publicUrl } = await start({ publicDesk });
    expect(publicUrl).toBeNull();
    expect(await statusOf(`${url}/public/api/chat`, askAs('demo', 'http://localhost:3000'))).toBe(200);
    expect(await statusOf(`${url}/public/api/chat`, askAs('demo'))).toBe(403);
    expect(publicDesk.calls).toMatchObject([{ method: 'ask', request: { question: 'x' } }]);
  });

  it('has no site demo where sites are configured, and counts the visitors of each', async () => {
    const { url } = await start({ config: { host: '127.0.0.1', port: 0, sites } });
    expect(await statusOf(`${url}/public/api/chat`, askAs('demo', 'http://localhost:3000'))).toBe(403);
    const statuses = [];
    for (let n = 0; n < 3; n++) statuses.push(await statusOf(`${url}/public/api/chat`, askAs('news')));
    expect(statuses).toEqual([200, 200, 429]);
  });

  it('stops the work for a reader who goes away', async () => {
    const publicDesk = recordingDesk({ hangAfter: 3 });
    const { url } = await start({ publicDesk });
    const gone = new AbortController();
    const init = { ...askAs('demo', 'http://localhost:3000'), signal: gone.signal };
    const response = await fetch(`${url}/public/api/chat`, init);
    await response.body?.getReader().read();
    gone.abort();
    expect(await publicDesk.askEnded).toBe('stopped');
  });

  it('is alone at a port of its own, where there is no desk', async () => {
    const desk = recordingDesk();
    const config = { host: '127.0.0.1', port: 0, publicHost: '0.0.0.0', publicPort: 0, sites };
    const { url, publicUrl } = await start({ desk, config });
    const alone = publicUrl?.replace('0.0.0.0', '127.0.0.1') ?? '';
    expect(new URL(alone).port).not.toBe(new URL(url).port);
    expect(await statusOf(`${alone}/api/chat`, askAs('news'))).toBe(200);
    expect(await statusOf(`${alone}/api/search?question=x`)).toBe(404);
    expect(await statusOf(`${alone}/api/check`, post({ draft: 'x' }))).toBe(404);
    expect(await statusOf(`${alone}/`)).toBe(404);
    expect(await statusOf(`${url}/api/search?question=x`)).toBe(200);
    expect(desk.calls.map(({ method }) => method)).toEqual(['search']);
  });

  it('is not served to others without a site that may ask', async () => {
    const config = { host: '127.0.0.1', port: 0, publicHost: '0.0.0.0', publicPort: 0 };
    await expect(start({ config })).rejects.toMatchObject({
      code: 'config-invalid',
      fix: expect.stringContaining('sites'),
    });
  });

  it('that cannot start leaves no half of a server', async () => {
    const { url } = await start();
    const taken = Number(new URL(url).port);
    const free = await start();
    const port = Number(new URL(free.url).port);
    await free.close();
    const failing = start({ config: { host: '127.0.0.1', port, publicPort: taken } });
    await expect(failing).rejects.toMatchObject({ code: 'port-in-use' });
    await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
  });

  it('serves the module that pages embed, and no page', async () => {
    const pagesDir = mkdtempSync(join(tmpdir(), 'pages-'));
    writeFileSync(join(pagesDir, 'index.html'), '<!doctype html>');
    writeFileSync(join(pagesDir, 'check.html'), '<!doctype html><title>Check</title>');
    writeFileSync(join(pagesDir, 'citedesk-chat.js'), 'export {};');
    const { url } = await start({ pagesDir });
    const module = await fetch(`${url}/public/citedesk-chat.js`, {
      headers: { origin: 'https://news.example' },
    });
    expect(module.headers.get('access-control-allow-origin')).toBe('*');
    for (const path of ['/', '/index.html', '/check', '/check.html', '']) {
      expect(await statusOf(`${url}/public${path}`)).toBe(404);
    }
    expect(await (await fetch(`${url}/check`)).text()).toContain('<title>Check</title>');
  });

  it('and the desk answer behind a proxy that passes its path on', async () => {
    const { url } = await start({ config: { host: '127.0.0.1', port: 0, basePath: '/news/desk' } });
    expect(await statusOf(`${url}/news/desk/healthz`)).toBe(200);
    expect(await statusOf(`${url}/news/desk/public/healthz`)).toBe(200);
    expect(new URL((await fetch(`${url}/news/desk`)).url).pathname).toBe('/news/desk/');
  });
});
