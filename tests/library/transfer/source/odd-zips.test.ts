// Zips as programs of all ages write them.
import { crc32, deflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { never, open, writeFile } from '../../../support/transfer/files.ts';

interface Given {
  readonly name: Buffer;
  readonly text: string;
  readonly flags?: number;
  readonly method?: number;
  /** Of the system that wrote it: 3 is Unix. */
  readonly system?: number;
  readonly mode?: number;
  /** Sizes and places stand in the extra field, as beyond 4 GB. */
  readonly isWide?: boolean;
}

const u16 = (...values: number[]): Buffer =>
  Buffer.concat(values.map((value) => Buffer.from([value & 255, value >> 8])));
const u32 = (...values: number[]): Buffer =>
  Buffer.concat(
    values.map((value) => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32LE(value);
      return bytes;
    }),
  );
const u64 = (...values: number[]): Buffer =>
  Buffer.concat(values.flatMap((value) => [u32(value), u32(0)]));

/** A zip of these files, byte by byte. @param before what stands in front of it */
function zip(files: readonly Given[], { before = '', isWide = false } = {}): Uint8Array {
  const bodies: Buffer[] = [];
  const records: Buffer[] = [];
  let at = 0;
  for (const { name, text, flags = 0, method = 8, system = 0, mode = 0, isWide: wide } of files) {
    const data = method === 8 ? deflateRawSync(text) : Buffer.from(text);
    const facts = u32(crc32(text), data.length, Buffer.byteLength(text));
    const body = Buffer.concat([
      u32(0x04034b50),
      u16(20, flags, method, 0, 0),
      facts,
      u16(name.length, 4),
      name,
      u16(0xcafe, 0),
      data,
    ]);
    const extra = wide
      ? Buffer.concat([u16(1, 24), u64(Buffer.byteLength(text), data.length, at)])
      : Buffer.alloc(0);
    const said = wide ? u32(crc32(text), 0xffffffff, 0xffffffff) : facts;
    records.push(
      Buffer.concat([
        u32(0x02014b50),
        u16(20 | (system << 8), 20, flags, method, 0, 0),
        said,
        u16(name.length, extra.length, 0, 0, 0),
        u32(mode * 65_536),
        u32(wide ? 0xffffffff : at),
        name,
        extra,
      ]),
    );
    bodies.push(body);
    at += body.length;
  }
  const directory = Buffer.concat(records);
  const end64 = Buffer.concat([
    u32(0x06064b50),
    u64(44),
    u16(45, 45),
    u32(0, 0),
    u64(files.length, files.length, directory.length, at),
    u32(0x07064b50, 0),
    u64(at + directory.length),
    u32(1),
  ]);
  const end = isWide
    ? Buffer.concat([
        end64,
        u32(0x06054b50),
        u16(0, 0, 0xffff, 0xffff),
        u32(0xffffffff, 0xffffffff),
        u16(0),
      ])
    : Buffer.concat([
        u32(0x06054b50),
        u16(0, 0, files.length, files.length),
        u32(directory.length, at),
        u16(7),
        Buffer.from('comment'),
      ]);
  return new Uint8Array(Buffer.concat([Buffer.from(before), ...bodies, directory, end]));
}

async function read(bytes: Uint8Array) {
  const source = await open(writeFile('a.zip', bytes));
  const texts: [string, string][] = [];
  for (const entry of source.entries) {
    texts.push([entry.path, Buffer.from(await entry.bytes(1000, never)).toString()]);
  }
  return { texts, refused: source.refused.map(({ place, problem }) => [place, problem.code]) };
}

const plain = { name: Buffer.from('a.csv'), text: 'words, words, words' };

it.each<[string, Uint8Array, [string, string][]]>([
  [
    'stored and deflated',
    zip([plain, { name: Buffer.from('b.csv'), text: 'kept', method: 0 }]),
    [
      ['a.csv', plain.text],
      ['b.csv', 'kept'],
    ],
  ],
  [
    'names in UTF-8, with and without saying so',
    zip([
      { name: Buffer.from('ä.csv'), text: '1', flags: 0x800 },
      { name: Buffer.from('ß.csv'), text: '2' },
    ]),
    [
      ['ß.csv', '2'],
      ['ä.csv', '1'],
    ],
  ],
  [
    'names of MS-DOS',
    zip([{ name: Buffer.from([0x84, 0x2e, 0x63, 0x73, 0x76]), text: '1' }]),
    [['ä.csv', '1']],
  ],
  [
    'Zip64, in part and throughout',
    zip([{ ...plain, isWide: true }], { isWide: true }),
    [['a.csv', plain.text]],
  ],
  [
    'names as Windows separates folders, and as some begin',
    zip([
      { name: Buffer.from('notes\\deep\\a.md'), text: '1' },
      { name: Buffer.from('./b.md'), text: '2' },
      { name: Buffer.from('notes\\'), text: '' },
    ]),
    [
      ['b.md', '2'],
      ['notes/deep/a.md', '1'],
    ],
  ],
  [
    'names that no file of Windows could have',
    zip([
      { name: Buffer.from('Con la madre.md'), text: '1' },
      { name: Buffer.from('Re: tides.md'), text: '2' },
      { name: Buffer.from('Works etc./a.md'), text: '3' },
      { name: Buffer.from('aux.md'), text: '4' },
    ]),
    [
      ['Con la madre.md', '1'],
      ['Re: tides.md', '2'],
      ['Works etc./a.md', '3'],
      ['aux.md', '4'],
    ],
  ],
  ['a file that is in it twice', zip([plain, { ...plain, text: 'later' }]), [['a.csv', 'later']]],
])('with %s', async (_, bytes, texts) => {
  expect(await read(bytes)).toEqual({ texts, refused: [] });
});

it.each<[string, Given, string]>([
  ['a password', { ...plain, flags: 1 }, 'not_allowed'],
  ['a link', { ...plain, system: 3, mode: 0o120777 }, 'not_allowed'],
  ['a method of packing that is not known', { ...plain, method: 14 }, 'unsupported_type'],
])('refuses a file with %s', async (_, given, code) => {
  expect(await read(zip([given, { name: Buffer.from('b.csv'), text: 'kept' }]))).toEqual({
    texts: [['b.csv', 'kept']],
    refused: [['a.csv', code]],
  });
});

it('refuses files that share their bytes, as bombs do', async () => {
  const sound = Buffer.from(zip([plain, { ...plain, name: Buffer.from('b.csv') }]));
  const second = sound.lastIndexOf(u32(0x02014b50));
  // The second claims the bytes of both.
  sound.writeUInt32LE(sound.length, second + 20);
  await expect(open(writeFile('a.zip', new Uint8Array(sound)))).rejects.toMatchObject({
    code: 'invalid_input',
  });
});
