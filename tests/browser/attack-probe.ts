import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { folder } from '../http/support/cli.ts';

// What the pages and the element are made of. Anything else in their trees came from a text that was taken for HTML.
const OWN_TAGS = [
  ...['div', 'form', 'label', 'textarea', 'button', 'p', 'dialog', 'article', 'h2', 'h3', 'h4', 'section'],
  ...['ul', 'ol', 'li', 'aside', 'desk-chat', 'input', 'select', 'option', 'footer', 'fieldset', 'legend'],
  ...['span', 'bdi', 'svg', 'path', 'circle', 'rect', 'header', 'a', 'mark', 'blockquote', 'i', 'nav'],
  ...['progress', 'details', 'summary', 'dl', 'dt', 'dd', 'ins', 'del', 'kbd', 'strong', 'q', 'slot', 'time'],
  ...['textpath', 'line', 'polyline', 'small', 'em', 'sup', 'cite', 's', 'menu', 'table', 'tr', 'td', 'th'],
];

// In the page before anything else: remembers what must never happen, and looks for what must never be.
const WATCH = `(() => {
  const seen = [];
  addEventListener('securitypolicyviolation', (event) => seen.push('policy ' + event.violatedDirective + ' ' + event.blockedURI), true);
  window.open = (address) => { seen.push('opened ' + address); return null; };
  // In a tree of shadows: their hosts are the page's, what is inside is the element's.
  const inside = (root) => [...root.querySelectorAll('*')].flatMap((element) =>
    element.shadowRoot ? [element, ...inside(element.shadowRoot)] : [element]);
  const own = new Set(${JSON.stringify(OWN_TAGS)});
  const hosts = () => [...document.querySelectorAll('*')].filter((element) => element.shadowRoot);
  window.__outside = () => JSON.stringify([document.title, document.documentElement.scrollWidth > innerWidth,
    [...document.querySelectorAll('*')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [element.localName, element.getAttributeNames().join(), x + scrollX, y + scrollY, width, height].join(' ');
    })]);
  // Words beside a text that changes directions stand where they would stand without it. Its marks make room for
  // others that are as invisible, and change nothing; what is foreign may be moved by what is foreign.
  const blockOf = (node) => node.parentElement.closest('p, li, h2, h3, h4, dd, article, section, header, div') ?? node.parentElement;
  const bare = (text) => text.replace(/[\\s\\p{C}]+/gu, '');
  window.__moved = (foreignTexts) => {
    const foreign = bare(foreignTexts);
    const texts = hosts().flatMap((host) => inside(host.shadowRoot)).filter((element) => element.checkVisibility())
      .flatMap((element) => [...element.childNodes].filter((node) => node.nodeType === 3 && node.data.trim() !== ''));
    const marks = /[\\u200E\\u200F\\u061C\\u202A-\\u202E\\u2066-\\u2069]/g;
    const turning = texts.filter((node) => node.data.search(marks) >= 0);
    const near = new Set(turning.map((node) => blockOf(node).parentElement));
    const own = texts.filter((node) => [...near].some((element) => element?.contains(node)) && !foreign.includes(bare(node.data)));
    // Within their own block: a line more above it moves them all, and tells nothing.
    const places = () => own.map((node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      const { left: x, top: y } = blockOf(node).getBoundingClientRect();
      return [...range.getClientRects()].map(({ left, top }) => Math.round(left - x) + ' ' + Math.round(top - y)).join();
    });
    const before = places(), words = turning.map((node) => node.data);
    turning.forEach((node) => { node.data = node.data.replace(marks, '\\u200C'); });
    const after = places();
    turning.forEach((node, n) => { node.data = words[n]; });
    return own.filter((_, n) => before[n] !== after[n]).map((node) => 'moved ' + node.parentElement.localName + '.' + node.parentElement.className + ': ' + node.data.trim().slice(0, 60));
  };
  window.__look = (part) => {
    const parts = part ? [part] : hosts().map((host) => host.shadowRoot);
    const all = parts.flatMap(inside);
    return [
      ...seen,
      ...(window.__pwned === undefined ? [] : ['executed']),
      ...('polluted' in {} || 'polluted' in Object ? ['polluted'] : []),
      ...(document.cookie === '' ? [] : ['cookie']),
      ...all.filter(({ localName }) => !own.has(localName)).map(({ localName }) => 'element ' + localName),
      ...all.flatMap((element) => element.getAttributeNames()
        .filter((name) => /^on|^srcdoc$|^formaction$|^autofocus$|^(xlink:)?src$|^background$/.test(name) || (name === 'style' && element.id !== 'note'))
        .map((name) => 'attribute ' + name)),
      ...all.filter(({ localName, href }) => localName === 'a' && href)
        .filter(({ protocol }) => !/^https?:$/.test(protocol)).map(({ href }) => 'link ' + href),
      ...all.filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && /[\\u202D\\u202E]/.test(node.data)))
        .map(({ localName, className }) => 'override of direction in ' + localName + '.' + className),
    ];
  };
})()`;

export interface Probe {
  /** Remembers the page outside of its elements; it must be the same at each `expectSilence` from here on. */
  readonly settle: () => Promise<void>;
  /** Nothing executed, asked of another host, broke a policy, or left the element. */
  readonly expectSilence: () => Promise<void>;
  /** No word of the page's own is moved by a change of direction in `foreign` texts. */
  readonly expectOrder: (foreign: string) => Promise<void>;
}

/** Watches a page from its next address on; `own`: addresses of everything that is ours. */
export async function watch(page: Page, own: readonly string[]): Promise<Probe> {
  await page.addInitScript(WATCH);
  const hosts = own.map((address) => new URL(address).host);
  const heard: string[] = [];
  let outside: string | null = null;
  const isOurs = (address: string) => {
    const { protocol, host } = new URL(address);
    return ['blob:', 'about:'].includes(protocol) || hosts.includes(host);
  };
  page.on('request', (request) => {
    if (!isOurs(request.url())) heard.push(`asked ${request.url().slice(0, 200)}`);
  });
  page.on('dialog', (dialog) => {
    heard.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', (popup) => heard.push(`popup ${popup.url()}`));
  page.on('pageerror', (error) => heard.push(`error ${error.message}`));
  page.on('console', (message) => {
    const isExpected = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isExpected) heard.push(`console ${message.text()}`);
  });
  return {
    expectOrder: async (foreign) => {
      expect(await page.evaluate<string[]>(`__moved(${JSON.stringify(foreign)})`)).toEqual([]);
    },
    settle: async () => {
      outside = await page.evaluate<string>('__outside()');
    },
    expectSilence: async () => {
      const found = await page.evaluate<string[]>('__look()');
      expect([...heard, ...new Set(found)]).toEqual([]);
      if (outside !== null) expect(await page.evaluate<string>('__outside()')).toBe(outside);
    },
  };
}

/** What is wrong with HTML that leaves the desk (copies, reports), opened as a file by a browser that runs scripts. */
export async function faultsOfHtml(
  context: BrowserContext,
  html: string,
  allowedTags: readonly string[],
): Promise<readonly string[]> {
  const file = join(folder(), 'page.html');
  writeFileSync(file, html);
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.route(/^https?:/, (route) => route.abort());
  await page.goto(`file://${file}`);
  const all = await page.evaluate<{ tag: string; names: string[]; href: string }[]>(
    `[...document.querySelectorAll('body *')].map((element) => ({ tag: element.localName,
      names: element.getAttributeNames(), href: element.localName === 'a' ? element.href : '' }))`,
  );
  const faults = [
    ...asked.filter((address) => !address.startsWith('file:')).map((address) => `asked ${address}`),
    ...((await page.evaluate<boolean>('window.__pwned !== undefined')) ? ['executed'] : []),
    ...((await page.evaluate<boolean>('/[\\u202D\\u202E]/.test(document.documentElement.textContent)'))
      ? ['override of direction']
      : []),
    ...all.filter(({ tag }) => !allowedTags.includes(tag)).map(({ tag }) => `element ${tag}`),
    ...all.flatMap(({ names }) => names.filter((name) => /^on|^style$|^src/.test(name))),
    ...all
      .filter(({ href }) => href !== '' && !/^(?:https?:|file:.*#(?:claim|at)-\d+$)/.test(href))
      .map(({ href }) => `link ${href}`),
  ];
  await page.close();
  return [...new Set(faults)];
}
