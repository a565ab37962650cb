import { describe, expect, it } from 'vitest';
import { cleanAuthor, cleanLanguage, cleanTitle, cleanUrl } from '../../../src/ingest/stated-metadata.ts';

describe('stated metadata', () => {
  it('keeps a title on one line and refuses what is none', () => {
    expect(cleanTitle('  Levy\n rises ')).toBe('Levy rises');
    expect([cleanTitle('* * *'), cleanTitle(''), cleanTitle('x'.repeat(301)), cleanTitle(null)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('keeps names of authors and refuses what is none', () => {
    expect(cleanAuthor('By Ana Lima and Bo Chen, ')).toBe('Ana Lima and Bo Chen');
    for (const value of ['admin', 'https://x.example/ana', '@ana', 'ana@x.example', 'Ana 12 May', '', null]) {
      expect(cleanAuthor(value)).toBeNull();
    }
  });

  it('keeps web addresses only', () => {
    expect(cleanUrl('HTTPS://News.example/a b')).toBe('https://news.example/a%20b');
    for (const value of ['javascript:alert(1)', '/levy', 'ftp://x.example', 'http://', null]) {
      expect(cleanUrl(value)).toBeNull();
    }
  });

  it('makes language tags canonical', () => {
    expect(cleanLanguage('en_us')).toBe('en-US');
    expect(cleanLanguage('English, mostly')).toBeNull();
  });
});
