import { expect, it } from 'vitest';
import { withoutPageRemarks } from '../../../../src/ingest/clean/aside-remarks.ts';

it('removes brackets that speak of the page', () => {
  expect(withoutPageRemarks('Trade grew by a fifth (source link).')).toBe('Trade grew by a fifth.');
  expect(withoutPageRemarks('It closed [read more]')).toBe('It closed');
  expect(withoutPageRemarks('(Continued)')).toBe('');
});

it('keeps brackets that speak of the story', () => {
  for (const text of [
    'He won (see table 2).',
    'LONDON (AP) - It rained.',
    'The ship (240 cars) left.',
    'A photo (left) of it',
  ]) {
    expect(withoutPageRemarks(text)).toBe(text);
  }
});
