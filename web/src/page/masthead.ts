import { words } from './words.ts';

export type PageName = 'chat' | 'check' | 'status';

// Relative, so that they hold under a path of another site too: the three pages stand side by side.
const ADDRESSES: Readonly<Record<PageName, string>> = { chat: './', check: 'check', status: 'status' };
const ORDER: readonly PageName[] = ['chat', 'check', 'status'];

/**
 * Fills the page's `<header class="masthead">` with the desk's name and the way to its pages, the current
 * one marked. Does nothing on a page without such a header. Each page has a first heading of its own.
 */
export function fillMasthead(current: PageName): void {
  const header = document.querySelector('header.masthead');
  if (header === null) return;
  const nav = element('nav', { 'aria-label': words.masthead.pages });
  nav.append(...ORDER.map((page) => pageLink(page, page === current)));
  header.replaceChildren(brand(), nav);
}

function brand(): HTMLElement {
  const home = element('a', { class: 'brand', href: ADDRESSES.chat });
  home.textContent = 'Citedesk';
  return home;
}

function pageLink(page: PageName, isCurrent: boolean): HTMLElement {
  const link = element('a', { href: ADDRESSES[page], ...(isCurrent && { 'aria-current': 'page' }) });
  link.textContent = words.masthead[page];
  return link;
}

function element(name: string, attributes: Readonly<Record<string, string>>): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
