// Files, folders and zips are the same list of entries, and what leads elsewhere is never opened.
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { MAX_FILE_BYTES } from '#library/clip/limits.ts';
import type { Source } from '#library/transfer/source/source.ts';
import {
  type Files,
  never,
  open,
  writeFile,
  writeFolder,
  writeZip,
} from '../../../support/transfer/files.ts';

const files: Files = {
  'part_10.csv': 'ten',
  'part_2.csv': 'two',
  'deep/er/ä.txt': 'x'.repeat(300_000),
  '.hidden/a.txt': 'no',
  '__MACOSX/part_2.csv': 'no',
  'empty.txt': '',
};

async function texts(source: Source): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const entry of source.entries) {
    found[entry.path] = Buffer.from(await entry.bytes(MAX_FILE_BYTES, never)).toString();
  }
  return found;
}

describe('a source', () => {
  it.each([
    ['folder', writeFolder],
    ['zip', writeZip],
  ])('of a %s has its files in the order in which a person counts', async (_, write) => {
    const source = await open(write(files));
    const { 'part_10.csv': ten, 'part_2.csv': two, 'deep/er/ä.txt': deep } = files;
    expect(await texts(source)).toEqual({
      'deep/er/ä.txt': deep,
      'part_2.csv': two,
      'part_10.csv': ten,
    });
    expect(source.refused).toMatchObject([
      { place: 'empty.txt', problem: { code: 'nothing_to_read' } },
    ]);
    expect(source.entries.map(({ path }) => path)).toEqual([
      'deep/er/ä.txt',
      'part_2.csv',
      'part_10.csv',
    ]);
    const [first] = source.entries;
    expect([first?.size, (await first?.head())?.length]).toEqual([300_000, 65_536]);
  });

  it('of one file has that file, whatever it is called', async () => {
    const source = await open(writeFile('export.zip', 'title,url\n'));
    expect([source.name, await texts(source)]).toEqual([
      'export.zip',
      { 'export.zip': 'title,url\n' },
    ]);
  });

  it('is not read further once nobody waits for it', async () => {
    const [entry] = (await open(writeZip(files))).entries;
    const stop = new AbortController();
    stop.abort();
    await expect(entry?.bytes(MAX_FILE_BYTES, stop.signal)).rejects.toMatchObject({
      code: 'cancelled',
    });
  });

  it('takes no more of an entry than it was asked for', async () => {
    const [entry] = (await open(writeFolder(files))).entries;
    await expect(entry?.bytes(1000, never)).rejects.toMatchObject({ code: 'too_large' });
  });

  it.each([
    ['nothing', () => join(writeFolder({}), 'missing.csv'), 'not_found'],
    ['an empty file', () => writeFile('a.csv', ''), 'nothing_to_read'],
    ['a device', () => '/dev/null', 'invalid_input'],
    ['a relative path', () => 'a.csv', 'invalid_input'],
  ])('cannot be %s', async (_, path, code) => {
    await expect(open(path())).rejects.toMatchObject({ code });
  });
});

describe('what is never opened', () => {
  it.each([
    ['a way out', '../a.csv', 'a', 'not_allowed'],
    ['a way out of Windows', 'in\\..\\..\\a.csv', 'a', 'not_allowed'],
    ['an absolute name', '/etc/a.csv', 'a', 'not_allowed'],
    ['a way out of its folders', 'in/.. /../a.csv', 'a', 'not_allowed'],
    ['a drive', 'C:\\a.csv', 'a', 'not_allowed'],
    ['a zip in it', 'more.zip', 'a', 'unsupported_type'],
    ['a bomb of 1,000:1', 'bomb.csv', new Uint8Array(20 * 1024 * 1024), 'too_large'],
  ])('of a zip: %s', async (_, name, content, code) => {
    const source = await open(writeZip({ [name]: content, 'sound.csv': 'sound' }));
    expect(source.refused).toMatchObject([{ place: name, problem: { code } }]);
    expect(await texts(source)).toEqual({ 'sound.csv': 'sound' });
  });

  it('of a folder: links', async () => {
    const folder = writeFolder({ 'sound.csv': 'sound' });
    writeFileSync(join(folder, '..', 'secret.csv'), 'secret');
    mkdirSync(join(folder, 'sub'));
    symlinkSync(join(folder, '..', 'secret.csv'), join(folder, 'sub', 'link.csv'));
    symlinkSync('..', join(folder, 'sub', 'circle'));
    const source = await open(folder);
    expect(new Map(source.refused.map(({ place, problem }) => [place, problem.code]))).toEqual(
      new Map([
        ['sub/circle', 'not_allowed'],
        ['sub/link.csv', 'not_allowed'],
      ]),
    );
    expect(await texts(source)).toEqual({ 'sound.csv': 'sound' });
  });
});

describe('a damaged zip', () => {
  it('is refused wherever it was cut', async () => {
    const path = writeZip(files);
    const { length } = zipSync({ 'a.csv': new Uint8Array(3000) });
    for (const end of [length, 5000, 600, 30]) {
      truncateSync(path, end);
      await expect(open(path), `${end} bytes of it`).rejects.toMatchObject({
        code: 'invalid_input',
        message: expect.stringMatching(/damaged/),
      });
    }
  });

  it('gives the files whose bytes are right, and says of the others that they are damaged', async () => {
    const bytes = zipSync(
      {
        'a.csv': new Uint8Array(Buffer.from('aaaa')),
        'b.csv': new Uint8Array(Buffer.from('bbbb')),
      },
      { level: 0 },
    );
    bytes[Buffer.from(bytes).indexOf('bbbb')] = 0x63;
    const [a, b] = (await open(writeFile('a.zip', bytes))).entries;
    expect(Buffer.from((await a?.bytes(10, never)) ?? []).toString()).toBe('aaaa');
    await expect(b?.bytes(10, never)).rejects.toMatchObject({ code: 'invalid_input' });
  });
});
