import { describe, expect, it } from 'vitest';
import { pageTitle } from '../../../../src/adapters/parser/page-title.ts';

const title = (stated: readonly string[], headlines: readonly string[], siteName: string | null = null) =>
  pageTitle({ stated, headlines, siteName });

describe('pageTitle', () => {
  it('takes the headline that the page shows where it agrees with the stated one', () => {
    expect(title(['Harbour pilots row is over'], ['Harbour pilots may bring in ferries after all'])).toBe(
      'Harbour pilots may bring in ferries after all',
    );
  });

  it('takes the shown headline that agrees most, not the name of the site', () => {
    const stated = ['Two electric ships ordered - The Harbour Ledger'];
    expect(title(stated, ['The Harbour Ledger', 'Two electric ships ordered in Gdynia'])).toBe(
      'Two electric ships ordered in Gdynia',
    );
    expect(title(stated, ['The Harbour Ledger'], 'The Harbour Ledger')).toBe('Two electric ships ordered');
  });

  it('takes the only headline of a page, but no section of it', () => {
    expect(title(['Ledger search words'], ['Ferries run late for the third day'])).toBe(
      'Ferries run late for the third day',
    );
    expect(title(['Ships'], ['Local news'])).toBe('Ships');
    expect(title([], ['Local news'])).toBe('Local news');
    expect(title([], [])).toBeNull();
  });
});
