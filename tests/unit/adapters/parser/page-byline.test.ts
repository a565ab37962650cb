import { describe, expect, it } from 'vitest';
import { readHtmlPage } from '../../../../src/adapters/parser/html-page.ts';
import { bylineByHeadline, shownAuthor } from '../../../../src/adapters/parser/page-byline.ts';

const byline = (line: string) =>
  bylineByHeadline(
    readHtmlPage(`<h1>Two ships</h1><div>${line}</div><p>The yard is busy.</p>`).blocks,
    'Two ships',
  );

describe('bylineByHeadline', () => {
  it('reads the names and leaves what follows them', () => {
    expect(byline('By Ana Lima')).toBe('Ana Lima');
    expect(byline('By Ana Lima Updated May 3, 2026')).toBe('Ana Lima');
    expect(byline('By ANA LIMA, TOM WEIR and JO van der BERG')).toBe(
      'ANA LIMA, TOM WEIR and JO van der BERG',
    );
    expect(byline('by Ana Lima — May 3, 2026')).toBe('Ana Lima');
    expect(byline('By</div><div>Ana Lima')).toBe('Ana Lima');
  });

  it('takes no prose for a byline', () => {
    expect(byline('By Friday the yard had both hulls.')).toBeNull();
    expect(byline('By the end of the week both hulls were dry.')).toBeNull();
    expect(bylineByHeadline(readHtmlPage('<p>By Ana Lima</p>').blocks, 'Two ships')).toBeNull();
  });
});

describe('shownAuthor', () => {
  it('prefers whom the page names where the head names another person', () => {
    expect(shownAuthor('Site Editor', 'Ana Lima')).toBe('Ana Lima');
    expect(shownAuthor('Lima, Ana', 'ANA LIMA')).toBe('Lima, Ana');
    expect(shownAuthor(null, 'Ana Lima')).toBe('Ana Lima');
    expect(shownAuthor('Ana Lima', null)).toBe('Ana Lima');
  });
});
