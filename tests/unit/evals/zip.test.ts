import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readZip } from '../../../evals/collections/zip.ts';

interface Entry {
  readonly name: string;
  readonly text: string;
  readonly deflate: boolean;
}

/** One local header with its data, and its directory entry; offsets as APPNOTE 4.3.7 and 4.3.12 give them. */
function zipOf(entries: readonly Entry[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text, deflate } of entries) {
    const raw = Buffer.from(text);
    const data = deflate ? deflateRawSync(raw) : raw;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(deflate ? 8 : 0, 4);
    common.writeUInt32LE(crc32(raw), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(raw.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02'), Buffer.alloc(2), common, tail, Buffer.from(name));
    locals.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

describe('readZip', () => {
  it('reads stored and deflated entries', () => {
    const long = 'weather '.repeat(500);
    const bytes = zipOf([
      { name: 'a.csv', text: 'id\n1\n', deflate: false },
      { name: 'b.csv', text: long, deflate: true },
    ]);
    expect(readZip(bytes)).toEqual(
      new Map([
        ['a.csv', 'id\n1\n'],
        ['b.csv', long],
      ]),
    );
  });

  it('says that other bytes are no archive', () => {
    expect(() => readZip(Buffer.from('plain text'))).toThrow('not a zip archive');
  });
});
