import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assertDraft,
  assertFilter,
  assertQuestion,
  assertResultLimit,
} from '../../../src/use-cases/assert-request.ts';

const thrown = (code: string, message: string | RegExp) =>
  expect.objectContaining({ code, message: expect.stringMatching(message) });

describe('assertQuestion', () => {
  it.each(['', ' ', '\n\t\u00a0'])('refuses %j', (question) => {
    expect(() => assertQuestion(question)).toThrowError(thrown('invalid-input', 'The question is empty.'));
  });

  it('names the limit and what came', () => {
    expect(() => assertQuestion('x'.repeat(100_000))).toThrowError(
      thrown('limit-exceeded', 'A question has at most 2,000 characters; this one has 100,000.'),
    );
  });

  it('counts without the space around it', () => {
    expect(() => assertQuestion(` ${'x'.repeat(2_000)}\n`)).not.toThrow();
    expect(() => assertQuestion('x'.repeat(2_001))).toThrow();
  });
});

describe('assertDraft', () => {
  it('refuses an empty one and one too long', () => {
    expect(() => assertDraft(' \n')).toThrowError(thrown('invalid-input', 'The draft is empty.'));
    expect(() => assertDraft('x'.repeat(1_000_001))).toThrowError(
      thrown('limit-exceeded', '1,000,000.*1,000,001'),
    );
    expect(() => assertDraft('x'.repeat(1_000_000))).not.toThrow();
  });
});

describe('assertFilter', () => {
  it('takes every day that there is', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          assertFilter({ since: date.toISOString().slice(0, 10), until: date.toISOString() });
        },
      ),
    );
  });

  it.each(['2026-02-30', '2026-13-01', '2026-2-3', 'yesterday', '', '03.05.2026', '2026-05-03 10:00'])(
    'refuses %j',
    (since) => {
      expect(() => assertFilter({ since })).toThrowError(
        thrown('invalid-input', /^since is a date such as 2026-05-03, not /),
      );
    },
  );

  it('refuses a period that ends before it starts, and an empty pattern', () => {
    expect(() => assertFilter({ since: '2026-05-03', until: '2026-05-02' })).toThrowError(
      thrown('invalid-input', 'before'),
    );
    expect(() => assertFilter({ path: ' ' })).toThrowError(thrown('invalid-input', 'pattern'));
    expect(() => assertFilter({ since: '2026-05-03', until: '2026-05-03' })).not.toThrow();
  });
});

describe('assertResultLimit', () => {
  it.each([0, 101, 1.5, Number.NaN, -1])('refuses %d', (limit) => {
    expect(() => assertResultLimit(limit)).toThrowError(thrown('limit-exceeded', 'from 1 to 100'));
  });

  it.each([undefined, 1, 100])('takes %s', (limit) => {
    expect(() => assertResultLimit(limit)).not.toThrow();
  });
});
