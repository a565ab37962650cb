import { describe, expect, it } from 'vitest';
import { baseUrl } from '../../../web/src/api/base-url.ts';

const MODULE = 'https://desk.example/news/citedesk-chat.js?v=2';
const PAGE = 'https://site.example/a/page.html';

describe('baseUrl', () => {
  it.each([
    ['the folder of the module without src', null, 'https://desk.example/news/'],
    ['the same for an empty src', ' ', 'https://desk.example/news/'],
    ['another server', 'https://other.example', 'https://other.example/'],
    ['a path without its slash', 'https://other.example/desk', 'https://other.example/desk/'],
    ['a src relative to the page', '.', 'https://site.example/a/'],
    ['an address with a query', '/desk?x=1#y', 'https://site.example/desk/'],
  ])('takes %s', (_, src, expected) => {
    expect(baseUrl(src, PAGE, MODULE)).toBe(expected);
  });
});
