import { describe, expect, it } from 'vitest';
import { documentIdOf } from '../../../src/ingest/document-id.ts';
import { sha256Hex } from '../../../src/text/sha256.ts';

describe('documentIdOf', () => {
  it('is d and 16 hexadecimal digits of the path alone', async () => {
    expect(await documentIdOf('2026/levy.txt')).toMatch(/^d[0-9a-f]{16}$/);
    expect(await documentIdOf('2026/levy.txt')).toBe(await documentIdOf('2026/levy.txt'));
    expect(await documentIdOf('2026/levy.txt')).not.toBe(await documentIdOf('2026/levy.md'));
  });

  it('is the same for composed and decomposed names', async () => {
    expect(await documentIdOf('cafe\u0301.txt')).toBe(await documentIdOf('caf\u00e9.txt'));
  });
});

it('sha256Hex gives the published digest of "abc"', async () => {
  expect(await sha256Hex(new TextEncoder().encode('abc'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});
